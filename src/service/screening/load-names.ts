import { sql } from 'kysely';
import type { ListFacts } from '../../screening/lists/list-hit.ts';
import { namesOfEntry } from '../../screening/names/entry-names.ts';
import type { NameListed } from '../../screening/names/name-match.ts';
import type { Store, Transaction } from '../../store/store.ts';
import { openEntry } from '../lists/kept-entry.ts';
import { inVersion } from '../lists/met.ts';
import { pagedRows } from '../lists/paged-rows.ts';

/**
 * The names of a version of a list, in batches.
 *
 * @param besides only those that this other version of it has not
 */
export async function* loadNames(
  trx: Transaction,
  { vault }: Store,
  { listId }: Pick<ListFacts, 'listId'>,
  number: number,
  besides: number | null = null,
): AsyncGenerator<readonly NameListed[]> {
  const query = sql`
    SELECT e.entry_id, e.sealed FROM list_entries e
    WHERE e.list_id = ${listId} AND ${inVersion(sql`${number}::int`)}
      AND NOT coalesce(${inVersion(sql`${besides}::int`)}, false)`;
  for await (const rows of pagedRows<{ entry_id: number; sealed: Buffer }>(trx, query))
    yield rows.flatMap(({ entry_id, sealed }) => namesOfEntry(entry_id, openEntry(vault, sealed)));
}
