import { checkFm1, type Fm1Checking } from '../../exchange/fm1/check.ts';
import type { Fm1Document } from '../../exchange/fm1/document.ts';
import type { Fm1Problem } from '../../exchange/fm1/problems.ts';
import { dateOfDay, dayAt } from '../../law/calendar.ts';
import type { Transaction } from '../../store/store.ts';
import type { FilingBase } from './deps.ts';
import { type FilingRow, openDocument } from './filing-row.ts';
import { withFixed } from './fixed-fields.ts';
import { signCodesOn } from './sign-codes.ts';

/** What a document of an institution is checked against today. */
export async function checkingOf(
  { cases: { law, now }, codes: book }: FilingBase,
  trx: Transaction,
  institutionId: number,
): Promise<Fm1Checking> {
  const day = dateOfDay(dayAt(law.calendar, now()));
  return { book, day, signs: await signCodesOn(trx, institutionId, day) };
}

/** What is wrong with a notice now. Number and date come at approval: nobody misses them before. */
export function problemsOf(
  deps: FilingBase,
  row: FilingRow,
  checking: Fm1Checking,
  document: Fm1Document = openDocument(deps.cases.store, row),
): Fm1Problem[] {
  const given = { number: row.number ?? 1, date: document.message['1.2'] ?? checking.day };
  return checkFm1(withFixed(row, document, given), checking);
}
