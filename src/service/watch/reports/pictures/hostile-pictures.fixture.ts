import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

const noise = (width: number, height: number) =>
  sharp({
    create: {
      ...{ width, height, channels: 3, background: '#888888' },
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  });

/** A photo that says where, when and with what it was taken, and who its author is. */
export const photoWithTraces = (): Promise<Buffer> =>
  noise(64, 48)
    .withIccProfile('p3')
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">TRACE-XMP</x:xmpmeta>')
    .withExifMerge({
      IFD0: { Artist: 'TRACE-ARTIST', Model: 'TRACE-MODEL' },
      IFD3: { GPSLatitude: '51/1 8/1 0/1', GPSLatitudeRef: 'N' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

export const plainPng = (width = 40, height = 60): Promise<Buffer> =>
  noise(width, height).png().toBuffer();
export const plainWebp = (): Promise<Buffer> => noise(40, 60).webp().toBuffer();

/** Few bytes, many points: honest, and a while of work. */
export const largePng = (): Promise<Buffer> =>
  sharp({ create: { width: 6_000, height: 6_000, channels: 3, background: '#ffffff' } })
    .png()
    .toBuffer();

/** A PNG with words in it: text chunks hold anything. */
export async function pngWithText(words: string): Promise<Buffer> {
  const png = await plainPng();
  const header = 8 + 25; // signature and IHDR
  return Buffer.concat([
    png.subarray(0, header),
    chunk('tEXt', Buffer.from(`Comment\0${words}`, 'latin1')),
    png.subarray(header),
  ]);
}

/** A few kilobytes that say they are of 30,000 by 30,000 points, and are. */
export function decompressionBomb(): Buffer {
  const side = 30_000;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([1, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((1 + side / 8) * side);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export const svg = (): Buffer =>
  Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');

/** A picture with an archive behind it. */
export const polyglot = (picture: Buffer): Buffer =>
  Buffer.concat([picture, Buffer.from('PK\x03\x04 and so on', 'latin1')]);

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
