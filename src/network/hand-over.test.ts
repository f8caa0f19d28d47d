import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexByAccount } from './account-flows.ts';
import { linkMoney } from './fifo.ts';
import { type HandOvers, measureHandOvers } from './hand-over.ts';
import { handOverChance } from './hand-over-score.ts';
import { lookBack } from './look-back.ts';
import { flowsOf, type MadeTransfer } from './made-flows.ts';

const HOUR_MS = 3_600_000;
const TENGE = 100;
const MUCH = 200_000 * TENGE;
/** The cash desk, the shop, the employer, the exchange. */
const HUB = 0;

function measure(rows: readonly MadeTransfer[]): HandOvers {
  const flows = flowsOf(rows);
  const links = linkMoney(flows, new Set([HUB]), 'exact');
  return measureHandOvers(links, indexByAccount(flows), MUCH);
}

const pay = (
  hour: number,
  payer: number,
  payee: number,
  tenge: number,
  channel: MadeTransfer['channel'] = 'transfer',
): MadeTransfer => ({
  at: hour * HOUR_MS,
  payer,
  payee,
  amountMinor: tenge * TENGE,
  channel,
});

/** Shopping with 30 people over two months, so that the account has an everyday life; 100.. are the people. */
const everydayLife = (account: number): MadeTransfer[] =>
  Array.from({ length: 30 }, (_, i) => [
    pay(i * 48, HUB, account, 20_000),
    pay(i * 48 + 1, account, 100 + i, 4_000),
    pay(i * 48 + 2, account, HUB, 12_000, 'purchase'),
  ]).flat();

describe('measureHandOvers', () => {
  it('sees what passes through although the account holds savings', () => {
    const h = measure([
      pay(0, HUB, 1, 5_000_000),
      pay(500, 2, 1, 300_000),
      pay(502, 1, 3, 290_000),
    ]);
    expect(h.passedMinor[1]).toBe(290_000 * TENGE);
  });

  it('counts neither wages handed to the family nor shopping, nor what stayed for a week', () => {
    const h = measure([
      pay(0, HUB, 1, 300_000),
      pay(1, 1, 2, 100_000),
      pay(2, 3, 1, 50_000),
      pay(3, 1, HUB, 50_000, 'purchase'),
      pay(4, 4, 5, 70_000),
      pay(200, 5, 6, 70_000),
    ]);
    expect([...h.passedMinor].every((minor) => minor === 0)).toBe(true);
  });

  it('counts cash paid in and cash taken out', () => {
    const h = measure([pay(0, HUB, 1, 400_000, 'cash_in'), pay(5, 1, HUB, 400_000, 'cash_out')]);
    expect(h.passedMinor[1]).toBe(400_000 * TENGE);
  });

  it('finds the middle of a chain and neither its victim nor a lone car sale', () => {
    const h = measure([
      pay(0, 10, 1, 900_000),
      pay(1, 1, 2, 870_000),
      pay(2, 2, 3, 840_000),
      pay(3, 3, HUB, 800_000, 'cash_out'),
      pay(0, 20, 21, 4_000_000),
      pay(5, 21, 22, 3_900_000),
    ]);
    expect(h.chainMinor[2]).toBeGreaterThan(h.chainMinor[1]);
    expect(h.chainMinor[1]).toBe(870_000 * TENGE - 30_000 * TENGE);
    for (const account of [10, 20, 21, 22]) expect(h.chainMinor[account]).toBe(0);
  });

  it('sees who deals out to several that hand it on, not who pays one', () => {
    const dealt = [2, 3, 4].flatMap((hand) => [
      pay(hand, 1, hand, 500_000),
      pay(hand + 3, hand, 9, 480_000),
    ]);
    const h = measure([...dealt, pay(50, 30, 31, 4_000_000), pay(52, 31, 32, 4_000_000)]);
    expect(h.dealtMinor[1]).toBe(2 * 480_000 * TENGE);
    expect(h.dealtMinor[30]).toBe(0);
  });

  it('knows a habit in a file of one month: a courier who hands over the day from its first to its last', () => {
    const days = (last: number) =>
      Array.from({ length: last }, (_, day) => [
        pay(24 * day, 10 + day, 1, 50_000),
        pay(24 * day + 5, 1, 2, 50_000),
      ]).flat();
    const others = [pay(0, 90, 91, 1_000), pay(30 * 24, 90, 91, 1_000)];
    const [burst, habit] = [15, 28].map(
      (last) => measure([...days(last), ...others]).passedMinor[1],
    );
    expect(burst).toBe(15 * 50_000 * TENGE);
    expect(habit).toBeLessThan(burst);
  });

  it('never says that more was passed on than came', () => {
    const rows = fc.array(
      fc.record({
        at: fc.integer({ min: 0, max: 300 }).map((n) => n * HOUR_MS),
        payer: fc.integer({ min: 0, max: 6 }),
        payee: fc.integer({ min: 0, max: 6 }),
        amountMinor: fc.integer({ min: 1, max: 1000 }),
        channel: fc.constantFrom('transfer' as const, 'cash_out' as const, 'purchase' as const),
      }),
      { minLength: 1, maxLength: 60 },
    );
    fc.assert(
      fc.property(rows, (made) => {
        const h = measure(made);
        h.passedMinor.forEach((passed, account) => {
          expect(passed).toBeLessThanOrEqual(h.inMinor[account]);
          expect(h.dealtMinor[account]).toBeGreaterThanOrEqual(0);
        });
      }),
    );
  });
});

