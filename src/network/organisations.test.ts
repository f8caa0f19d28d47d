import { describe, expect, it } from 'vitest';
import { indexByAccount } from './account-flows.ts';
import { DAY_MS } from './clock.ts';
import { flowsOf, type MadeTransfer } from './made-flows.ts';
import { organisations } from './organisations.ts';

const LENDER = 1;

/** Fifty people pay the account, one after the other, over `days`. */
const paidBy50 = (days: number): MadeTransfer[] =>
  Array.from({ length: 50 }, (_, i) => ({
    at: Math.round((i / 49) * days * DAY_MS),
    payer: 100 + i,
    payee: LENDER,
    amountMinor: 1_000_000,
  }));

const found = (rows: MadeTransfer[], firms: number[] = []): number[] => {
  const flows = flowsOf(rows);
  return [...organisations(flows, indexByAccount(flows), new Set(firms))];
};

/** Other people's business from the first day to the last, so that the file is so long. */
const fileOf = (days: number): MadeTransfer[] =>
  [0, days].map((day) => ({ at: day * DAY_MS, payer: 7, payee: 8, amountMinor: 1_000 }));

/** Five couriers hand over the day's receipts every other day. */
const courierFirm = (days: number): MadeTransfer[] =>
  Array.from({ length: days / 2 }, (_, i) => ({
    at: 2 * i * DAY_MS,
    payer: 200 + (i % 5),
    payee: LENDER,
    amountMinor: 10_000_000,
  }));

describe('organisations', () => {
  it('knows a lender that many pay for months and that pays nobody', () => {
    expect(found(paidBy50(60))).toEqual([LENDER]);
  });

  it('does not take the card of a drug shop for one: it lives for weeks', () => {
    expect(found([...paidBy50(28), ...fileOf(60)])).toEqual([]);
  });

  it('does not take for one who is paid by few, or who pays on', () => {
    const few = paidBy50(60).map((row) => ({ ...row, payer: 100 + (row.payer % 30) }));
    expect(found(few)).toEqual([]);
    const pays = [59, 60].map((day) => ({
      at: day * DAY_MS,
      payer: LENDER,
      payee: 2,
      amountMinor: 1_000,
    }));
    expect(found([...paidBy50(60), ...pays])).toEqual([]);
  });

  it('knows a lender in the file of one month by its being paid from end to end', () => {
    expect(found([...paidBy50(29), ...fileOf(30)])).toEqual([LENDER]);
    expect(found([...paidBy50(20), ...fileOf(30)])).toEqual([]);
  });

  it('tells nobody apart by how long they are paid in a file of days', () => {
    expect(found(paidBy50(10))).toEqual([]);
  });

  it('knows a company by few customers where it is told to be one, and not one that hands on', () => {
    expect(found(courierFirm(30))).toEqual([]);
    expect(found(courierFirm(30), [LENDER])).toEqual([LENDER]);
    const handsOn = courierFirm(30).map((row) => ({
      ...row,
      at: row.at + 1,
      payer: LENDER,
      payee: 2,
    }));
    expect(found([...courierFirm(30), ...handsOn], [LENDER])).toEqual([]);
    const shell = courierFirm(30).slice(0, 5);
    expect(found([...shell, ...fileOf(30)], [LENDER])).toEqual([]);
  });

  it('knows an exchange by what it is paid for', () => {
    const bought = {
      at: 0,
      payer: 3,
      payee: LENDER,
      amountMinor: 1_000,
      channel: 'exchange',
    } as const;
    expect(found([bought])).toEqual([LENDER]);
  });
});
