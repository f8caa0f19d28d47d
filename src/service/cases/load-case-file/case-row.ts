import type { Selectable } from 'kysely';
import { QorganError } from '../../../domain/errors/catalogue.ts';
import type { Transaction } from '../../../store/store.ts';
import type { CaseTables } from '../../../store/tables/cases.ts';

export type CaseRow = Selectable<CaseTables['cases']>;

/** A case that the reader of the transaction may see. Throws QRG_CASE_UNKNOWN: nobody learns whether it is there for others. */
export async function visibleCase(trx: Transaction, caseId: number): Promise<CaseRow> {
  const row = await trx
    .selectFrom('cases')
    .selectAll()
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  if (row === undefined) throw new QorganError('QRG_CASE_UNKNOWN', { case: caseId });
  return row;
}
