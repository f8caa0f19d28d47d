import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { CaseDeps } from '../deps.ts';
import { keepLook, statementIds } from './kept-look.ts';
import { readApart } from './read-apart.ts';

/** Folders of statements that are read again in one tick: each takes seconds. */
const CASES_MOST = 2;

/**
 * Reads the statements again that stayed when one of them was taken out of a case or split off. Returns how many cases. What
 * changes meanwhile is left for the next time.
 */
export async function readStatementsAgain(deps: CaseDeps, signal?: AbortSignal): Promise<number> {
  const waiting = await deps.store.db
    .selectFrom('case_statements as s')
    .select(['s.case_id', 's.institution_id'])
    .distinct()
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('case_statement_looks as l')
            .select('l.case_id')
            .whereRef('l.case_id', '=', 's.case_id'),
        ),
      ),
    )
    .limit(CASES_MOST)
    .execute();
  let read = 0;
  for (const one of waiting) {
    if (signal?.aborted === true) break;
    if (await readOne(deps, one)) read++;
  }
  return read;
}

async function readOne(
  deps: CaseDeps,
  of: { readonly case_id: number; readonly institution_id: number },
): Promise<boolean> {
  const { store, now } = deps;
  const rows = await store.db
    .selectFrom('case_statements')
    .select(['statement_id', 'name_sealed', 'body_sealed'])
    .where('case_id', '=', of.case_id)
    .orderBy('statement_id')
    .execute();
  const look = await readApart({
    files: rows.map(({ name_sealed, body_sealed }) => ({
      name: store.vault.open(name_sealed).toString(),
      bytes: store.vault.open(body_sealed),
    })),
    dir: join(deps.dataDir, 'scratch', `statements-${randomUUID()}`),
  });
  return store.write(async (trx) => {
    const ids = await statementIds(trx, of.case_id);
    if (ids.join() !== rows.map(({ statement_id }) => statement_id).join()) return false;
    for (const [i, id] of ids.entries())
      await trx
        .updateTable('case_statements')
        .set(look.files[i])
        .where('statement_id', '=', id)
        .execute();
    await keepLook(deps, trx, of, look, now());
    return true;
  });
}
