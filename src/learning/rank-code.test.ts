import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rankCode, valueOfCode } from './rank-code.ts';

/** All there is: doubles of every size, the edges of single precision, and what codes stand for. */
const value = fc.oneof(
  fc.double({ noNaN: true }),
  fc.float({ noNaN: true }),
  fc.integer({ min: -1000, max: 1000 }),
  fc.constantFrom(
    0,
    -0,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    3.4e38,
    3.5e38,
    -3.5e38,
  ),
  fc.constantFrom(5e-324, -5e-324, 1e-45, -1e-45, 1.4e-45, -1.4e-45, 2 ** -126, -(2 ** -126)),
  fc
    .integer({ min: 1, max: 0xffff })
    .map(valueOfCode)
    .filter((v) => !Number.isNaN(v)),
);
const RUNS = { numRuns: 20_000, seed: 1 };
const FIRST = rankCode(Number.NEGATIVE_INFINITY);
const LAST = rankCode(Number.POSITIVE_INFINITY);

test('codes sort as the numbers do, and what is not known before all', () => {
  fc.assert(
    fc.property(value, value, (a, b) => {
      if (a <= b) expect(rankCode(a)).toBeLessThanOrEqual(rankCode(b));
      if (a === b) expect(rankCode(a)).toBe(rankCode(b));
    }),
    RUNS,
  );
  expect(rankCode(Number.NaN)).toBe(0);
  expect(FIRST).toBeGreaterThan(0);
  expect(valueOfCode(0)).toBeNaN();
});

test('a number lies between the value of its code and that of the next, which is near', () => {
  fc.assert(
    fc.property(value, (x) => {
      const code = rankCode(x);
      expect(valueOfCode(code) <= x).toBe(true);
      if (code === LAST) return;
      const next = valueOfCode(code + 1);
      expect(next > x).toBe(true);
      const size = Math.abs(x);
      if (size > 1e-37 && size < 3e38) expect(next - valueOfCode(code)).toBeLessThan(0.008 * size);
    }),
    RUNS,
  );
});

test('asking the code is asking the number: both are from a threshold on together', () => {
  const code = fc.integer({ min: FIRST, max: LAST });
  fc.assert(
    fc.property(fc.oneof(value, fc.constant(Number.NaN)), code, (x, c) => {
      expect(x >= valueOfCode(c)).toBe(rankCode(x) >= c);
    }),
    RUNS,
  );
  for (const c of [rankCode(0) - 1, rankCode(0), rankCode(0) + 1])
    for (const x of [0, -0, 1e-45, -1e-45]) expect(x >= valueOfCode(c)).toBe(rankCode(x) >= c);
});

test('every code between the infinities stands for itself', () => {
  for (let c = FIRST; c <= LAST; c++) {
    // Nothing lies between the zeros, so that the lower one has no code.
    const same = Object.is(valueOfCode(c), -0) ? c + 1 : c;
    expect(rankCode(valueOfCode(c))).toBe(same);
  }
});
