import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EndedLook, healthOf, nextLook } from './schedule.ts';

const MIN = 60_000;
const base: EndedLook = {
  at: 1_000_000_000_000,
  everyMin: 30,
  isOk: true,
  failures: 0,
  notBefore: undefined,
  hasMore: false,
  spread: 0,
};

describe('the next look', () => {
  it.each([
    ['after its time', {}, 30 * MIN, 0],
    ['soon when there is more', { hasMore: true }, 30_000, 0],
    ['a little later, never earlier', { spread: 1 }, 33 * MIN, 0],
    ['twice as late after a failure', { isOk: false }, 60 * MIN, 1],
    ['eight times after three', { isOk: false, failures: 2 }, 240 * MIN, 3],
    ['once a day at most', { isOk: false, failures: 900 }, 1440 * MIN, 901],
    ['of a weekly source still weekly', { isOk: false, everyMin: 10_080 }, 10_080 * MIN, 1],
    ['when the site allows it', { isOk: false, notBefore: base.at + 999 * MIN }, 999 * MIN, 1],
  ] as const)('comes %s', (_, look, waitMs, failures) => {
    expect(nextLook({ ...base, ...look })).toEqual({ nextAt: base.at + waitMs, failures });
  });

  it('at a source that is looked at by hand does not come by itself', () => {
    for (const isOk of [true, false])
      expect(nextLook({ ...base, everyMin: null, isOk, hasMore: true }).nextAt).toBeNull();
  });

  it('is always later than now, and a success forgets failures', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 43_200 }),
        fc.nat(5_000),
        fc.boolean(),
        fc.boolean(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (everyMin, failures, isOk, hasMore, spread) => {
          const next = nextLook({ ...base, everyMin, failures, isOk, hasMore, spread });
          expect(next.nextAt).toBeGreaterThan(base.at);
          expect(next.failures).toBe(isOk ? 0 : failures + 1);
        },
      ),
    );
  });
});

it.each([
  ['ok', {}],
  ['waiting', { lastOkAt: null }],
  ['failing', { failures: 1 }],
  ['failing', { failures: 1, everyMin: null }],
  ['by_hand', { everyMin: null, lastOkAt: null }],
  ['paused', { state: 'paused', failures: 5 }],
] as const)('a source stands as %s', (health, standing) => {
  const source = { state: 'active', everyMin: 30, failures: 0, lastOkAt: 1 } as const;
  expect(healthOf({ ...source, ...standing })).toBe(health);
});
