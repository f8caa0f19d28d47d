import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { qrCode } from './qr-code.ts';

const picture = (text: string): string[] =>
  qrCode(text).map((row) => row.map((dark) => (dark ? '#' : '.')).join(''));

/** Both were read back by OpenCV 4's QRCodeDetector when they were written down. */
test('a short text is the picture that another program reads', () => {
  expect(picture('qorgan')).toEqual([
    '#######.#..##.#######',
    '#.....#.#.###.#.....#',
    '#.###.#.##.#..#.###.#',
    '#.###.#..#..#.#.###.#',
    '#.###.#.###.#.#.###.#',
    '#.....#..####.#.....#',
    '#######.#.#.#.#######',
    '.........####........',
    '#..######...##..#.###',
    '..###....##.#.#.##...',
    '###...##..#..##.#..##',
    '#.####...#.#......##.',
    '..###.#..##...#....##',
    '........#..##.....#..',
    '#######.#...#####....',
    '#.....#.######...##..',
    '#.###.#.#..##.#.##.##',
    '#.###.#.##.##.....#..',
    '#.###.#...#...#.#..##',
    '#.....#..##..###.####',
    '#######.####...##....',
  ]);
});

test.each([
  [106, 41, '5c85c59bafdc539b'],
  [230, 61, 'c8b016d437f69d5b'],
  [400, 77, '9628f3aa9322dc7d'],
])('a text of %i bytes is the picture that another program reads', (length, size, digest) => {
  const rows = picture('otpauth://totp/'.padEnd(length, 'x1Y/'));
  expect(rows).toHaveLength(size);
  const found = createHash('sha256').update(rows.join('\n')).digest('hex');
  expect(found.slice(0, 16)).toBe(digest);
});

test('a text that no code of this size holds is refused', () => {
  expect(() => qrCode('x'.repeat(667))).toThrow(RangeError);
  expect(qrCode('x'.repeat(666))).toHaveLength(97);
});
