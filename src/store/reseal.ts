import type pg from 'pg';
import { SEALED_COLUMNS, type SealedColumn } from './sealed-columns.ts';
import { KEY_ID_IN_SQL, keyIdBytes } from './sealing.ts';
import { withStoreErrors } from './store-error.ts';
import type { Vault } from './vault.ts';

/** Rows of one statement: short enough that nobody who changes one of them waits noticeably. */
const BATCH = 500;

type Queries = Pick<pg.Pool, 'query'>;

export interface Resealed {
  readonly table: string;
  readonly column: string;
  readonly rows: number;
}

/**
 * Seals again under the current data key whatever lies under an older one, batch by batch while the service works. A run
 * that was cut off is simply run again: what is done is passed over. A value that somebody changes meanwhile stays theirs.
 */
export async function reseal(
  pool: Queries,
  vault: Vault,
  columns: readonly SealedColumn[] = SEALED_COLUMNS,
): Promise<Resealed[]> {
  const done: Resealed[] = [];
  for (const column of columns) {
    const rows = await withStoreErrors(() => resealColumn(pool, vault, column));
    done.push({ table: column.table, column: column.column, rows });
  }
  return done;
}

async function resealColumn(pool: Queries, vault: Vault, at: SealedColumn): Promise<number> {
  let changed = 0;
  let after: number | null = null;
  for (;;) {
    const page: SealedRow[] = await olderThan(pool, keyIdBytes(vault.keyId), at, after);
    if (page.length === 0) return changed;
    const fresh = page.map(({ old }) => vault.seal(vault.open(old)));
    changed += await replace(pool, at, page, fresh);
    after = page[page.length - 1].key;
  }
}

interface SealedRow {
  readonly key: number;
  readonly old: Buffer;
}

/** The next rows whose value is not under the current data key. */
async function olderThan(
  pool: Queries,
  currentKey: Buffer,
  { table, key, column }: SealedColumn,
  after: number | null,
): Promise<SealedRow[]> {
  const { from, length } = KEY_ID_IN_SQL;
  const { rows } = await pool.query<SealedRow>(
    `SELECT ${key} AS key, ${column} AS old FROM ${table}
     WHERE substring(${column} FROM ${from} FOR ${length}) <> $1 AND ($2::bigint IS NULL OR ${key} > $2::bigint)
     ORDER BY ${key} LIMIT ${BATCH}`,
    [currentKey, after],
  );
  return rows;
}

async function replace(
  pool: Queries,
  { table, key, column }: SealedColumn,
  page: readonly SealedRow[],
  fresh: readonly Buffer[],
): Promise<number> {
  const { rowCount } = await pool.query(
    `UPDATE ${table} t SET ${column} = v.fresh
     FROM unnest($1::bigint[], $2::bytea[], $3::bytea[]) AS v (key, old, fresh)
     WHERE t.${key} = v.key AND t.${column} = v.old`,
    [page.map((row) => row.key), page.map((row) => row.old), fresh],
  );
  return rowCount ?? 0;
}
