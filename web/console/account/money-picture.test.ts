import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TimelineItem } from '../api.ts';
import { moneyPicture } from './money-picture.ts';
import { inOrder, moneySteps } from './money-steps.ts';

const move = (
  seq: number,
  at: number,
  direction: 'in' | 'out',
  amountMinor: number,
): TimelineItem => ({
  seq,
  id: `t${seq}`,
  at,
  direction,
  other: { ref: 1, name: '••••' },
  amountMinor,
  channel: 'transfer',
  purpose: 'unknown',
  score: 0,
  verdict: seq % 3 === 0 ? 'review' : 'allow',
  signals: [],
});

const moves = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 10 ** 9 }),
      fc.constantFrom('in' as const, 'out' as const),
      fc.integer({ min: 1, max: 10 ** 12 }),
    ),
    { minLength: 1, maxLength: 60 },
  )
  .map((list) => list.map(([at, direction, minor], i) => move(i + 1, at, direction, minor)));

test('what is left is what came less what could be taken of it', () => {
  const list = [move(1, 1, 'in', 100), move(2, 2, 'out', 30), move(3, 3, 'out', 500)];
  expect(moneySteps(inOrder(list.toReversed())).map(({ minor }) => minor)).toEqual([100, 70, 0]);
});

test('everything stays inside the picture, money that came above the axis and the rest below', () => {
  fc.assert(
    fc.property(moves, fc.constantFrom(720, 1300), (items, width) => {
      const picture = moneyPicture(items, width);
      expect(picture.bars).toHaveLength(items.length);
      for (const { item, x, y, height } of picture.bars) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(width + 1e-6);
        if (item.direction === 'in') expect(y + height).toBeCloseTo(picture.axisY, 6);
        else expect(y).toBe(picture.axisY);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y + height).toBeLessThanOrEqual(picture.height);
      }
      for (const { y } of picture.lines) {
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(picture.height);
      }
      expect(picture.steps).not.toMatch(/NaN|undefined/);
      expect(picture.marks.every(({ item }) => item.verdict !== 'allow')).toBe(true);
    }),
  );
});

test('a later transfer never stands left of an earlier one', () => {
  fc.assert(
    fc.property(moves, (items) => {
      const xs = moneyPicture(items, 900).bars.map(({ x }) => x);
      for (let i = 1; i < xs.length; i++) expect(xs[i]).toBeGreaterThanOrEqual(xs[i - 1] - 1e-6);
    }),
  );
});
