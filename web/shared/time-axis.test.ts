import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTimeAxis } from './time-axis.ts';

const DAY_MS = 86_400_000;
const moments = fc.array(fc.integer({ min: 0, max: 400 * DAY_MS }), {
  minLength: 1,
  maxLength: 60,
});

test('time never runs backwards and stays inside the width', () => {
  fc.assert(
    fc.property(moments, (at) => {
      const axis = createTimeAxis(at, 1000);
      const places = at.toSorted((a, b) => a - b).map(axis.x);
      for (const [i, place] of places.entries()) {
        expect(place).toBeGreaterThanOrEqual(-1e-6);
        expect(place).toBeLessThanOrEqual(1000 + 1e-6);
        if (i > 0) expect(place).toBeGreaterThanOrEqual(places[i - 1] - 1e-6);
      }
      expect(axis.ticks.length).toBeGreaterThan(0);
    }),
  );
});

test('minutes stay visible beside a pause of weeks', () => {
  const burst = [0, 5, 9, 20].map((minutes) => minutes * 60_000);
  const axis = createTimeAxis([...burst, ...burst.map((at) => at + 30 * DAY_MS)], 1000);
  expect(axis.breaks).toHaveLength(1);
  expect(axis.x(burst[1]) - axis.x(burst[0])).toBeGreaterThan(50);
});

test('one moment alone needs no break', () => {
  const axis = createTimeAxis([5], 1000);
  expect(axis.breaks).toEqual([]);
  expect(axis.x(5)).toBe(0);
});
