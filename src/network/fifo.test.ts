import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from './clock.ts';
import { linkMoney, type MoneyLinks } from './fifo.ts';
import { flowsOf, type MadeTransfer } from './made-flows.ts';

const transfers = (times: number) =>
  fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: times }),
      payer: fc.integer({ min: 0, max: 5 }),
      payee: fc.integer({ min: 0, max: 5 }),
      amountMinor: fc.integer({ min: 1, max: 9 }),
    }),
    { maxLength: 40 },
  );

const hubSets = fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { maxLength: 2 });

/** Every minor unit by itself: a queue of the transfers that brought the units of an account. */
function unitByUnit(links: MoneyLinks): Map<string, number> {
  const { flows, hubs, place } = links;
  const order = Array.from({ length: flows.count }, (_, t) => t).sort(
    (a, b) => place[a] - place[b],
  );
  const queue = new Map<number, number[]>();
  const moved = new Map<string, number>();
  for (const t of order) {
    const out = hubs.has(flows.payer[t]) ? [] : (queue.get(flows.payer[t]) ?? []);
    for (let unit = 0; unit < flows.amountMinor[t]; unit++) {
      const key = `${out.shift() ?? 'unknown'}>${t}`;
      moved.set(key, (moved.get(key) ?? 0) + 1);
    }
    const into = queue.get(flows.payee[t]) ?? [];
    for (let unit = 0; unit < flows.amountMinor[t]; unit++) into.push(t);
    queue.set(flows.payee[t], into);
  }
  return moved;
}

function asMap(links: MoneyLinks): Map<string, number> {
  const map = new Map<string, number>();
  for (let i = 0; i < links.count; i++)
    map.set(`${links.credit[i]}>${links.debit[i]}`, links.amountMinor[i]);
  for (let t = 0; t < links.flows.count; t++)
    if (links.unknownMinor[t] > 0) map.set(`unknown>${t}`, links.unknownMinor[t]);
  return map;
}

/** The links in words that do not name rows: who paid whom how much, with money from whom. */
function withoutRows(links: MoneyLinks): string[] {
  const { flows } = links;
  const say = (t: number): string =>
    `${flows.at[t]} ${flows.payer[t]} ${flows.payee[t]} ${flows.amountMinor[t]}`;
  return Array.from(
    { length: links.count },
    (_, i) => `${say(links.credit[i])} > ${say(links.debit[i])}: ${links.amountMinor[i]}`,
  ).sort();
}

