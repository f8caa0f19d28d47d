import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../domain/random.ts';
import { DAY_MS } from './clock.ts';
import { type FindOptions, type Found, findNetworks } from './find.ts';
import { flowsOf, type MadeTransfer } from './made-flows.ts';
import type { Suspect } from './model.ts';
import type { Role } from './role.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const START = Date.UTC(2026, 0, 5);
const OPTIONS: FindOptions = { hubs: new Set([0]), clock: 'exact' };

const suspectsOf = (...accounts: number[]): Suspect[] =>
  accounts.map((account) => ({ account, score: 80, typologies: { 'pass-through': 80 } }));

/** role -> accounts, of the first network. */
function roles(found: Found): Partial<Record<Role, number[]>> {
  const out: Partial<Record<Role, number[]>> = {};
  for (const { role, account } of found.networks[0].members) {
    out[role] ??= [];
    out[role].push(account);
  }
  return out;
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** Six victims 101..106 pay card 1; within minutes 2 and 3, then 4, who takes cash from the machine, hub 0. */
function dropperRing(): MadeTransfer[] {
  const rows: MadeTransfer[] = [];
  range(0, 5).forEach((i) => {
    const at = START + i * HOUR_MS;
    const amountMinor = 30_000_000 + i * 1_000_000;
    rows.push(
      { at, payer: 101 + i, payee: 1, amountMinor },
      { at: at + 5 * MINUTE_MS, payer: 1, payee: 2 + (i % 2), amountMinor: amountMinor * 0.95 },
      { at: at + 12 * MINUTE_MS, payer: 2 + (i % 2), payee: 4, amountMinor: amountMinor * 0.9 },
      {
        at: at + 40 * MINUTE_MS,
        payer: 4,
        payee: 0,
        amountMinor: amountMinor * 0.85,
        channel: 'cash_out',
      },
    );
  });
  return rows;
}

/** Ordinary life: salary from hub 0 once a month, rent to one landlord, shopping at hub 0, a friend now and then. */
function ordinaryLife(people: readonly number[], seed: number): MadeTransfer[] {
  const random = createRandom(seed);
  const rows: MadeTransfer[] = [];
  for (let month = 0; month < 4; month++)
    for (const payer of people) {
      const payday = START + (month * 30 - 45) * DAY_MS + random.int(0, DAY_MS);
      rows.push(
        { at: payday, payer: 0, payee: payer, amountMinor: random.int(20_000_000, 40_000_000) },
        { at: payday + DAY_MS * 2, payer, payee: 900, amountMinor: 9_000_000 },
      );
      for (let n = 0; n < 6; n++)
        rows.push({
          at: payday + random.int(DAY_MS, 28 * DAY_MS),
          payer,
          payee: 0,
          amountMinor: random.int(100_000, 2_000_000),
          channel: 'purchase',
        });
    }
  return rows;
}

describe('findNetworks', () => {
  it('finds one network with its victims, collector, transit cards and casher', () => {
    const found = findNetworks(flowsOf(dropperRing()), suspectsOf(1, 2, 3, 4), OPTIONS);
    expect(found.networks).toHaveLength(1);
    expect(roles(found)).toEqual({
      victim: range(101, 106),
      collector: [1],
      transit: [2, 3],
      cashout: [4],
    });
    const layer = new Map(found.networks[0].members.map((m) => [m.account, m.layer]));
    expect([101, 1, 2, 4].map((account) => layer.get(account))).toEqual([0, 1, 2, 3]);
    expect(found.networks[0].certainty).toBeGreaterThan(80);
    expect(found.facts[0]).toMatchObject({ payers: 6, paidAccounts: 1, furtherAccounts: 2 });
  });

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

  it('sees how the end of the line empties, though nobody suspects it', () => {
    const rows = dropperRing().filter((row) => row.payer !== 4);
    const lastAt = Math.max(...rows.map((row) => row.at));
    rows.push({ at: lastAt + 3 * HOUR_MS, payer: 4, payee: 55, amountMinor: 150_000_000 });
    const found = findNetworks(flowsOf(rows), suspectsOf(1, 2, 3), OPTIONS);
    expect(found.networks[0].members.find((m) => m.account === 4)).toMatchObject({
      outMinor: 150_000_000,
    });
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

  it('knows a card that waits two nights for transit, not for the organiser', () => {
    const waits = dropperRing().map((row) =>
      row.payer === 2 || row.payer === 3 || row.payer === 4
        ? { ...row, at: row.at + (row.payer === 4 ? 41 : 40) * HOUR_MS }
        : row,
    );
    const found = findNetworks(flowsOf(waits), suspectsOf(1, 2, 3, 4), OPTIONS);
    expect(roles(found).transit).toEqual([2, 3]);
    expect(roles(found).organiser).toBeUndefined();
  });

  it('joins suspects through an account that nobody suspects, and lifts it', () => {
    const found = findNetworks(flowsOf(dropperRing()), suspectsOf(1, 4), OPTIONS);
    expect(found.networks).toHaveLength(1);
    expect(roles(found).transit).toEqual([2, 3]);
    expect(found.accountScores.get(2)).toBeGreaterThan(20);
    // To be among thieves is not yet to be one, and nobody is surer than the surest of them.
    expect(found.accountScores.get(2)).toBeLessThan(45);
    expect(found.accountScores.get(1)).toBeGreaterThanOrEqual(80);
    expect(found.accountScores.get(101) ?? 0).toBe(0);
  });

  it('finds the ring among people who live ordinary lives, and names none of them', () => {
    const people = range(200, 260);
    const rows = [...dropperRing(), ...ordinaryLife([...people, 1, 2, 3, 4], 7)];
    const found = findNetworks(flowsOf(rows), suspectsOf(1, 2, 3, 4), OPTIONS);
    expect(found.networks).toHaveLength(1);
    const members = found.networks[0].members.map((member) => member.account);
    expect(members).toEqual([1, 2, 3, 4, ...range(101, 106)]);
  });

  it('makes nothing of suspects that only share a landlord, a shop or an employer', () => {
    const people = range(200, 240);
    const found = findNetworks(
      flowsOf(ordinaryLife(people, 3)),
      suspectsOf(...people.slice(0, 5)),
      OPTIONS,
    );
    expect(found.networks).toEqual([]);
  });

  it('makes nothing of a trader whom many pay, of students who share a rent, of one payday', () => {
    const trader = range(300, 360).flatMap((payer, i) => [
      { at: START + i * 7 * HOUR_MS, payer, payee: 1, amountMinor: 500_000 + i * 1_000 },
      {
        at: START + i * 7 * HOUR_MS + HOUR_MS,
        payer: 1,
        payee: 0,
        amountMinor: 200_000,
        channel: 'purchase' as const,
      },
    ]);
    const rent = range(0, 3).flatMap((month) => {
      const at = START + month * 30 * DAY_MS;
      return [
        ...range(401, 403).map((payer, i) => ({
          at: at + i * HOUR_MS,
          payer,
          payee: 400,
          amountMinor: 5_000_000,
        })),
        { at: at + 4 * HOUR_MS, payer: 400, payee: 900, amountMinor: 20_000_000 },
      ];
    });
    const payday = range(500, 540).map((payee, i) => ({
      at: START + i,
      payer: 0,
      payee,
      amountMinor: 30_000_000,
    }));
    const rows = [...trader, ...rent, ...payday, ...ordinaryLife(range(500, 540), 5)];
    const found = findNetworks(flowsOf(rows), suspectsOf(1, 400, 501, 502), OPTIONS);
    expect(found.networks).toEqual([]);
  });

  it('sees the one supplier behind many cards of a drug shop, though nobody suspects it', () => {
    const rows: MadeTransfer[] = [];
    const random = createRandom(11);
    for (const card of range(1, 5))
      for (let n = 0; n < 30; n++) {
        const at = START + random.int(0, 10 * DAY_MS);
        rows.push({
          at,
          payer: 1000 + 30 * card + n,
          payee: card,
          amountMinor: random.pick([1_500_000, 2_500_000, 4_000_000]),
        });
      }
    for (const card of range(1, 5))
      for (let at = START + 4 * HOUR_MS; at < START + 11 * DAY_MS; at += 4 * HOUR_MS) {
        const got = rows.filter((r) => r.payee === card && r.at > at - 4 * HOUR_MS && r.at <= at);
        const sum = got.reduce((total, r) => total + r.amountMinor, 0);
        if (sum > 0)
          rows.push({ at: at + MINUTE_MS, payer: card, payee: 77, amountMinor: sum * 0.95 });
      }
    const found = findNetworks(flowsOf(rows), suspectsOf(1, 2, 3, 4, 5), OPTIONS);
    expect(found.networks).toHaveLength(1);
    expect(found.networks[0].commonSink).toMatchObject({ account: 77, fromMembers: 5 });
    expect(found.networks[0].commonSink?.shareOfMoney).toBeGreaterThan(0.9);
    expect(roles(found).organiser).toEqual([77]);
    expect(roles(found).collector).toEqual([1, 2, 3, 4, 5]);
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

  it('knows a chain from its first payer to its end', () => {
    const rows = range(1, 5).map((account, i) => ({
      at: START + i * 10 * MINUTE_MS,
      payer: account,
      payee: account + 1,
      amountMinor: 50_000_000 - i * 1_000_000,
    }));
    const found = findNetworks(flowsOf(rows), suspectsOf(2, 3, 4, 5), OPTIONS);
    expect(found.networks).toHaveLength(1);
    expect(roles(found)).toEqual({ victim: [1], transit: [2, 3, 4, 5], cashout: [6] });
    expect(found.networks[0].members.map((member) => member.layer)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('knows who deals out and who gathers in when money is scattered and gathered again', () => {
    const rows = range(11, 18).flatMap((middle, i) => [
      { at: START + i * MINUTE_MS, payer: 1, payee: middle, amountMinor: 10_000_000 },
      { at: START + HOUR_MS + i * MINUTE_MS, payer: middle, payee: 2, amountMinor: 9_700_000 },
    ]);
    const found = findNetworks(flowsOf(rows), suspectsOf(1, 2, ...range(11, 18)), OPTIONS);
    expect(found.networks).toHaveLength(1);
    expect(roles(found)).toEqual({ organiser: [1, 2], transit: range(11, 18) });
    expect(found.networks[0].commonSink?.account).toBe(2);
  });

  it('puts a circle in one network and knows to whom the money returns', () => {
    const rows = [1, 2, 3, 4].map((payer, i) => ({
      at: START + i * HOUR_MS,
      payer,
      payee: payer === 4 ? 1 : payer + 1,
      amountMinor: 20_000_000 - i * 100_000,
    }));
    const found = findNetworks(flowsOf(rows), suspectsOf(1, 2, 3, 4), OPTIONS);
    expect(found.networks).toHaveLength(1);
    expect(roles(found)).toEqual({ organiser: [1], transit: [2, 3, 4] });
    expect(found.networks[0].members.map((member) => member.layer)).toEqual([0, 1, 2, 3]);
  });

  it('keeps two rings apart that only meet at a hub, and the same accounts apart in two years', () => {
    const second = dropperRing().map((row) => ({
      ...row,
      payer: row.payer === 0 ? 0 : row.payer + 500,
      payee: row.payee === 0 ? 0 : row.payee + 500,
    }));
    const apart = [...dropperRing(), ...second];
    const found = findNetworks(flowsOf(apart), suspectsOf(1, 2, 3, 4, 501, 502, 503, 504), OPTIONS);
    expect(found.networks.map((network) => network.members.length)).toEqual([10, 10]);
    const later = dropperRing().map((row) => ({ ...row, at: row.at + 365 * DAY_MS }));
    const twice = findNetworks(
      flowsOf([...dropperRing(), ...later]),
      suspectsOf(1, 2, 3, 4),
      OPTIONS,
    );
    expect(twice.networks).toHaveLength(2);
  });

  it('finds the same ring when only days are known and the rows of a day are in any order', () => {
    const days = dropperRing().map((row) => ({ ...row, at: Math.floor(row.at / DAY_MS) * DAY_MS }));
    const day: FindOptions = { hubs: new Set([0]), clock: 'day' };
    const found = findNetworks(flowsOf(days), suspectsOf(1, 2, 3, 4), day);
    const backwards = findNetworks(flowsOf([...days].reverse()), suspectsOf(4, 3, 2, 1), day);
    expect(roles(found).collector).toEqual([1]);
    expect(roles(found).cashout).toEqual([4]);
    expect(backwards.networks).toEqual(found.networks);
    expect([...backwards.accountScores].sort()).toEqual([...found.accountScores].sort());
  });

  it('tells the lots of an account: what came, when it left and to whom', () => {
    const found = findNetworks(flowsOf(dropperRing()), suspectsOf(1), OPTIONS);
    const lots = found.detail(1);
    expect(lots[0]).toEqual({
      inAt: START,
      outAt: START + 5 * MINUTE_MS,
      amountMinor: 28_500_000,
      from: 101,
      to: 2,
    });
    expect(lots.reduce((sum, lot) => sum + lot.amountMinor, 0)).toBe(195_000_000);
    expect(found.heldMsMedian(4)).toBe(28 * MINUTE_MS);
    expect(found.heldMsMedian(999)).toBeNull();
  });

  it('holds its bounds on any graph: one place a member, edges between members, hubs outside', () => {
    const graph = fc.array(
      fc.record({
        at: fc.integer({ min: 0, max: 60 }).map((n) => n * 8 * HOUR_MS),
        payer: fc.integer({ min: 0, max: 14 }),
        payee: fc.integer({ min: 0, max: 14 }),
        amountMinor: fc.integer({ min: 1, max: 1_000_000 }),
        channel: fc.constantFrom('transfer' as const, 'cash_out' as const, 'purchase' as const),
        score: fc.constantFrom(0, 0, 70),
      }),
      { minLength: 1, maxLength: 80 },
    );
    fc.assert(
      fc.property(
        graph,
        fc.uniqueArray(fc.integer({ min: 0, max: 14 }), { maxLength: 8 }),
        fc.constantFrom('exact' as const, 'day' as const),
        (rows, suspects, clock) => {
          const found = findNetworks(flowsOf(rows), suspectsOf(...suspects), { ...OPTIONS, clock });
          found.networks.forEach((network, i) => {
            expect(network.rank).toBe(i + 1);
            const members = new Map(network.members.map((member) => [member.account, member]));
            expect(members.size).toBe(network.members.length);
            expect(members.has(0)).toBe(false);
            expect(network.certainty).toBeGreaterThanOrEqual(0);
            expect(network.certainty).toBeLessThanOrEqual(100);
            expect(network.from).toBeLessThanOrEqual(network.to);
            expect(Number.isSafeInteger(network.harmMinor)).toBe(true);
            for (const edge of network.edges)
              expect(members.has(edge.from) && members.has(edge.to)).toBe(true);
            const met = new Set(network.edges.flatMap(({ from, to }) => [from, to]));
            for (const { account } of network.members) expect(met.has(account)).toBe(true);
            for (const member of network.members) expect(member.layer).toBeLessThan(members.size);
          });
          for (const [account, score] of found.accountScores) {
            expect(score).toBeGreaterThanOrEqual(suspects.includes(account) ? 80 : 0);
            expect(score).toBeLessThanOrEqual(100);
          }
        },
      ),
    );
  });
});
