import { sql } from 'kysely';
import type { Transaction } from '../../store/store.ts';
import { inVersion } from './met.ts';

/** What a version holds, and how it differs from the one in force. */
export interface VersionCounts {
  readonly entries: number;
  /** Identifiers of its entries. */
  readonly keys: number;
  /** Entries that have names and nothing exact. */
  readonly byNameOnly: number;
  /** Number of the version it is compared with; null: none is in force, all is added. */
  readonly comparedWith: number | null;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly same: number;
}

/**
 * Makes the staged entries version `number` of the list, which must be the next one and locked. Entries that say what they
 * said in the version before go on; the others end there, and new ones begin.
 */
export async function addEntries(trx: Transaction, listId: number, number: number): Promise<void> {
  await sql`
    UPDATE list_entries e SET last_version = ${number - 1}::int
    WHERE e.list_id = ${listId} AND e.last_version IS NULL AND NOT EXISTS (
      SELECT FROM list_stage s WHERE s.entry_key = e.entry_key AND s.content = e.content)`.execute(
    trx,
  );
  await sql`
    CREATE TEMP TABLE list_fresh ON COMMIT DROP AS
    SELECT nextval(pg_get_serial_sequence('list_entries', 'entry_id')) AS entry_id, s.*
    FROM list_stage s
    WHERE NOT EXISTS (SELECT FROM list_entries e
      WHERE e.list_id = ${sql.lit(listId)} AND e.entry_key = s.entry_key AND e.last_version IS NULL)`.execute(
    trx,
  );
  await sql`
    INSERT INTO list_entries
      (entry_id, list_id, entry_key, content, first_version, since, until, reason, sealed)
    OVERRIDING SYSTEM VALUE
    SELECT entry_id, ${listId}::int, entry_key, content, ${number}::int, since, until, reason, sealed
    FROM list_fresh`.execute(trx);
  await sql`
    INSERT INTO list_keys (value_hash, entry_id, list_id, kind)
    SELECT substr(f.hashes, (32 * (k.place - 1) + 1)::int, 32), f.entry_id, ${listId}::int, k.kind
    FROM list_fresh f
    CROSS JOIN LATERAL unnest(string_to_array(f.kinds, ',')) WITH ORDINALITY AS k (kind, place)`.execute(
    trx,
  );
  // A million new rows: without it the next queries would be planned for none.
  await sql`ANALYZE list_entries, list_keys`.execute(trx);
}

/** How a version differs from the one in force. */
export type Difference = Pick<
  VersionCounts,
  'comparedWith' | 'added' | 'removed' | 'changed' | 'same'
>;

export async function differenceOf(
  trx: Transaction,
  listId: number,
  number: number,
  inForce: number | null,
): Promise<Difference> {
  const { rows } = await sql<Omit<Difference, 'comparedWith'>>`
    SELECT count(*) FILTER (WHERE o.entry_id IS NULL)::int AS added,
      count(*) FILTER (WHERE n.entry_id IS NULL)::int AS removed,
      count(*) FILTER (WHERE n.entry_id <> o.entry_id)::int AS changed,
      count(*) FILTER (WHERE n.entry_id = o.entry_id)::int AS same
    FROM (${held(listId, number)}) n
    FULL JOIN (${held(listId, inForce)}) o ON o.entry_key = n.entry_key`.execute(trx);
  return { ...rows[0], comparedWith: inForce };
}

/** What a version holds. */
export async function sizeOf(
  trx: Transaction,
  listId: number,
  number: number,
): Promise<Pick<VersionCounts, 'entries' | 'keys' | 'byNameOnly'>> {
  const { rows } = await sql<{ entries: number; keys: number; known: number }>`
    SELECT count(DISTINCT n.entry_id)::int AS entries, count(k.entry_id)::int AS keys,
      count(DISTINCT k.entry_id)::int AS known
    FROM (${held(listId, number)}) n LEFT JOIN list_keys k ON k.entry_id = n.entry_id`.execute(trx);
  const { entries, keys, known } = rows[0];
  return { entries, keys, byNameOnly: entries - known };
}

const held = (listId: number, version: number | null) => sql`
  SELECT e.entry_id, e.entry_key FROM list_entries e
  WHERE e.list_id = ${listId} AND ${inVersion(sql`${version}::int`)}`;
