import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '../../store/store.ts';

/** Rows at once: a few ms of work, then others have their turn. */
const PAGE_ROWS = 500;

/**
 * The rows of a query page by page, by a cursor of the transaction: the query runs once, memory holds a page. One at a
 * time in a transaction.
 */
export async function* pagedRows<T>(
  trx: Transaction,
  query: RawBuilder<unknown>,
): AsyncGenerator<readonly T[]> {
  await sql`DECLARE paged_rows NO SCROLL CURSOR FOR ${query}`.execute(trx);
  for (;;) {
    const { rows } = await sql<T>`FETCH ${sql.lit(PAGE_ROWS)} FROM paged_rows`.execute(trx);
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE_ROWS) break;
  }
  await sql`CLOSE paged_rows`.execute(trx);
}

/** A list of a million entries takes longer than a statement of a request may. */
export const allowLongWork = (trx: Transaction) =>
  sql`SELECT set_config('statement_timeout', '600000', true), set_config('lock_timeout', '600000', true),
    set_config('cursor_tuple_fraction', '1', true)`.execute(trx);
