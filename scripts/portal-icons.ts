// Draws the icons that phones put among their programs, from web/portal/public/mark.svg; they are committed.
// usage: node scripts/run.mjs scripts/portal-icons.ts

import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import sharp from 'sharp';

const FOLDER = join(resolve(import.meta.dirname, '..'), 'web', 'portal', 'public');
const GROUND = '#0a6b66';

/** Part of the side that the mark takes; a launcher cuts a maskable icon to a circle of 80 % (w3.org/TR/appmanifest). */
const ICONS = [
  { name: 'icon-192', size: 192, part: 0.62, round: 0.22 },
  { name: 'icon-512', size: 512, part: 0.62, round: 0.22 },
  { name: 'maskable-512', size: 512, part: 0.5, round: 0 },
  { name: 'touch-180', size: 180, part: 0.6, round: 0 },
] as const;

const [path] = /(?<=<path[^>]* d=")[^"]+/.exec(await readFile(join(FOLDER, 'mark.svg'), 'utf8'))!;
await mkdir(join(FOLDER, 'icons'), { recursive: true });
for (const { name, size, part, round } of ICONS) {
  const side = size * part;
  // The mark fills 20 by 15 of its box of 24, from (2, 6).
  const scale = side / 20;
  const left = (size - side) / 2 - 2 * scale;
  const top = (size - 15 * scale) / 2 - 6 * scale;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">
    <rect width="${size}" height="${size}" rx="${size * round}" fill="${GROUND}"/>
    <path transform="translate(${left} ${top}) scale(${scale})" fill="#fff" d="${path}"/></svg>`;
  await sharp(Buffer.from(svg))
    .png({ palette: true, compressionLevel: 9 })
    .toFile(join(FOLDER, 'icons', `${name}.png`));
}
