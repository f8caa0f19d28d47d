import { joined } from './bytes.ts';

/**
 * As much of DER (ITU-T X.690) as RFC 3161 needs: tags of one byte, definite lengths. Reading never believes a length past
 * the end of what holds it.
 */
export interface Der {
  readonly tag: number;
  /** Tag and length included. */
  readonly whole: Uint8Array;
  readonly content: Uint8Array;
}

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  octets: 0x04,
  null: 0x05,
  oid: 0x06,
  time: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

export function der(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const content = joined(parts);
  const { length } = content;
  const long = length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  if (length > 0xffff) throw new RangeError(`DER of ${length} bytes`);
  return joined([Uint8Array.from([tag, ...(length < 0x80 ? [length] : long)]), content]);
}

/** The element at the start of the bytes, undefined where there is none that fits. */
export function readDer(bytes: Uint8Array): Der | undefined {
  if (bytes.length < 2 || (bytes[0] & 0x1f) === 0x1f) return undefined;
  let length = bytes[1];
  let from = 2;
  if (length >= 0x80) {
    const lengthBytes = length & 0x7f;
    if (lengthBytes < 1 || lengthBytes > 3 || bytes.length < 2 + lengthBytes) return undefined;
    from += lengthBytes;
    length = bytes.subarray(2, from).reduce((sum, byte) => sum * 256 + byte, 0);
  }
  const to = from + length;
  if (to > bytes.length) return undefined;
  return { tag: bytes[0], whole: bytes.subarray(0, to), content: bytes.subarray(from, to) };
}

/** No structure of a time-stamp token has as many elements. */
const MOST_CHILDREN = 64;

/** What stands inside, in its order; nothing where it is no whole series of elements. */
export function childrenOf(parent: Der | undefined): readonly Der[] {
  const children: Der[] = [];
  let rest = parent?.content ?? new Uint8Array();
  while (rest.length > 0) {
    const child = readDer(rest);
    if (child === undefined || children.length === MOST_CHILDREN) return [];
    children.push(child);
    rest = rest.subarray(child.whole.length);
  }
  return children;
}

/** The contents of an identifier of ASN.1, '1.2.840.113549.1.7.2', in hex, as they stand in DER. */
export function oidHex(dotted: string): string {
  const [first, second, ...rest] = dotted.split('.').map(Number);
  return [first * 40 + second, ...rest]
    .flatMap((arc) => {
      const sevens = [arc & 0x7f];
      for (let left = arc >>> 7; left > 0; left >>>= 7) sevens.unshift((left & 0x7f) | 0x80);
      return sevens;
    })
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
