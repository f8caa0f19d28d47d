import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../domain/random.ts';
import { DAY_MS } from './clock.ts';
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