describe('handOverChance', () => {
  const mule = [
    pay(0, 10, 1, 900_000),
    pay(1, 1, 2, 870_000),
    pay(2, 2, 3, 840_000),
    pay(3, 3, HUB, 800_000, 'cash_out'),
  ];

  it('is high in a chain and low for people who live, sell a car, or lose money', () => {
    const h = measure([
      ...mule,
      ...everydayLife(40),
      ...everydayLife(50),
      pay(0, 49, 50, 4_000_000),
      pay(5, 50, 51, 3_900_000),
    ]);
    for (const account of [1, 2]) expect(handOverChance(h, account)).toBeGreaterThan(0.8);
    for (const account of [10, 40, 49, 50]) expect(handOverChance(h, account)).toBeLessThan(0.45);
  });

  it('needs more of an account with an everyday life', () => {
    const alone = measure(mule);
    const lived = measure([...mule, ...everydayLife(2)]);
    expect(handOverChance(lived, 2)).toBeLessThan(handOverChance(alone, 2));
  });

  it('is nought without channels, and for an account that is not there', () => {
    const h = measure(mule.slice(0, 3));
    expect(h.channelsTold).toBe(false);
    expect(handOverChance(h, 2)).toBe(0);
    expect(handOverChance(measure(mule), 999)).toBe(0);
  });
});

describe('lookBack', () => {
  const h = measure([
    pay(0, 10, 1, 900_000),
    pay(1, 1, 2, 870_000),
    pay(2, 2, 3, 840_000),
    pay(3, 3, HUB, 800_000, 'cash_out'),
  ]);
  const suspect = (account: number, score: number, typologies = {}) => ({
    account,
    score,
    typologies,
  });

  it('raises who handed money on and names the story, lowers who did not', () => {
    const [mule, trader] = lookBack([suspect(2, 20), suspect(10, 60)], h, new Set(), true);
    expect(mule.score).toBeGreaterThan(80);
    expect(Object.keys(mule.typologies)).toContain('chain');
    expect(trader.score).toBe(30);
    expect(lookBack([suspect(10, 60)], h, new Set(), false)[0].score).toBe(60);
  });

  it('leaves known money, hubs and inputs without channels as they are', () => {
    const known = suspect(10, 60, { 'known-bad-money': 60 });
    expect(lookBack([known], h, new Set(), true)[0].score).toBe(60);
    expect(lookBack([suspect(2, 20)], h, new Set([2]), true)[0].score).toBe(20);
    expect(
      lookBack([suspect(2, 20)], { ...h, channelsTold: false }, new Set(), true)[0].score,
    ).toBe(20);
  });

  it('stays within 0..100', () => {
    for (const score of [0, 100])
      for (const { score: after } of lookBack(
        [suspect(2, score), suspect(10, score)],
        h,
        new Set(),
        true,
      )) {
        expect(after).toBeGreaterThanOrEqual(0);
        expect(after).toBeLessThanOrEqual(100);
      }
  });
});
