import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { channelCode } from '../src/domain/transfer.ts';
import { Engine, type EngineOptions } from '../src/engine/engine.ts';
import { featureIndex } from '../src/engine/features.ts';
import { loadRuleset } from '../src/service/ruleset.ts';

const DAY_SEC = 86_400;
const START_SEC = Math.floor(Date.UTC(2025, 2, 1) / 1000);
const [TRANSFER, IN, OUT] = (['transfer', 'cash_in', 'cash_out'] as const).map(channelCode);

let options: EngineOptions;
beforeAll(async () => {
  const ruleset = await loadRuleset();
  const thresholdsMinor: number[] = [];
  options = { ruleset, clock: 'exact', currency: 'KZT', thresholdsMinor, allFeatures: true };
});

interface Row {
  readonly sec: number;
  readonly payer: number;
  readonly payee: number;
  readonly amountMinor: number;
  readonly channel: number;
}

/** So few accounts that every table holds them all, over months. */
const rows = fc
  .array(
    fc.record({
      payer: fc.nat(7),
      step: fc.integer({ min: 1, max: 7 }),
      gap: fc.oneof(fc.integer({ min: 0, max: 2 * DAY_SEC }), fc.constantFrom(0, 7 * DAY_SEC)),
      amountMinor: fc.integer({ min: 1, max: 10_000_000 }),
      channel: fc.constantFrom(TRANSFER, TRANSFER, TRANSFER, IN, OUT),
    }),
    { minLength: 1, maxLength: 50 },
  )
  .map((list): Row[] => {
    let sec = START_SEC;
    return list.map(({ step, gap, ...row }) => {
      sec += gap;
      return { ...row, sec, payee: (row.payer + step) % 8 };
    });
  });

const sum = (list: readonly Row[]): number => list.reduce((all, r) => all + r.amountMinor, 0);
const days = (sec: number): number => Math.floor(sec / DAY_SEC);
const sinceLast = (now: number, before: readonly Row[]): number =>
  before.length === 0 ? Number.NaN : (now - before[before.length - 1].sec) * 1000;

/** Counterparties that were met, with the seconds of the first and the last time. */
function met(list: readonly Row[], side: 'payer' | 'payee'): { first: number; last: number }[] {
  const by = new Map<number, { first: number; last: number }>();
  for (const row of list)
    if (row.channel === TRANSFER)
      by.set(row[side], { first: by.get(row[side])?.first ?? row.sec, last: row.sec });
  return [...by.values()];
}

const fresh = (
  list: readonly Row[],
  side: 'payer' | 'payee',
  now: number,
  within: number,
): number =>
  met(list, side).filter(
    ({ first, last }) => now - last <= 28 * DAY_SEC && days(now) - days(first) <= within,
  ).length;

/** What the features that a model brought should be, by looking through all there was. */
function slow(list: readonly Row[], i: number): Record<string, number> {
  const row = list[i];
  const [before, so] = [list.slice(0, i), list.slice(0, i + 1)];
  const pair = before.filter(
    (r) => r.payer === row.payer && r.payee === row.payee && r.channel === TRANSFER,
  );
  const of: Record<string, number> = {
    't.seen_ms': Math.min(60 * DAY_SEC, row.sec - list[0].sec) * 1000,
    'pair.gap_ms': row.channel === TRANSFER ? sinceLast(row.sec, pair) : Number.NaN,
    'pattern.source_fan_out': fanOut(before, row),
  };
  for (const side of ['payer', 'payee'] as const) {
    const account = row[side];
    const came = (rest: readonly Row[]) => rest.filter((r) => r.payee === account);
    const left = (rest: readonly Row[]) => rest.filter((r) => r.payer === account);
    const cash = (rest: readonly Row[], channel: number) =>
      rest.filter((r) => r.channel === channel);
    const all = [sum(came(so)), sum(left(so))];
    of[`${side}.new_payers_7d`] = fresh(came(so), 'payer', row.sec, 7);
    of[`${side}.new_payers_28d`] = fresh(came(so), 'payer', row.sec, 28);
    of[`${side}.new_payees_7d`] = fresh(left(so), 'payee', row.sec, 7);
    of[`${side}.new_payees_28d`] = fresh(left(so), 'payee', row.sec, 28);
    of[`${side}.since_in_ms`] = sinceLast(row.sec, came(before));
    of[`${side}.since_out_ms`] = sinceLast(row.sec, left(before));
    of[`${side}.to_mean_in`] = (row.amountMinor * came(so).length) / all[0];
    of[`${side}.to_mean_out`] = (row.amountMinor * left(so).length) / all[1];
    of[`${side}.cash_in_share`] = sum(cash(came(before), IN)) / all[0];
    of[`${side}.cash_out_share`] = sum(cash(left(before), OUT)) / all[1];
  }
  return of;
}

/** The most accounts that one recent payer of the payer paid for the first time within 14 days. */
function fanOut(before: readonly Row[], { payer, sec }: Row): number {
  const acquainted = before.filter((r) => r.channel === TRANSFER);
  const recent = acquainted.filter((r) => r.payee === payer && sec - r.sec <= 28 * DAY_SEC);
  const sources = [...new Set(recent.map((r) => r.payer))];
  const widths = sources.map((source) => {
    const paid = acquainted.filter((r) => r.payer === source);
    return met(paid, 'payee').filter(({ first }) => days(sec) - days(first) <= 14).length;
  });
  return Math.max(0, ...widths);
}

test('features that models brought are what looking through all there was gives', () => {
  fc.assert(
    fc.property(rows, (list) => {
      const engine = new Engine(options);
      list.forEach((row, i) => {
        engine.step(row.sec * 1000, row.payer, row.payee, row.amountMinor, row.channel, 0, 0);
        // Who is recognised as a shop is another matter.
        fc.pre(engine.counts().hubs === 0);
        for (const [name, value] of Object.entries(slow(list, i))) {
          const said = engine.features[featureIndex(name)];
          if (Number.isNaN(value)) expect(said, name).toBeNaN();
          // Cash is kept in single precision.
          else expect(Math.abs(said - value), name).toBeLessThanOrEqual(1e-6 * Math.abs(value));
        }
      });
    }),
    { numRuns: 150, seed: 8 },
  );
});
