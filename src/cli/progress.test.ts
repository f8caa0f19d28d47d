import { expect, test } from 'vitest';
import { Progress } from './progress.ts';

function drawn(
  isTTY: boolean,
  steps: readonly (readonly [number, number, number])[],
  columns = 80,
) {
  let now = 0;
  const written: string[] = [];
  const stream = { isTTY, columns, write: (text: string) => written.push(text) };
  const progress = new Progress({ stream, now: () => now, language: 'en', totalBytes: 1000 });
  for (const [at, bytes, rows] of steps) {
    now = at;
    progress.advance(bytes, rows);
  }
  return { progress, written };
}

test('is silent where nobody watches', () => {
  const { progress, written } = drawn(false, [
    [500, 100, 10],
    [5000, 500, 50],
  ]);
  progress.end();
  expect(written).toEqual([]);
});

test('shows the share read, rows a second and the time left', () => {
  const { written } = drawn(true, [[2000, 250, 5_000]]);
  expect(written.at(-1)).toContain('25 %');
  expect(written.at(-1)).toContain('2\u202f500 rows/s');
  expect(written.at(-1)).toContain('left 0:06');
});

test('draws at most ten times a second', () => {
  const steps = Array.from({ length: 100 }, (_, i) => [i * 10, 1, 1] as const);
  expect(drawn(true, steps).written.length).toBe(10);
});

test('the time left follows the speed of the last seconds and not of the whole', () => {
  const slow = Array.from({ length: 100 }, (_, i) => [(i + 1) * 1000, 1, 1] as const);
  const fast = Array.from({ length: 20 }, (_, i) => [100_000 + (i + 1) * 1000, 20, 20] as const);
  expect(drawn(true, [...slow, ...fast]).written.at(-1)).toContain('left 0:25');
});

test('never passes 100 % nor the width of the terminal, and wipes its line at the end', () => {
  const { progress, written } = drawn(true, [[1000, 5000, 9]], 32);
  expect(written.at(-1)).toContain('100 %');
  expect(written.at(-1)?.replace('\r\u001b[2K', '').length).toBeLessThan(32);
  progress.end();
  expect(written.at(-1)).toBe('\r\u001b[2K');
});
