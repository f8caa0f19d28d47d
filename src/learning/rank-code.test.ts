import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rankCode, valueOfCode } from './rank-code.ts';

const numbers = fc.oneof(
  fc.double({ noNaN: true, min: -1e30, max: 1e30 }),
  fc.float({ noNaN: true }),
  fc.integer({ min: -1000, max: 1000 }),
  fc.constantFrom(0, -0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
);

test('codes sort as the numbers do, and NaN comes first', () => {
  fc.assert(
    fc.property(numbers, numbers, (a, b) => {
      if (a < b) expect(rankCode(a)).toBeLessThanOrEqual(rankCode(b));
      if (rankCode(a) < rankCode(b)) expect(a).toBeLessThan(b + Number.MIN_VALUE);
      expect(rankCode(a)).toBeGreaterThan(0);
    }),
  );
  expect(rankCode(Number.NaN)).toBe(0);
  expect(valueOfCode(0)).toBeNaN();
});

test('comparing codes says what comparing with the value of a code says', () => {
  fc.assert(
    fc.property(numbers, numbers, (x, edge) => {
      const code = rankCode(edge);
      expect(rankCode(x) >= code).toBe(x >= valueOfCode(code));
    }),
    { numRuns: 2000 },
  );
});

test('a code stands for a step of less than one per cent', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-3, max: 1e15, noNaN: true }), (x) => {
      const value = valueOfCode(rankCode(x));
      expect(value).toBeLessThanOrEqual(x);
      expect(value).toBeGreaterThan(x * 0.99);
    }),
  );
});
