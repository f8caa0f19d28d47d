import type { Problem } from '../../domain/errors/catalogue.ts';
import { isReversalText } from './classify.ts';
import { partyKey } from './party.ts';
import type { RawRow } from './raw-row.ts';
import type { StatementOwner } from './statement.ts';

/**
 * Payments of a sheet that a later row takes back, and the rows that do: a reversal ('сторно') says so in words, or
 * repeats the same payer, payee and sum with the opposite sign. Neither is money that moved, so both are refused, each
 * naming the other's row; a reversal in words whose payment is not in the sheet is refused by itself. One
 * reversal takes back one payment, the latest before it.
 *
 * Between two accounts of the owner opposite signs are the two views of one payment and no reversal.
 */
export function findReversals(
  raws: readonly RawRow[],
  owner: StatementOwner,
): Map<RawRow, Problem> {
  const refused = new Map<RawRow, Problem>();
  const inTime = raws.toSorted((a, b) => a.at - b.at || Number(isSaid(a)) - Number(isSaid(b)));
  for (const rows of Map.groupBy(inTime, sumKey).values()) {
    if (rows.length < 2 && !rows.some(isSaid)) continue;
    const open: RawRow[] = [];
    for (const row of rows) {
      const at = open.findLastIndex((earlier) => takesBack(row, earlier, owner));
      const [payment] = at < 0 ? [] : open.splice(at, 1);
      if (payment !== undefined) {
        refused.set(payment, pairProblem(payment, row));
        refused.set(row, pairProblem(payment, row));
      } else if (isSaid(row)) refused.set(row, { code: 'QRG_ROW_REVERSAL', args: {} });
      else open.push(row);
    }
  }
  return refused;
}

const pairProblem = (payment: RawRow, reversal: RawRow): Problem => ({
  code: 'QRG_ROW_REVERSED',
  args: { payment: payment.line, reversal: reversal.line },
});

const isSaid = (row: RawRow): boolean => isReversalText(row);

/** Payer and payee in one order or the other: some banks turn the sides of a reversal round. */
function sumKey(row: RawRow): string {
  const sides = [partyKey(row.payer, false), partyKey(row.payee, false)].sort();
  return `${row.currency}|${Math.abs(row.signedMinor)}|${sides.join('|')}`;
}

function takesBack(row: RawRow, payment: RawRow, owner: StatementOwner): boolean {
  if (isSaid(row)) return true;
  const sameOrder = partyKey(row.payer, false) === partyKey(payment.payer, false);
  return sameOrder && row.signedMinor === -payment.signedMinor && isOneSideOwn(row, owner);
}

function isOneSideOwn({ payer, payee }: RawRow, { accounts }: StatementOwner): boolean {
  const owns = (account: string | undefined) => account !== undefined && accounts.includes(account);
  return owns(payer.account) !== owns(payee.account);
}
