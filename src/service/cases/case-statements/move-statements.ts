import type { Transaction } from '../../../store/store.ts';
import { forgetLook } from './kept-look.ts';

/** A statement was taken out of a case: it goes, and with it what the files of the case said together. */
export async function forgetStatement(trx: Transaction, statementId: number): Promise<void> {
  const gone = await trx
    .deleteFrom('case_statements')
    .where('statement_id', '=', statementId)
    .returning('case_id')
    .executeTakeFirst();
  if (gone !== undefined) await forgetLook(trx, gone.case_id);
}

/** Statements among items that went to another case go along: neither case says any more what only the other's files tell. */
export async function moveStatements(
  trx: Transaction,
  items: readonly number[],
  into: number,
): Promise<void> {
  const moved = await trx
    .selectFrom('case_items')
    .select('ref')
    .where('item_id', 'in', items)
    .where('kind', '=', 'statement')
    .execute();
  if (moved.length === 0) return;
  const ids = moved.map(({ ref }) => Number(ref));
  const from = await trx
    .selectFrom('case_statements')
    .select('case_id')
    .distinct()
    .where('statement_id', 'in', ids)
    .execute();
  for (const { case_id } of from) await forgetLook(trx, case_id);
  await trx
    .updateTable('case_statements')
    .set({ case_id: into })
    .where('statement_id', 'in', ids)
    .execute();
}
