import { describe, expect, test } from 'vitest';
import type { TraceEnd } from '../../network/trace.ts';
import { townRequests } from './facts.fixture.ts';
import {
  type TraceAsk,
  type TraceBounds,
  type TraceReply,
  type TraceSource,
  type TransferColumns,
  traceMoney,
} from './trace-money.ts';

const ALWAYS = { from: 0, to: Number.MAX_SAFE_INTEGER };
const WIDE: TraceBounds = { accountsMost: 2_000, transfersMost: 100_000 };
/** Who deals with more accounts than this is a shop or a bank of the town. */
const HUB_DEALS = 25;
/** A payment is split into whole minor units at every account it passes. */
const ROUNDING = 200;

/** Transfers of a simulated town, one after the other. */
function townOf(seed: number): TransferColumns[] {
  const numbers = new Map<string, number>();
  const numberOf = (name: string): number => {
    const known = numbers.get(name) ?? numbers.size;
    numbers.set(name, known);
    return known;
  };
  return [...townRequests(seed, 150, 30)]
    .sort((a, b) => a.at - b.at)
    .map(({ payer, payee, amountMinor }, i) => ({
      seq: i + 1,
      at: 1_000 * (i + 1),
      payer: numberOf(payer),
      payee: numberOf(payee),
      amountMinor,
      channel: 0,
      score: 0,
    }));
}

function hubsOf(rows: readonly TransferColumns[]): Set<number> {
  const met = new Map<number, Set<number>>();
  for (const { payer, payee } of rows)
    for (const [one, other] of [
      [payer, payee],
      [payee, payer],
    ])
      met.set(one, (met.get(one) ?? new Set()).add(other));
  return new Set([...met].filter(([, others]) => others.size > HUB_DEALS).map(([hub]) => hub));
}

const sourceOf = (rows: readonly TransferColumns[], hubs: ReadonlySet<number>): TraceSource => ({
  isHub: (account) => hubs.has(account),
  transfer: async (seq) => rows.find((row) => row.seq === seq),
  starts: async (account, { direction, from, to }, limit) =>
    rows
      .filter((row) => (direction === 'down' ? row.payer : row.payee) === account)
      .filter(({ at }) => at >= from && at < to)
      .slice(0, limit),
  around: async (accounts, to, limit) =>
    rows
      .filter(({ at }) => at < to)
      .filter(({ payer, payee }) => accounts.includes(payer) || accounts.includes(payee))
      .slice(0, limit),
});

interface Part {
  readonly other: number;
  readonly minor: number;
}

/** Every lot by itself: what each transfer took of which earlier one, and what became of the rest. */
function lotsOf(rows: readonly TransferColumns[], hubs: ReadonlySet<number>) {
  const queues = new Map<number, { credit: number; left: number }[]>();
  const cameFrom: Part[][] = rows.map(() => []);
  const wentTo: Part[][] = rows.map(() => []);
  rows.forEach(({ payer, payee, amountMinor }, t) => {
    let left = amountMinor;
    const queue = queues.get(payer) ?? [];
    while (left > 0 && queue.length > 0) {
      const minor = Math.min(left, queue[0].left);
      cameFrom[t].push({ other: queue[0].credit, minor });
      wentTo[queue[0].credit].push({ other: t, minor });
      left -= minor;
      queue[0].left -= minor;
      if (queue[0].left === 0) queue.shift();
    }
    if (hubs.has(payee)) return;
    queues.set(payee, [...(queues.get(payee) ?? []), { credit: t, left: amountMinor }]);
  });
  return { cameFrom, wentTo };
}

type Ends = Map<string, number>;

/** Walks every part of every lot: where all the money of a start ended, by account and reason. */
function walkLots(
  rows: readonly TransferColumns[],
  hubs: ReadonlySet<number>,
  { start, direction, hopsMax, from, to }: TraceAsk,
): { ends: Ends; accounts: Set<number> } {
  const within = rows.filter(({ at }) => at < to);
  const { cameFrom, wentTo } = lotsOf(within, hubs);
  const down = direction === 'down';
  const ends: Ends = new Map();
  const accounts = new Set<number>();
  const end = (account: number, why: TraceEnd, minor: number): void => {
    ends.set(`${account} ${why}`, (ends.get(`${account} ${why}`) ?? 0) + minor);
  };
  const step = (t: number, minor: number, hop: number): void => {
    const { payer, payee, amountMinor } = within[t];
    const account = down ? payee : payer;
    if (hubs.has(account) || hop === hopsMax) {
      end(account, hubs.has(account) ? 'hub' : 'hops', minor);
      return;
    }
    accounts.add(account);
    let rest = minor;
    for (const { other, minor: part } of (down ? wentTo : cameFrom)[t]) {
      if (within[other].at < from) continue;
      const carried = (minor * part) / amountMinor;
      rest -= carried;
      step(other, carried, hop + 1);
    }
    end(account, 'rests', rest);
  };
  within.forEach(({ seq, at, amountMinor, payer, payee }, t) => {
    if ('seq' in start) {
      if (seq === start.seq) step(t, amountMinor, 1);
    } else if ((down ? payer : payee) === start.account && at >= from) step(t, amountMinor, 1);
  });
  return { ends, accounts };
}

