import { expect, it } from 'vitest';
import { normalShare } from '../simulated-learner.fixture.ts';
import { probit } from './normal.ts';
import { t95 } from './student-t.ts';

it('probit is the inverse of the normal share', () => {
  for (let x = -5; x <= 5; x += 0.01) expect(probit(normalShare(x))).toBeCloseTo(x, 6);
  expect(probit(0)).toBe(-Infinity);
  expect(probit(1)).toBe(Infinity);
  expect(() => probit(1.1)).toThrow(RangeError);
});

it('t has the values of every table', () => {
  const table = [
    ...[12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16],
  ];
  for (const [i, t] of table.entries()) expect(t95(i + 1), `df ${i + 1}`).toBeCloseTo(t, 3);
  expect(t95(29)).toBeCloseTo(2.045, 3);
  expect(t95(1e6)).toBeCloseTo(1.96, 3);
  expect(t95(4.5)).toBeGreaterThan(t95(5));
  expect(t95(4.5)).toBeLessThan(t95(4));
  expect(() => t95(0.5)).toThrow(RangeError);
});
