import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Accounts } from './accounts.ts';
import { Counterparties, PAYEES, PAYERS } from './counterparties.ts';
import { FLAG } from './layout.ts';
import { Patterns } from './patterns.ts';

interface Edge {
  from: number;
  to: number;
  at: number;
}

const NODES = 7;
const edges = fc
  .array(fc.record({ from: fc.nat(NODES - 1), to: fc.nat(NODES - 1), gap: fc.nat(200_000) }), {
    maxLength: 14,
  })
  .map((list) => {
    let at = 1_000_000;
    return list
      .filter((e) => e.from !== e.to)
      .map((e): Edge => {
        at += e.gap;
        return { from: e.from, to: e.to, at };
      });
  });

function world(list: Edge[], hubs: number[] = []) {
  const accounts = new Accounts();
  accounts.ensure(NODES);
  const counterparties = new Counterparties(accounts);
  const was = { count: 0, sameSumRun: 0, lastSec: 0 };
  for (const e of list) {
    const at = e.at * 1000;
    counterparties.note({ account: e.from, other: e.to, at, amountMinor: 100 }, PAYEES, 0, was);
    counterparties.note({ account: e.to, other: e.from, at, amountMinor: 100 }, PAYERS, 0, was);
  }
  for (const h of hubs) accounts.setFlag(h, FLAG.hub);
  return new Patterns(accounts, counterparties);
}

const MONTH = 28 * 86_400;
/** What the tables keep: the last payment of each pair. */
function lastEdges(list: Edge[]): Edge[] {
  const last = new Map<string, Edge>();
  for (const e of list) last.set(`${e.from}>${e.to}`, e);
  return [...last.values()];
}

/** Every simple time-respecting path payee -> … -> payer, shortest length in transfers, closing one included. */
function bruteCycle(
  list: Edge[],
  payer: number,
  payee: number,
  now: number,
  hubs: number[],
): number {
  let best = 0;
  const walk = (node: number, bound: number, seen: number[], length: number): void => {
    for (const e of list) {
      if (e.to !== node || e.at > bound || now - e.at > MONTH) continue;
      if (e.from === payee) {
        if (best === 0 || length + 1 < best) best = length + 1;
      } else if (length < 5 && !seen.includes(e.from) && !hubs.includes(e.from))
        walk(e.from, e.at, [...seen, e.from], length + 1);
    }
  };
  walk(payer, now, [payer], 1);
  return best;
}

test('a cycle found is real and, on trees of first visits, the shortest; a miss is rare and never a false find', () => {
  let found = 0;
  let missed = 0;
  fc.assert(
    fc.property(
      edges,
      fc.nat(NODES - 1),
      fc.nat(NODES - 1),
      fc.nat(NODES - 1),
      (list, payer, payee, hub) => {
        if (payer === payee) return;
        const hubs = hub === payer || hub === payee ? [] : [hub];
        const now = (list.at(-1)?.at ?? 1_000_000) + 60;
        const { length } = world(list, hubs).findCycle(payer, payee, now, 100);
        const truth = bruteCycle(lastEdges(list), payer, payee, now, hubs);
        if (length > 0) {
          expect(truth).toBeGreaterThan(0);
          expect(length).toBeGreaterThanOrEqual(truth);
          found++;
        } else if (truth > 0) missed++;
      },
    ),
    { numRuns: 3000, seed: 7 },
  );
  expect(found).toBeGreaterThan(200);
  expect(missed).toBeLessThan(found / 50);
});

test('scatter-gather width is the number of middle accounts between one source and the payee', () => {
  fc.assert(
    fc.property(edges, fc.nat(NODES - 1), fc.nat(NODES - 1), (list, payer, payee) => {
      if (payer === payee) return;
      const now = (list.at(-1)?.at ?? 1_000_000) + 60;
      const last = lastEdges(list).filter((e) => now - e.at <= MONTH);
      let widest = 0;
      for (const s of last.filter((e) => e.to === payer).map((e) => e.from)) {
        const middles = last.filter((e) => {
          const paid = last.find((x) => x.from === s && x.to === e.from);
          return e.to === payee && e.from !== payer && paid !== undefined && paid.at <= e.at;
        });
        widest = Math.max(widest, middles.length + 1);
      }
      const got = world(list).scatterGatherWidth(payer, payee, now);
      expect(got).toBe(widest > 1 ? widest : 0);
    }),
    { numRuns: 2000 },
  );
});

test('a hub is never walked through, and the cut is counted', () => {
  const list = [
    { from: 1, to: 2, at: 10 },
    { from: 2, to: 0, at: 20 },
  ];
  expect(world(list).findCycle(0, 1, 30, 100).length).toBe(3);
  const cut = world(list, [2]);
  expect(cut.findCycle(0, 1, 30, 100).length).toBe(0);
  expect(cut.cut).toBe(1);
});
