import sharp, { type OutputInfo } from 'sharp';

/** A picture made anew from its points: nothing else of the file that came is in it. */
export interface MadePicture {
  /** WebP. */
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export type PictureProblem = 'broken' | 'pixels';

/** 8,000 by 5,000: more than any telephone shows, 160 MB when unpacked. */
const PIXELS_MOST = 40_000_000;
/** Long conversations are tall; text is still read at this size. */
const SIDE_MOST = 2_400;
/** A screenshot takes a third of it. */
const BYTES_MOST = 2 ** 20;
/** What takes more is written smaller and worse: noise fills disks. */
const WAYS = [
  { side: SIDE_MOST, quality: 82 },
  { side: 1_200, quality: 40 },
] as const;

// Only the three kinds, and only from memory: no drawing, no address, no file name is ever followed.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadPngBuffer', 'VipsForeignLoadJpegBuffer', 'VipsForeignLoadWebpBuffer'],
});
sharp.cache(false);
sharp.concurrency(1);

/**
 * Reads the points of a PNG, JPEG or WebP and writes them as WebP, upright, in sRGB, on white. Runs in a process of its own:
 * decoders are large programs in C, and the file is a stranger's.
 */
export async function makeAnew(bytes: Uint8Array): Promise<MadePicture | PictureProblem> {
  const options = { limitInputPixels: PIXELS_MOST, failOn: 'truncated', pages: 1 } as const;
  try {
    const { width, height } = await sharp(bytes, {
      ...options,
      limitInputPixels: false,
    }).metadata();
    if (width * height > PIXELS_MOST) return 'pixels';
    const { data, info } = await sharp(bytes, options)
      .autoOrient()
      .resize({ width: SIDE_MOST, height: SIDE_MOST, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    return await written(data, info);
  } catch {
    return 'broken';
  }
}

async function written(points: Buffer, raw: OutputInfo): Promise<MadePicture> {
  const { width, height, channels } = raw;
  let made: MadePicture | undefined;
  for (const { side, quality } of WAYS) {
    const { data, info } = await sharp(points, { raw: { width, height, channels } })
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .webp({ quality })
      .toBuffer({ resolveWithObject: true });
    made = { bytes: data, width: info.width, height: info.height };
    if (data.length <= BYTES_MOST) break;
  }
  return made!;
}
