import type { Transaction } from '../../../store/store.ts';
import type { CaseDeps } from '../deps.ts';
import type { StatementLook } from './statement-look.ts';
import { keysOf } from './stored-statements.ts';

/** Whose statements they are. */
export interface StatementsOf {
  readonly case_id: number;
  readonly institution_id: number;
}

/** Numbers of the statements that are read together. */
export async function statementIds(trx: Transaction, caseId: number): Promise<number[]> {
  const rows = await trx
    .selectFrom('case_statements')
    .select('statement_id')
    .where('case_id', '=', caseId)
    .orderBy('statement_id')
    .execute();
  return rows.map(({ statement_id }) => statement_id);
}

/** Keeps what all files of a case say together, in place of what they said before. */
export async function keepLook(
  { store }: Pick<CaseDeps, 'store'>,
  trx: Transaction,
  { case_id, institution_id }: StatementsOf,
  look: StatementLook,
  at: number,
): Promise<void> {
  const sealed = store.vault.seal(JSON.stringify(look));
  await trx
    .insertInto('case_statement_looks')
    .values({ case_id, institution_id, read_at: at, sealed })
    .onConflict((conflict) => conflict.column('case_id').doUpdateSet({ read_at: at, sealed }))
    .execute();
  await trx.deleteFrom('case_statement_keys').where('case_id', '=', case_id).execute();
  const keys = keysOf(look, store.vault);
  if (keys.length > 0)
    await trx
      .insertInto('case_statement_keys')
      .values(keys.map((hash) => ({ case_id, institution_id, hash })))
      .execute();
}

/** What the files of a case said together is said no more: one of them does not belong to it. The clock reads the others again. */
export async function forgetLook(trx: Transaction, caseId: number): Promise<void> {
  for (const table of ['case_statement_looks', 'case_statement_keys'] as const)
    await trx.deleteFrom(table).where('case_id', '=', caseId).execute();
}
