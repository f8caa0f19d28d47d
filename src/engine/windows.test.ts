import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Accounts } from './accounts.ts';
import { WINDOW_MS } from './features.ts';
import { COUNTS_U16, F, U } from './layout.ts';
import { add, advance, type Direction } from './windows.ts';

function note(accounts: Accounts, direction: Direction, at: number, amountMinor: number): void {
  move(accounts, at);
  add(accounts.page(0), 0, 0, COUNTS_U16, direction, { at, amountMinor });
}

function move(accounts: Accounts, at: number): void {
  advance(accounts.page(0), 0, 0, COUNTS_U16, { at });
}

const events = fc.array(
  fc.record({
    gapMs: fc.oneof(
      fc.integer({ min: 0, max: 7_200_000 }),
      fc.integer({ min: 0, max: 10 * 86_400_000 }),
    ),
    direction: fc.constantFrom<Direction>(0, 1),
    amountMinor: fc.integer({ min: 1, max: 100_000_000 }),
  }),
  { maxLength: 150 },
);

test('a window holds exactly the payments of its eight buckets, count and sum', () => {
  fc.assert(
    fc.property(events, (list) => {
      const accounts = new Accounts();
      accounts.ensure(0);
      let at = 1_700_000_000_000;
      const seen: { at: number; direction: Direction; amountMinor: number }[] = [];
      for (const { gapMs, direction, amountMinor } of list) {
        at += gapMs;
        note(accounts, direction, at, amountMinor);
        seen.push({ at, direction, amountMinor });
        WINDOW_MS.forEach((ms, w) => {
          const bucket = (t: number) => Math.floor(t / (ms / 8));
          for (const d of [0, 1] as const) {
            const inside = seen.filter((e) => e.direction === d && bucket(at) - bucket(e.at) < 8);
            expect(accounts.f64(0, F.sumIn + d * 4 + w)).toBe(
              inside.reduce((sum, e) => sum + e.amountMinor, 0),
            );
            expect(accounts.u32(0, U.countIn + d * 4 + w)).toBe(inside.length);
          }
        });
      }
    }),
    { numRuns: 60 },
  );
});

test('a window covers at least 7/8 of its span and never more than the whole', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 3 }),
      fc.nat(3_000_000_000),
      fc.nat(3_000_000_000),
      (w, start, gap) => {
        const accounts = new Accounts();
        accounts.ensure(0);
        note(accounts, 0, start, 1);
        move(accounts, start + gap);
        const counted = accounts.u32(0, U.countIn + w) === 1;
        if (gap < (WINDOW_MS[w] * 7) / 8) expect(counted).toBe(true);
        if (gap >= WINDOW_MS[w]) expect(counted).toBe(false);
      },
    ),
  );
});

test('a late payment lands in its own bucket, or nowhere when that has gone', () => {
  const accounts = new Accounts();
  accounts.ensure(0);
  const now = 100 * 86_400_000;
  note(accounts, 0, now, 5);
  const late = now - 2 * 3_600_000;
  note(accounts, 0, late, 7);
  expect(accounts.f64(0, F.sumIn)).toBe(5);
  expect(accounts.f64(0, F.sumIn + 1)).toBe(12);
  move(accounts, now + 23 * 3_600_000);
  expect(accounts.f64(0, F.sumIn + 1)).toBe(5);
});