function endsOf({ accounts }: TraceReply): Ends {
  const ends: Ends = new Map();
  for (const { account, ended } of accounts)
    for (const [why, minor] of Object.entries(ended)) ends.set(`${account} ${why}`, minor);
  return ends;
}

function expectEnds(got: Ends, expected: Ends): void {
  const off = [...new Set([...got.keys(), ...expected.keys()])]
    .map((key) => [key, got.get(key) ?? 0, expected.get(key) ?? 0] as const)
    .filter(([, a, b]) => Math.abs(a - b) > ROUNDING);
  expect(off).toEqual([]);
}

describe('a trail over the store', () => {
  const rows = townOf(7);
  const hubs = hubsOf(rows);
  const source = sourceOf(rows, hubs);
  const passes = ({ payer, payee }: TransferColumns): boolean =>
    !hubs.has(payer) && !hubs.has(payee);
  const some = rows.filter((row) => row.seq % (passes(row) ? 7 : 97) === 0);

  const traced = async (ask: TraceAsk, bounds = WIDE): Promise<TraceReply> => {
    const reply = await traceMoney(source, ask, bounds);
    if (reply === undefined) throw new Error('the start is not there');
    return reply;
  };

  for (const direction of ['down', 'up'] as const)
    test(`ends where a walk of every lot ends, ${direction}`, async () => {
      for (const { seq, payer } of some)
        for (const hopsMax of [1, 3, 8]) {
          const ask = { start: { seq }, direction, hopsMax, floorMinor: 0, ...ALWAYS };
          const reply = await traced(ask);
          expectEnds(endsOf(reply), walkLots(rows, hubs, ask).ends);
          expect(reply.incomplete).toBe(false);
          // Of an account the walk counts money that comes round twice: only a trail that cannot come back is compared.
          if (hubs.has(payer)) continue;
          const all = { ...ask, start: { account: payer }, hopsMax: 1 };
          expectEnds(endsOf(await traced(all)), walkLots(rows, hubs, all).ends);
        }
    });

  test('is complete as soon as every account that the money reached fits', async () => {
    let tight = 0;
    for (const direction of ['down', 'up'] as const)
      for (const { seq } of some) {
        const ask = { start: { seq }, direction, hopsMax: 8, floorMinor: 0, ...ALWAYS };
        const { accounts } = walkLots(rows, hubs, ask);
        const reply = await traced(ask, { ...WIDE, accountsMost: accounts.size });
        expect(reply.incomplete).toBe(false);
        if (accounts.size < 2) continue;
        tight++;
        const less = await traced(ask, { ...WIDE, accountsMost: accounts.size - 1 });
        expect(less.incomplete).toBe(true);
        const ended = [...endsOf(less)];
        expect(ended.some(([key]) => key.endsWith(' unseen'))).toBe(true);
        expect(ended.reduce((sum, [, minor]) => sum + minor, 0)).toBe(less.startedMinor);
      }
    expect(tight).toBeGreaterThan(10);
  });

  test('names both ends of every transfer it tells', async () => {
    for (const direction of ['down', 'up'] as const)
      for (const { seq } of some) {
        const ask = { start: { seq }, direction, hopsMax: 8, floorMinor: 0, ...ALWAYS };
        const { accounts, transfers } = await traced(ask);
        const named = new Set(accounts.map(({ account }) => account));
        expect(
          transfers.flatMap(({ from, to }) => [from, to]).filter((a) => !named.has(a)),
        ).toEqual([]);
        expect(accounts.filter(({ hop }) => hop === 0).length).toBeLessThanOrEqual(1);
      }
  });

  test('knows the lots that came before the time asked', async () => {
    const from = rows[rows.length >> 1].at;
    for (const direction of ['down', 'up'] as const)
      for (const { seq, at } of some) {
        if (at < from) continue;
        const ask = { ...ALWAYS, start: { seq }, direction, hopsMax: 8, floorMinor: 0, from };
        expectEnds(endsOf(await traced(ask)), walkLots(rows, hubs, ask).ends);
      }
  });

  test('goes on with what fits where one account is too large', async () => {
    const large: TransferColumns[] = [];
    const pay = (payer: number, payee: number, amountMinor: number): void => {
      const seq = large.length + 1;
      large.push({ seq, at: seq, payer, payee, amountMinor, channel: 0, score: 0 });
    };
    pay(0, 1, 1_000);
    pay(1, 2, 600);
    pay(1, 3, 400);
    pay(3, 4, 400);
    for (let i = 0; i < 50; i++) pay(2, 5, 1);
    const ask = {
      start: { seq: 1 },
      direction: 'down',
      hopsMax: 8,
      floorMinor: 0,
      ...ALWAYS,
    } as const;
    const reply = await traceMoney(sourceOf(large, new Set()), ask, {
      accountsMost: 10,
      transfersMost: 20,
    });
    expect(reply?.incomplete).toBe(true);
    expectEnds(
      endsOf(reply!),
      new Map([
        ['2 unseen', 600],
        ['4 rests', 400],
      ]),
    );
  });
});
