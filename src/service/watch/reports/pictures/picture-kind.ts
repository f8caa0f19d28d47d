export const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];

/**
 * What a file is by its own bytes, whatever its sender says; undefined: no picture that is taken. A drawing (SVG) is a program,
 * and no picture here.
 */
export function pictureType(bytes: Uint8Array): PictureType | undefined {
  if (begins(bytes, PNG)) return 'image/png';
  if (begins(bytes, JPEG)) return 'image/jpeg';
  if (latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 12) === 'WEBP') return 'image/webp';
  return undefined;
}

/**
 * Whether the picture ends where the file does. What goes on behind is another file in the same skin (an archive, a page), and
 * what ends before was cut. A JPEG says its end only by its last two bytes.
 */
export function isWhole(bytes: Uint8Array, type: PictureType): boolean {
  if (type === 'image/png') return pngEnd(bytes) === bytes.length;
  if (type === 'image/webp') return webpEnd(bytes) === bytes.length;
  return bytes.at(-2) === 0xff && bytes.at(-1) === 0xd9;
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];

const begins = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, i) => bytes[i] === byte);

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

/** Length, type and check value of a chunk, around its data. */
const PNG_FRAME = 12;

/** Where its chunk IEND ends; undefined: it has none. */
function pngEnd(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = PNG.length; at + PNG_FRAME <= bytes.length; ) {
    const end = at + PNG_FRAME + view.getUint32(at);
    if (latin(bytes, at + 4, at + 8) === 'IEND') return end;
    at = end;
  }
  return undefined;
}

/** A file of RIFF says its length, an odd one is filled up. */
function webpEnd(bytes: Uint8Array): number | undefined {
  if (bytes.length < 12) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(4, true);
  return 8 + length + (length % 2);
}