describe('linkMoney', () => {
  it('links the same money as a queue of single units', () => {
    fc.assert(
      fc.property(transfers(60), hubSets, (rows, hubs) => {
        const links = linkMoney(flowsOf(rows), new Set(hubs), 'exact');
        expect(asMap(links)).toEqual(unitByUnit(links));
      }),
    );
  });

  it('conserves money on both sides of every transfer, never runs back in time, never through a hub', () => {
    fc.assert(
      fc.property(transfers(6), hubSets, fc.boolean(), (rows, hubs, days) => {
        const scaled = rows.map((row) => ({ ...row, at: days ? row.at * DAY_MS + 5 : row.at }));
        const links = linkMoney(flowsOf(scaled), new Set(hubs), days ? 'day' : 'exact');
        const { flows } = links;
        const debited = Float64Array.from(links.unknownMinor);
        const credited = Float64Array.from(links.restMinor);
        for (let i = 0; i < links.count; i++) {
          debited[links.debit[i]] += links.amountMinor[i];
          credited[links.credit[i]] += links.amountMinor[i];
          expect(links.place[links.credit[i]]).toBeLessThan(links.place[links.debit[i]]);
          expect(links.heldMs[i]).toBeGreaterThanOrEqual(0);
          expect(flows.payee[links.credit[i]]).toBe(flows.payer[links.debit[i]]);
          expect(hubs).not.toContain(flows.payer[links.debit[i]]);
        }
        expect(Array.from(debited)).toEqual(Array.from(flows.amountMinor));
        expect(Array.from(credited)).toEqual(Array.from(flows.amountMinor));
      }),
    );
  });

  it('finds the links of a debit and of a credit through its indexes', () => {
    fc.assert(
      fc.property(transfers(20), (rows) => {
        const links = linkMoney(flowsOf(rows), new Set(), 'exact');
        const all = Array.from({ length: links.count }, (_, i) => i);
        for (let t = 0; t < links.flows.count; t++) {
          const byDebit = all.slice(links.debitFrom[t], links.debitTo[t]);
          expect(byDebit).toEqual(all.filter((i) => links.debit[i] === t));
          const byCredit = links.byCredit.slice(links.creditFrom[t], links.creditFrom[t + 1]);
          expect(Array.from(byCredit)).toEqual(all.filter((i) => links.credit[i] === t));
        }
      }),
    );
  });

  it('gives the same links whatever the order of the rows of one moment', () => {
    fc.assert(
      fc.property(transfers(3), fc.infiniteStream(fc.nat(1000)), (rows, keys) => {
        const shuffled = rows
          .map((row) => ({ row, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ row }) => row);
        const days = (list: MadeTransfer[]) =>
          flowsOf(list.map((row) => ({ ...row, at: row.at * DAY_MS })));
        expect(withoutRows(linkMoney(days(shuffled), new Set(), 'day'))).toEqual(
          withoutRows(linkMoney(days(rows), new Set(), 'day')),
        );
      }),
    );
  });

  it('lets money pass a whole chain within one day, whatever the rows say', () => {
    const rows = [
      { at: 3 * DAY_MS + 1, payer: 3, payee: 4, amountMinor: 97 },
      { at: 3 * DAY_MS + 2, payer: 2, payee: 3, amountMinor: 98 },
      { at: 3 * DAY_MS + 3, payer: 1, payee: 2, amountMinor: 100 },
    ];
    const links = linkMoney(flowsOf(rows), new Set(), 'day');
    expect(withoutRows(links)).toHaveLength(2);
    expect(Array.from(links.heldMs)).toEqual([0, 0]);
    expect(linkMoney(flowsOf(rows), new Set(), 'exact').count).toBe(0);
  });

  it('puts the credits of a day before its debits wherever money does not go round', () => {
    const downhill = fc.array(
      fc.record({
        at: fc.integer({ min: 0, max: 9 }),
        payer: fc.integer({ min: 1, max: 8 }),
        down: fc.integer({ min: 1, max: 8 }),
        amountMinor: fc.integer({ min: 1, max: 9 }),
      }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(downhill, (steps) => {
        const rows = steps.map(({ down, ...row }) => ({
          ...row,
          payee: Math.max(0, row.payer - down),
        }));
        const { flows, place } = linkMoney(flowsOf(rows), new Set(), 'day');
        for (let credit = 0; credit < flows.count; credit++)
          for (let debit = 0; debit < flows.count; debit++)
            if (flows.payee[credit] === flows.payer[debit])
              expect(place[credit]).toBeLessThan(place[debit]);
      }),
    );
  });

  it('starts a circle inside one day where the money was', () => {
    const rows = [
      { at: 0, payer: 9, payee: 2, amountMinor: 50 },
      { at: DAY_MS, payer: 1, payee: 2, amountMinor: 50 },
      { at: DAY_MS, payer: 2, payee: 3, amountMinor: 50 },
      { at: DAY_MS, payer: 3, payee: 1, amountMinor: 50 },
    ];
    const links = linkMoney(flowsOf(rows), new Set(), 'day');
    const steps = Array.from(links.credit, (c, i) => [c, links.debit[i]]);
    expect(steps).toEqual([
      [0, 2],
      [2, 3],
      [3, 1],
    ]);
  });

  it('refuses rows that are not in time order', () => {
    const flows = flowsOf([
      { at: 1, payer: 0, payee: 1, amountMinor: 1 },
      { at: 2, payer: 0, payee: 1, amountMinor: 1 },
    ]);
    flows.at.reverse();
    expect(() => linkMoney(flows, new Set(), 'exact')).toThrow(RangeError);
  });
});
