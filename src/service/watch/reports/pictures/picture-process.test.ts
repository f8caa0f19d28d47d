import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { QorganError } from '../../../../domain/errors/catalogue.ts';
import {
  decompressionBomb,
  largePng,
  photoWithTraces,
  plainPng,
  plainWebp,
  pngWithText,
  polyglot,
  svg,
} from './hostile-pictures.fixture.ts';
import { isWhole, pictureType } from './picture-kind.ts';
import { PictureProcess } from './picture-process.ts';

describe('pictures made anew', () => {
  const pictures = new PictureProcess();
  afterAll(() => pictures.rest({ atOnce: true }));

  test('keep their points and nothing of where, when, with what or by whom', async () => {
    const photo = await photoWithTraces();
    expect(photo.includes('TRACE-ARTIST')).toBe(true);
    const { bytes, width, height } = await pictures.makeAnew(photo);
    // Upright: the sign for a turn goes with the rest.
    expect([width, height]).toEqual([48, 64]);
    const { format, exif, icc, xmp, iptc, orientation } = await sharp(bytes).metadata();
    expect({ format, exif, icc, xmp, iptc, orientation }).toEqual({ format: 'webp' });
    expect(Buffer.from(bytes).includes('TRACE')).toBe(false);
  });

  test('keep no words that stood in the file', async () => {
    const png = await pngWithText('<script>TRACE</script>');
    expect(png.includes('TRACE')).toBe(true);
    const { bytes } = await pictures.makeAnew(png);
    expect(Buffer.from(bytes).includes('TRACE')).toBe(false);
    // RIFF, its length, WEBP, one chunk of points.
    expect(Buffer.from(bytes).toString('latin1', 0, 16)).toMatch(/^RIFF.{4}WEBPVP8 $/s);
  });

  test('are no larger than a person can read', async () => {
    const { width, height } = await pictures.makeAnew(await plainPng(100, 3_000));
    expect([width, height]).toEqual([80, 2_400]);
  });

  test('take no more room than a picture needs, though they are all noise', async () => {
    const { bytes, width, height } = await pictures.makeAnew(await plainPng(1_600, 1_600));
    expect(bytes.length).toBeLessThanOrEqual(2 ** 20);
    expect(Math.min(width, height)).toBeGreaterThan(1_000);
  });

  test('are refused when they are made to unpack to very much', async () => {
    const bomb = decompressionBomb();
    expect(bomb.length).toBeLessThan(200_000);
    expect(await codeOf(pictures.makeAnew(bomb))).toBe('QRG_REPORT_PICTURE_PIXELS');
  });

  test('are refused when they cannot be read, and the next one is read', async () => {
    const png = await plainPng();
    const broken = Buffer.from(png).fill(0x5a, 60, png.length - 12);
    for (const bytes of [broken, svg(), Buffer.alloc(0), Buffer.from('%PDF-1.7')])
      expect(await codeOf(pictures.makeAnew(bytes))).toBe('QRG_REPORT_PICTURE_BROKEN');
    expect(await codeOf(pictures.makeAnew(png))).toBe('');
  });

  test('come one at a time, and past a few are asked to come later', async () => {
    const png = await plainPng();
    const codes = await Promise.all(
      Array.from({ length: 12 }, () => codeOf(pictures.makeAnew(png))),
    );
    expect(codes.filter((code) => code === '')).toHaveLength(8);
    expect(codes.filter((code) => code === 'QRG_REPORT_PICTURE_BUSY')).toHaveLength(4);
  });

  test('that kill their process do not kill the next picture', async () => {
    const png = await plainPng();
    await pictures.makeAnew(png);
    const { pid } = pictures;
    if (pid === undefined) throw new Error('no process');
    const large = await plainPng(1_000, 1_000);
    const made = codeOf(pictures.makeAnew(large));
    process.kill(pid, 'SIGKILL');
    expect(await made).toBe('QRG_REPORT_PICTURE_BROKEN');
    expect(await codeOf(pictures.makeAnew(png))).toBe('');
    expect(pictures.pid).not.toBe(pid);
  });
});

test('a process that never answers is ended, and the next picture has a new one', async () => {
  const program = join(import.meta.dirname, 'hang.fixture.ts');
  const pictures = new PictureProcess({ program, timeoutMs: 200 });
  const made = codeOf(pictures.makeAnew(new Uint8Array(1)));
  expect(await made).toBe('QRG_REPORT_PICTURE_BROKEN');
  expect(pictures.pid).toBeUndefined();
});

test('a machine that starts no more processes asks to come later, and nothing waits for ever', async () => {
  const pictures = new PictureProcess({
    runtime: join(import.meta.dirname, 'nowhere'),
    timeoutMs: 200,
  });
  for (let i = 0; i < 10; i++)
    expect(await codeOf(pictures.makeAnew(new Uint8Array(1)))).toBe('QRG_REPORT_PICTURE_BUSY');
  expect(pictures.pid).toBeUndefined();
});

test('a process that takes too much memory is ended', async () => {
  const pictures = new PictureProcess({ memoryMost: 20 * 2 ** 20 });
  expect(await codeOf(pictures.makeAnew(await largePng()))).toBe('QRG_REPORT_PICTURE_BROKEN');
});

test('what a file is, is told by its bytes, and whether it ends where its picture does', async () => {
  for (const [type, bytes] of [
    ['image/png', await plainPng()],
    ['image/jpeg', await photoWithTraces()],
    ['image/webp', await plainWebp()],
  ] as const) {
    expect(pictureType(bytes)).toBe(type);
    expect(isWhole(bytes, type)).toBe(true);
    expect(isWhole(polyglot(bytes), type)).toBe(false);
    expect(isWhole(bytes.subarray(0, bytes.length - 20), type)).toBe(false);
  }
  for (const bytes of [svg(), Buffer.from('GIF89a'), Buffer.from('<html>'), Buffer.alloc(0)])
    expect(pictureType(bytes)).toBeUndefined();
  expect(isWhole(Buffer.from([0x89, 0x50]), 'image/png')).toBe(false);
  expect(isWhole(Buffer.from('RIFF'), 'image/webp')).toBe(false);
});

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return '';
  } catch (error) {
    return error instanceof QorganError ? error.problem.code : String(error);
  }
}
