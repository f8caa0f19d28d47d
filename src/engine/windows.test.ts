import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Accounts } from './accounts.ts';
import { WINDOW_MS } from './features.ts';
import { F } from './layout.ts';
import { type Direction, IN, OUT, Windows } from './windows.ts';

interface Payment {
  at: number;
  direction: Direction;
  amountMinor: number;
}

/** One account and its windows, driven as the ledger drives them. */
function account() {
  const accounts = new Accounts();
  accounts.ensure(0);
  const windows = new Windows(accounts);
  const { f64 } = accounts.page(0);
  const move = (at: number): void => {
    if (!(f64[F.lastAt] >= at)) f64[F.lastAt] = at;
  };
  return {
    windows,
    move,
    pay({ at, direction, amountMinor }: Payment): void {
      move(at);
      windows.add(0, direction, { at, amountMinor });
    },
    /** [count, sum] of every window. */
    read(direction: Direction): [number, number][] {
      const f = new Float64Array(12);
      windows.fill(f, 0, 0, direction);
      return WINDOW_MS.map((_, w) => [f[w * 3], f[w * 3 + 1]]);
    },
  };
}

const events = (gap: fc.Arbitrary<number>, maxLength: number) =>
  fc.array(
    fc.record({
      gapMs: gap,
      direction: fc.constantFrom<Direction>(IN, OUT),
      amountMinor: fc.integer({ min: 1, max: 100_000_000 }),
    }),
    { maxLength },
  );
const minutes = fc.integer({ min: 0, max: 7_200_000 });
const days = fc.integer({ min: 0, max: 10 * 86_400_000 });
const back = fc.integer({ min: -40 * 86_400_000, max: 0 });

/** What each window must hold: all payments whose eighth is one of the last eight, seen from the latest time. */
function truth(seen: readonly Payment[], direction: Direction): [number, number][] {
  const now = Math.max(...seen.map((e) => e.at));
  return WINDOW_MS.map((ms) => {
    const eighth = (t: number): number => Math.floor(t / (ms / 8));
    const inside = seen.filter((e) => e.direction === direction && eighth(now) - eighth(e.at) < 8);
    return [inside.length, inside.reduce((sum, e) => sum + e.amountMinor, 0)];
  });
}

function check(list: readonly { gapMs: number; direction: Direction; amountMinor: number }[]) {
  const one = account();
  let at = 1_700_000_000_000;
  const seen: Payment[] = [];
  for (const { gapMs, direction, amountMinor } of list) {
    at += gapMs;
    const payment = { at, direction, amountMinor };
    one.pay(payment);
    seen.push(payment);
    for (const d of [IN, OUT] as const) expect(one.read(d)).toEqual(truth(seen, d));
  }
}

test('a window holds exactly the payments of its eighths, count and sum', () => {
  fc.assert(fc.property(events(fc.oneof(minutes, days), 150), check), { numRuns: 60 });
  // A busy account: every eighth of every window is taken.
  fc.assert(fc.property(events(minutes, 400), check), { numRuns: 10 });
});

test('late payments count in every window that still covers their time, and only there', () => {
  fc.assert(fc.property(events(fc.oneof(minutes, minutes, days, back), 150), check), {
    numRuns: 400,
  });
});

test('a late payment that finds the list full and joins an entry is counted once', () => {
  const late = [0, -587_600_001, -450_000, 0];
  check(late.map((gapMs, i) => ({ gapMs, direction: i === 0 ? OUT : IN, amountMinor: 1 })));
});

test('times before 1970 are times like others', () => {
  const one = account();
  for (let day = -60; day < 60; day++)
    one.pay({ at: day * 86_400_000, direction: IN, amountMinor: 1 });
  expect(one.read(IN)[3][0]).toBeGreaterThanOrEqual(25);
  expect(one.read(IN)[3][0]).toBeLessThanOrEqual(28);
});

test('a window covers at least 7/8 of its span and never more than the whole', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 3 }),
      fc.nat(3_000_000_000),
      fc.nat(3_000_000_000),
      (w, start, gap) => {
        const one = account();
        one.pay({ at: start, direction: IN, amountMinor: 1 });
        one.move(start + gap);
        const counted = one.read(IN)[w][0] === 1;
        if (gap < (WINDOW_MS[w] * 7) / 8) expect(counted).toBe(true);
        if (gap >= WINDOW_MS[w]) expect(counted).toBe(false);
      },
    ),
  );
});

test('memory is bounded: years of payments every minute take one block of 32 entries', () => {
  const one = account();
  for (let i = 0; i < 200_000; i++) one.pay({ at: i * 61_000, direction: OUT, amountMinor: 1 });
  expect(one.windows.bytesOf(0)).toBe(32 * 16);
});
