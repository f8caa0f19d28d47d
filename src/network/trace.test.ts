import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALWAYS, indexByAccount, paidBy, receivedBy } from './account-flows.ts';
import { linkMoney, type MoneyLinks } from './fifo.ts';
import { flowsOf } from './made-flows.ts';
import {
  shareReaching,
  type Trace,
  traceDown,
  traceDownFrom,
  traceUp,
  traceUpFrom,
} from './trace.ts';

/** Amounts in the millions: whole-unit rounding is then far below what the paths differ by. */
const SCALE = 1_000_000;
const ROUNDING = 2_000;

const graphs = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 30 }),
    payer: fc.integer({ min: 0, max: 6 }),
    payee: fc.integer({ min: 0, max: 6 }),
    amountMinor: fc.integer({ min: 1, max: 9 }).map((n) => n * SCALE + n),
  }),
  { minLength: 1, maxLength: 25 },
);
const hubSets = fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 1 });

/** Every path by itself, amounts as fractions of the payment they are in. */
function enumeratePaths(
  links: MoneyLinks,
  down: boolean,
  starts: readonly number[],
  home: number,
  hopsMax: number,
): Map<number, number[]> {
  const { flows } = links;
  const reached = new Map<number, number[]>();
  const walk = (t: number, minor: number, hop: number): void => {
    const account = down ? flows.payee[t] : flows.payer[t];
    const byHop = reached.get(account) ?? new Array(hopsMax + 1).fill(0);
    byHop[hop] += minor;
    reached.set(account, byHop);
    if (account === home || links.hubs.has(account) || hop === hopsMax) return;
    for (let i = 0; i < links.count; i++) {
      if ((down ? links.credit : links.debit)[i] !== t) continue;
      const part = (minor * links.amountMinor[i]) / flows.amountMinor[t];
      walk((down ? links.debit : links.credit)[i], part, hop + 1);
    }
  };
  for (const t of starts) walk(t, flows.amountMinor[t], 1);
  return reached;
}

function endedMinor(trace: Trace): number {
  let sum = 0;
  for (const visit of trace.accounts.values()) for (const minor of visit.endedMinor) sum += minor;
  return sum;
}

describe('traces', () => {
  it('agree with the list of all paths, hop by hop, in both directions', () => {
    fc.assert(
      fc.property(
        graphs,
        hubSets,
        fc.boolean(),
        fc.integer({ min: 1, max: 5 }),
        (rows, hubs, down, hopsMax) => {
          const flows = flowsOf(rows);
          const links = linkMoney(flows, new Set(hubs), 'exact');
          const index = indexByAccount(flows);
          const starts = Array.from((down ? paidBy : receivedBy)(index, flows, 0));
          const trace = (down ? traceDownFrom : traceUpFrom)(links, 0, starts, { hopsMax });
          const paths = enumeratePaths(links, down, starts, 0, hopsMax);
          for (const [account, byHop] of paths)
            for (let hop = 1; hop <= hopsMax; hop++) {
              const got = trace.accounts.get(account)?.byHop[hop] ?? 0;
              expect(Math.abs(got - byHop[hop])).toBeLessThan(ROUNDING);
            }
          for (const [account, visit] of trace.accounts)
            if (visit.minor > ROUNDING) expect(paths.has(account)).toBe(true);
        },
      ),
    );
  });

  it('lose and invent not one minor unit', () => {
    fc.assert(
      fc.property(
        graphs,
        hubSets,
        fc.boolean(),
        fc.record({
          hopsMax: fc.integer({ min: 1, max: 8 }),
          floorMinor: fc.constantFrom(0, 1, SCALE),
          heldMsMax: fc.constantFrom(0, 5, 100),
        }),
        fc.array(fc.nat(24), { maxLength: 6 }),
        (rows, hubs, down, options, picks) => {
          const flows = flowsOf(rows);
          const links = linkMoney(flows, new Set(hubs), 'exact');
          const starts = [...new Set(picks.map((pick) => pick % flows.count))].map((transfer) => ({
            transfer,
            minor: Math.ceil(flows.amountMinor[transfer] / 3),
          }));
          const trace = (down ? traceDown : traceUp)(links, starts, options);
          expect(endedMinor(trace)).toBe(trace.startedMinor);
          for (const [t, minor] of trace.transfers) {
            expect(Number.isInteger(minor)).toBe(true);
            expect(minor).toBeLessThanOrEqual(flows.amountMinor[t]);
          }
        },
      ),
    );
  });

  it('share a payment of odd amounts over its parts in whole minor units', () => {
    const flows = flowsOf([
      { at: 1, payer: 1, payee: 5, amountMinor: 1 },
      { at: 2, payer: 2, payee: 5, amountMinor: 1 },
      { at: 3, payer: 3, payee: 5, amountMinor: 1 },
      { at: 4, payer: 5, payee: 6, amountMinor: 3 },
      { at: 5, payer: 6, payee: 7, amountMinor: 2 },
    ]);
    const links = linkMoney(flows, new Set(), 'exact');
    const up = traceUp(links, [{ transfer: 4, minor: 2 }]);
    const payers = [1, 2, 3].map((account) => up.accounts.get(account)?.minor ?? 0);
    expect(payers).toEqual([1, 1, 0]);
  });

  it('stop at a hub, count it, and do not walk through it', () => {
    const flows = flowsOf([
      { at: 1, payer: 0, payee: 1, amountMinor: 100 },
      { at: 2, payer: 1, payee: 2, amountMinor: 100 },
      { at: 3, payer: 2, payee: 3, amountMinor: 100 },
    ]);
    const links = linkMoney(flows, new Set([2]), 'exact');
    const trace = traceDownFrom(links, 0, paidBy(indexByAccount(flows), flows, 0, ALWAYS));
    expect([...trace.accounts.keys()]).toEqual([1, 2]);
    expect(trace.cut).toBe(1);
  });

  it('count money that goes round once when asked how much reached an account', () => {
    const flows = flowsOf([
      { at: 1, payer: 0, payee: 1, amountMinor: 100 },
      { at: 2, payer: 1, payee: 2, amountMinor: 100 },
      { at: 3, payer: 2, payee: 1, amountMinor: 100 },
      { at: 4, payer: 1, payee: 3, amountMinor: 40 },
    ]);
    const links = linkMoney(flows, new Set(), 'exact');
    const starts = [{ transfer: 0, minor: 100 }];
    expect(traceDown(links, starts).accounts.get(1)?.minor).toBe(200);
    expect(shareReaching(links, starts, 1)).toBe(1);
    expect(shareReaching(links, starts, 3)).toBe(0.4);
  });

  it('work with amounts whose products pass 2^53', () => {
    const big = 8_000_000_000_000_001;
    const flows = flowsOf([
      { at: 1, payer: 0, payee: 1, amountMinor: big },
      { at: 2, payer: 1, payee: 2, amountMinor: 3_000_000_000_000_001 },
      { at: 3, payer: 1, payee: 3, amountMinor: 5_000_000_000_000_000 },
    ]);
    const trace = traceDown(linkMoney(flows, new Set(), 'exact'), [
      { transfer: 0, minor: 7_777_777_777_777_777 },
    ]);
    expect(endedMinor(trace)).toBe(7_777_777_777_777_777);
    const two = BigInt(trace.accounts.get(2)?.minor ?? 0);
    const exact = (7_777_777_777_777_777n * 3_000_000_000_000_001n) / BigInt(big);
    expect(two === exact || two === exact + 1n).toBe(true);
  });
});
