import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

interface Icon {
  readonly src: string;
  readonly sizes: string;
  readonly type: string;
  readonly purpose: string;
}

const FOLDER = join(import.meta.dirname, 'public');
const manifest: { readonly icons: readonly Icon[]; readonly [key: string]: unknown } = JSON.parse(
  readFileSync(join(FOLDER, 'manifest.webmanifest'), 'utf8'),
);

/** Width and height of a PNG, as its header says (ISO/IEC 15948, 11.2.2). */
function sizeOf(file: string): string {
  const png = readFileSync(join(FOLDER, file));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  return `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`;
}

test('the portal can be installed: its icons are there in the sizes that phones want', () => {
  const pictures = manifest.icons.filter(({ type }) => type === 'image/png');
  for (const { src, sizes } of pictures) expect([src, sizeOf(src)]).toEqual([src, sizes]);
  expect(pictures.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual([
    '192x192 any',
    '512x512 any',
    '512x512 maskable',
  ]);
  expect(manifest).toMatchObject({
    id: '/portal/',
    start_url: '/portal/',
    scope: '/portal/',
    display: 'standalone',
  });
});
