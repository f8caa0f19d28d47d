import { TextDecoder } from 'node:util';

/** How the bytes of a text file spell its characters. */
export type Encoding = 'utf-8' | 'windows-1251' | 'utf-16le' | 'utf-16be';

/**
 * Encoding of a file by its beginning: a byte order mark decides; else UTF-8 when the bytes are UTF-8 (a character
 * cut at the end is allowed), else windows-1251, the only other one that files in Kazakhstan come in.
 */
export function encodingOf(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return 'utf-8';
  } catch {
    return 'windows-1251';
  }
}

/** Re-spells a file chunk by chunk as UTF-8 without a byte order mark. */
export class ToUtf8 {
  readonly #encoding: Encoding;
  readonly #decoder: TextDecoder;
  readonly #encoder = new TextEncoder();
  /** Bytes of the byte order mark still to be looked at; only at the very beginning of UTF-8. */
  #mark: number[] | undefined = [];

  constructor(encoding: Encoding) {
    this.#encoding = encoding;
    this.#decoder = new TextDecoder(encoding);
  }

  convert(chunk: Uint8Array): Uint8Array {
    if (this.#encoding === 'utf-8') return this.#withoutMark(chunk);
    return this.#encoder.encode(this.#decoder.decode(chunk, { stream: true }));
  }

  /** What was held back at the end of the file. */
  end(): Uint8Array {
    const held = Uint8Array.from(this.#mark ?? []);
    this.#mark = undefined;
    if (this.#encoding === 'utf-8') return held;
    return this.#encoder.encode(this.#decoder.decode());
  }

  #withoutMark(chunk: Uint8Array): Uint8Array {
    if (this.#mark === undefined) return chunk;
    let used = 0;
    while (this.#mark.length < 3 && used < chunk.length) {
      const byte = chunk[used++];
      this.#mark.push(byte);
      if (byte !== MARK[this.#mark.length - 1]) {
        const bytes = Uint8Array.from(this.#mark);
        this.#mark = undefined;
        return Buffer.concat([bytes, chunk.subarray(used)]);
      }
    }
    if (this.#mark.length < 3) return new Uint8Array();
    this.#mark = undefined;
    return chunk.subarray(used);
  }
}

const MARK = [0xef, 0xbb, 0xbf] as const;
