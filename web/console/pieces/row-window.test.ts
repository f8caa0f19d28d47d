import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawnRows, rangeInSight, scrollTo } from './row-window.ts';

const sights = fc.record({
  count: fc.integer({ min: 0, max: 200_000 }),
  rowHeight: fc.constantFrom(40, 44, 116),
  top: fc.integer({ min: -9_000_000, max: 3_000 }),
  height: fc.integer({ min: 300, max: 2_000 }),
});

test('every row in sight is drawn, and never many more than that', () => {
  fc.assert(
    fc.property(sights, ({ count, rowHeight, top, height }) => {
      const { from, to } = rangeInSight(count, rowHeight, top, height);
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThanOrEqual(count);
      expect(to - from).toBeGreaterThanOrEqual(0);
      expect(to - from).toBeLessThanOrEqual(Math.ceil(height / rowHeight) + 13);
      const first = Math.max(0, Math.floor(-top / rowHeight));
      const last = Math.min(count, Math.ceil((height - top) / rowHeight));
      for (const row of [first, last - 1])
        if (row >= first && row < last) {
          expect(row).toBeGreaterThanOrEqual(from);
          expect(row).toBeLessThan(to);
        }
    }),
  );
});

test('the row with the focus stays in the document, in its place', () => {
  expect(drawnRows({ from: 10, to: 13 }, null)).toEqual([10, 11, 12]);
  expect(drawnRows({ from: 10, to: 13 }, 11)).toEqual([10, 11, 12]);
  expect(drawnRows({ from: 10, to: 13 }, 2)).toEqual([2, 10, 11, 12]);
  expect(drawnRows({ from: 10, to: 13 }, 99)).toEqual([10, 11, 12, 99]);
});

test('a row is scrolled to by as little as shows it whole under the bars', () => {
  expect(scrollTo(300, 40, 800, 90)).toBe(0);
  expect(scrollTo(60, 40, 800, 90)).toBe(-30);
  expect(scrollTo(790, 40, 800, 90)).toBe(30);
});
