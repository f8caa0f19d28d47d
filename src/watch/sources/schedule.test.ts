import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { healthOf, nextPoll, type Poll } from './schedule.ts';

const MIN = 60_000;
const base: Poll = {
  at: 1_000_000_000_000,
  everyMin: 30,
  ok: true,
  failures: 0,
  notBefore: undefined,
  hasMore: false,
  spread: 0,
};

describe('the next visit', () => {
  it.each([
    ['after its time', {}, 30 * MIN, 0],
    ['soon when there is more', { hasMore: true }, 30_000, 0],
    ['a little later, never earlier', { spread: 1 }, 33 * MIN, 0],
    ['twice as late after a failure', { ok: false }, 60 * MIN, 1],
    ['eight times after three', { ok: false, failures: 2 }, 240 * MIN, 3],
    ['once a day at most', { ok: false, failures: 900 }, 1440 * MIN, 901],
    ['of a weekly source still weekly', { ok: false, everyMin: 10_080 }, 10_080 * MIN, 1],
    ['no sooner than five minutes', { everyMin: 1 }, 5 * MIN, 0],
    ['when the site allows it', { ok: false, notBefore: base.at + 999 * MIN }, 999 * MIN, 1],
  ] as const)('comes %s', (_, poll, waitMs, failures) => {
    const next = nextPoll({ ...base, ...poll });
    expect(next).toEqual({ nextAt: base.at + waitMs, failures });
  });

  it('does not come for what is read once, unless it failed or has more', () => {
    const once = { ...base, everyMin: undefined };
    expect(nextPoll(once).nextAt).toBeUndefined();
    expect(nextPoll({ ...once, hasMore: true }).nextAt).toBe(base.at + 30_000);
    expect(nextPoll({ ...once, ok: false }).nextAt).toBe(base.at + 10 * MIN);
    expect(nextPoll({ ...once, ok: false, failures: 4 }).nextAt).toBeUndefined();
  });

  it('is always later than now, and a success forgets failures', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50_000 }),
        fc.nat(5_000),
        fc.boolean(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (everyMin, failures, ok, spread) => {
          const next = nextPoll({ ...base, everyMin, failures, ok, spread });
          expect(next.nextAt).toBeGreaterThan(base.at);
          expect(next.failures).toBe(ok ? 0 : failures + 1);
        },
      ),
    );
  });

  it('shows how the source stands', () => {
    const source = { everyMin: 30, failures: 0, createdAt: 0 };
    expect(healthOf(MIN, source)).toBe('new');
    expect(healthOf(100 * MIN, source)).toBe('late');
    expect(healthOf(100 * MIN, { ...source, lastOkAt: 50 * MIN })).toBe('good');
    expect(healthOf(100 * MIN, { ...source, lastOkAt: 50 * MIN, failures: 3 })).toBe('failing');
  });
});
