import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accountLabels, judgeAccounts, strongestOf } from './accounts.ts';
import { ACCOUNTS, labelledSets } from './evaluation.fixture.ts';
import { judgeNetworks } from './networks.ts';
import { judgedPatterns } from './patterns.ts';
import { judgeReach, reachOf } from './reach.ts';

const NOBODY = new Uint8Array(ACCOUNTS);

test('what has not moved at the alert is what comes after it', () => {
  const rows = {
    at: Float64Array.of(0, 1000, 5000, 9000),
    amountMinor: Float64Array.of(10, 20, 30, 40),
  } as unknown as Parameters<typeof reachOf>[0];
  const reach = (...alarm: number[]) => reachOf(rows, [0, 1, 3], Uint8Array.from(alarm));
  expect(reach(0, 1, 0, 1)).toEqual({ delayMs: 1000, notMoved: 40 / 70, withHold: 60 / 70 });
  expect(reach(1, 0, 0, 0)).toEqual({ delayMs: 0, notMoved: 60 / 70, withHold: 1 });
  // An alert on a row of another pattern is none on this one.
  expect(reach(0, 0, 1, 0)).toEqual({ delayMs: undefined, notMoved: 0, withHold: 0 });
});

test('every judged pattern is alerted or not, and stands in one tenth if it is', () => {
  fc.assert(
    fc.property(labelledSets, fc.nat(10), ({ rows, said }, skip) => {
      const from = Math.min(skip, rows.count - 1);
      const { patterns, begunBefore } = judgedPatterns(rows, from);
      for (const pattern of patterns) expect(pattern[0]).toBeGreaterThanOrEqual(from);
      const reach = judgeReach(rows, patterns, begunBefore, said.alarm);
      const inTenths = reach.tenths.reduce((s, n) => s + n, 0);
      expect(inTenths + reach.neverAlerted).toBe(patterns.length);
      if (reach.notMoved && reach.withHold)
        expect(reach.notMoved.median).toBeLessThanOrEqual(reach.withHold.median);
    }),
  );
});

test('accounts known before count neither way, nor does the outside', () => {
  fc.assert(
    fc.property(labelledSets, fc.nat(10), ({ rows, said }, skip) => {
      const from = Math.min(skip, rows.count - 1);
      const outside = Uint8Array.of(1, 0, 0, 0, 0, 0);
      const labels = accountLabels(rows, from, outside);
      for (const account of labels.judged) {
        expect(labels.knownBefore[account]).toBe(0);
        expect(account).not.toBe(0);
      }
      const figures = judgeAccounts(labels, strongestOf(rows, said.score, from, ACCOUNTS));
      expect(figures.precisionAt50 * Math.min(50, figures.accounts)).toBeCloseTo(
        figures.positives,
        2,
      );
    }),
  );
});

test('a pattern is met by a network with half of its accounts, not by two with a quarter each', () => {
  const rows = {
    count: 3,
    payer: Uint32Array.of(0, 1, 2),
    payee: Uint32Array.of(1, 2, 3),
    label: Uint8Array.of(1, 1, 1),
  } as unknown as Parameters<typeof judgeNetworks>[0];
  const labels = accountLabels(rows, 0, NOBODY);
  const network = (...members: number[]) => ({
    members: members.map((account) => ({ account, isVictim: account === 0 })),
  });
  const judge = (...networks: ReturnType<typeof network>[]) =>
    judgeNetworks(rows, networks, [[0, 1, 2]], labels, NOBODY);
  expect(judge(network(1, 2, 5))).toMatchObject({ met: 1, firstMembers: 3, firstPositives: 2 });
  expect(judge(network(1), network(2))).toMatchObject({ met: 0 });
  expect(judge(network(0))).toMatchObject({ met: 0, firstMembers: 0 });
});
