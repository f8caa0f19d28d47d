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
    UPDATE list_stage s SET entry_id = nextval(pg_get_serial_sequence('list_entries', 'entry_id'))
    WHERE NOT EXISTS (SELECT FROM list_entries e
      WHERE e.list_id = ${listId} AND e.entry_key = s.entry_key AND e.last_version IS NULL)`.execute(
    trx,
  );
  await sql`
    INSERT INTO list_entries
      (entry_id, list_id, entry_key, content, first_version, since, until, reason, sealed)
    OVERRIDING SYSTEM VALUE
    SELECT s.entry_id, ${listId}::int, s.entry_key, s.content, ${number}::int, s.since, s.until, s.reason, s.sealed
    FROM list_stage s WHERE s.entry_id IS NOT NULL ORDER BY s.entry_id`.execute(trx);
  await sql`
    INSERT INTO list_keys (value_hash, entry_id, list_id, kind)
    SELECT substr(s.hashes, (32 * (k.place - 1) + 1)::int, 32), s.entry_id, ${listId}::int, k.kind
    FROM list_stage s
    CROSS JOIN LATERAL unnest(string_to_array(s.kinds, ',')) WITH ORDINALITY AS k (kind, place)
    WHERE s.entry_id IS NOT NULL`.execute(trx);
  // A million new rows: without it the next queries would be planned for none.
  await sql`ANALYZE list_entries, list_keys`.execute(trx);
}

/** Counts a version against the one in force. */
export async function countVersion(
  trx: Transaction,
  listId: number,
  number: number,
  inForce: number | null,
): Promise<VersionCounts> {
  const held = (version: number | null) => sql`
    SELECT e.entry_id, e.entry_key FROM list_entries e
    WHERE e.list_id = ${listId} AND ${inVersion(sql`${version}::int`)}`;
  const { rows } = await sql<Omit<VersionCounts, 'comparedWith' | 'keys' | 'byNameOnly'>>`
    SELECT count(n.entry_id)::int AS entries,
      count(*) FILTER (WHERE o.entry_id IS NULL)::int AS added,
      count(*) FILTER (WHERE n.entry_id IS NULL)::int AS removed,
      count(*) FILTER (WHERE n.entry_id <> o.entry_id)::int AS changed,
      count(*) FILTER (WHERE n.entry_id = o.entry_id)::int AS same
    FROM (${held(number)}) n FULL JOIN (${held(inForce)}) o ON o.entry_key = n.entry_key`.execute(
    trx,
  );
  const keys = await sql<{ keys: number; known: number }>`
    SELECT count(*)::int AS keys, count(DISTINCT k.entry_id)::int AS known
    FROM (${held(number)}) n JOIN list_keys k ON k.entry_id = n.entry_id`.execute(trx);
  const { keys: count, known } = keys.rows[0];
  return { ...rows[0], comparedWith: inForce, keys: count, byNameOnly: rows[0].entries - known };
}
