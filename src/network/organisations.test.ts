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

const found = (rows: MadeTransfer[]): number[] => {
  const flows = flowsOf(rows);
  return [...organisations(flows, indexByAccount(flows))];
};

describe('organisations', () => {
  it('knows a lender that many pay for months and that pays nobody', () => {
    expect(found(paidBy50(60))).toEqual([LENDER]);
  });

  it('does not take the card of a drug shop for one: it lives for weeks', () => {
    expect(found(paidBy50(28))).toEqual([]);
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
});
