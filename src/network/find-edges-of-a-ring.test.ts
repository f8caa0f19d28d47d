import { describe, expect, it } from 'vitest';
import {
  dropperRing,
  HOUR_MS,
  MINUTE_MS,
  OPTIONS,
  ordinaryLife,
  range,
  roles,
  START,
  suspectsOf,
} from './dropper-ring.fixture.ts';
import { type FindOptions, findNetworks } from './find.ts';
import { flowsOf, type MadeTransfer } from './made-flows.ts';

describe('where a ring begins and ends', () => {
  it('sees the cash that is taken out after the last hand-over, and calls its taker so', () => {
    const rows = dropperRing().filter((row) => row.payer !== 4);
    const lastAt = Math.max(...rows.map((row) => row.at));
    rows.push({
      at: lastAt + 3 * HOUR_MS,
      payer: 4,
      payee: 0,
      amountMinor: 150_000_000,
      channel: 'cash_out',
    });
    const found = findNetworks(flowsOf(rows), suspectsOf(1, 2, 3, 4), OPTIONS);
    expect(roles(found).cashout).toEqual([4]);
    expect(found.networks[0].members.find((m) => m.account === 4)?.outMinor).toBe(150_000_000);
    expect(found.networks[0].to).toBe(lastAt + 3 * HOUR_MS);
    expect(found.facts[0].cashMinor).toBe(150_000_000);
  });

  it('finds a ring of small sums in a file that holds nothing else, with little harm', () => {
    const small = dropperRing().map((row) => ({ ...row, amountMinor: row.amountMinor / 10 }));
    const told = suspectsOf(1, 2, 3, 4).map((suspect) => ({ ...suspect, score: 30 }));
    const sure: FindOptions = { ...OPTIONS, muchMinor: 20_000_000 };
    const [network] = findNetworks(flowsOf(small), told, sure).networks;
    expect(network?.members.filter((m) => m.role !== 'victim').map((m) => m.account)).toEqual([
      1, 2, 3, 4,
    ]);
    const rich = ordinaryLife(range(200, 210), 7).concat(
      dropperRing().map((row) => ({ ...row, payer: row.payer + 700, payee: row.payee + 700 })),
    );
    const ranked = findNetworks(
      flowsOf([...small, ...rich]),
      [...told, ...suspectsOf(701, 702, 703, 704)],
      { ...sure, hubs: new Set([0, 700]) },
    ).networks;
    expect(ranked[0].members.some((m) => m.account === 701)).toBe(true);
  });

  it('tells of the cash of this money only: the casher has other money too', () => {
    const rows = dropperRing();
    const own = [5, 3, 1].map((hours) => ({
      at: START - hours * HOUR_MS,
      amountMinor: 400_000_000,
    }));
    rows.unshift(
      { ...own[0], payer: 0, payee: 4 },
      { ...own[1], payer: 4, payee: 0, channel: 'cash_out' },
    );
    const lastAt = Math.max(...rows.map((row) => row.at));
    rows.push(
      { at: lastAt + HOUR_MS, payer: 0, payee: 4, amountMinor: 400_000_000 },
      {
        at: lastAt + 2 * HOUR_MS,
        payer: 4,
        payee: 0,
        amountMinor: 409_750_000,
        channel: 'cash_out',
      },
    );
    const [facts] = findNetworks(flowsOf(rows), suspectsOf(1, 2, 3, 4), OPTIONS).facts;
    expect(facts.cashMinor).toBeGreaterThan(0);
    expect(facts.cashMinor).toBeLessThanOrEqual(facts.paidMinor);
    expect(facts.end?.cashMinor ?? 0).toBeLessThanOrEqual(facts.cashMinor);
  });

  it('sees how the end of the line empties, though nobody suspects it', () => {
    const rows = dropperRing().filter((row) => row.payer !== 4);
    const lastAt = Math.max(...rows.map((row) => row.at));
    rows.push({ at: lastAt + 3 * HOUR_MS, payer: 4, payee: 55, amountMinor: 150_000_000 });
    const found = findNetworks(flowsOf(rows), suspectsOf(1, 2, 3), OPTIONS);
    expect(found.networks[0].members.find((m) => m.account === 4)).toMatchObject({
      outMinor: 150_000_000,
    });
  });

  it('names nobody who has no edge: a payer who only shopped at a member', () => {
    const rows = dropperRing().map((row) =>
      row.payer === 106 ? { ...row, channel: 'purchase' as const, score: 90 } : row,
    );
    const found = findNetworks(flowsOf(rows), suspectsOf(1, 2, 3, 4), OPTIONS);
    const [network] = found.networks;
    const met = new Set(network.edges.flatMap(({ from, to }) => [from, to]));
    for (const { account } of network.members) expect(met.has(account)).toBe(true);
  });

  it('calls a suspect that feeds several members no victim', () => {
    const rows = [2, 3, 4].flatMap((card, i) => [
      { at: START + i * HOUR_MS, payer: 1, payee: card, amountMinor: 50_000_000 },
      { at: START + (i + 4) * HOUR_MS, payer: card, payee: 9, amountMinor: 48_000_000 },
    ]);
    const found = findNetworks(flowsOf(rows), suspectsOf(1, 2, 3, 4), OPTIONS);
    expect(roles(found).organiser).toContain(1);
    const unsuspected = findNetworks(flowsOf(rows), suspectsOf(2, 3, 4), OPTIONS);
    expect(roles(unsuspected).victim).toEqual([1]);
  });

  it('does not join two shops through customers that they share', () => {
    const shop = (card: number, end: number): MadeTransfer[] =>
      range(0, 19).flatMap((i) => {
        const at = START + i * 10 * HOUR_MS;
        return [
          {
            at,
            payer: i < 4 ? 50 + i : 100 * card + i,
            payee: card,
            amountMinor: 5_000_000,
            score: 70,
          },
          { at: at + HOUR_MS, payer: card, payee: end, amountMinor: 4_900_000 },
        ];
      });
    const rows = [...shop(1, 11), ...shop(2, 12)];
    const found = findNetworks(flowsOf(rows), suspectsOf(1, 2, 11, 12), OPTIONS);
    const working = found.networks.map((network) =>
      network.members.filter((m) => m.role !== 'victim').map((m) => m.account),
    );
    expect(working).toEqual([
      [1, 11],
      [2, 12],
    ]);
  });

  it('takes no friend or worker of a member for the end of its money', () => {
    const friends = range(30, 34).map((payee, i) => ({
      at: START + i * HOUR_MS + 8 * MINUTE_MS,
      payer: 1,
      payee,
      amountMinor: 1_200_000,
    }));
    const found = findNetworks(
      flowsOf([...dropperRing(), ...friends]),
      suspectsOf(1, 2, 3, 4),
      OPTIONS,
    );
    expect(roles(found)).toMatchObject({ collector: [1], transit: [2, 3], cashout: [4] });
    expect(found.networks[0].members.map((m) => m.account)).not.toContain(30);
  });
});
