import { sql } from 'kysely';
import type { Transaction } from '../../store/store.ts';
import type { EntryRecord } from './entry-record.ts';

/** An entry on its way in: where it stood, counted and by line. */
export interface StagedEntry {
  readonly place: number;
  readonly line: number;
  readonly record: EntryRecord;
}

/** A table of this transaction only, for the entries of the file that is being read. */
export const makeStage = (trx: Transaction) =>
  sql`CREATE TEMP TABLE list_stage (
    place     int PRIMARY KEY,
    line      int NOT NULL,
    entry_key bytea NOT NULL,
    content   bytea NOT NULL,
    since     bigint,
    until     bigint,
    reason    text,
    sealed    bytea NOT NULL,
    kinds     text NOT NULL,
    hashes    bytea NOT NULL
  ) ON COMMIT DROP`.execute(trx);

export async function stageEntries(
  trx: Transaction,
  entries: readonly StagedEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const column = <T>(value: (record: EntryRecord) => T): T[] =>
    entries.map(({ record }) => value(record));
  await sql`
    INSERT INTO list_stage
    SELECT * FROM unnest(
      ${entries.map(({ place }) => place)}::int[],
      ${entries.map(({ line }) => line)}::int[],
      ${column(({ entryKey }) => entryKey)}::bytea[],
      ${column(({ content }) => content)}::bytea[],
      ${column(({ since }) => since ?? null)}::bigint[],
      ${column(({ until }) => until ?? null)}::bigint[],
      ${column(({ reason }) => reason ?? null)}::text[],
      ${column(({ sealed }) => sealed)}::bytea[],
      ${column(({ kinds }) => kinds.join(','))}::text[],
      ${column(({ hashes }) => hashes)}::bytea[])`.execute(trx);
}

/** All entries are there: makes them quick to find. */
export async function indexStage(trx: Transaction): Promise<void> {
  await sql`CREATE INDEX ON list_stage (entry_key)`.execute(trx);
  await sql`ANALYZE list_stage`.execute(trx);
}

/** Takes away what stands in the file a second time; returns the first of them and how many there were. */
export async function dropRepeats(
  trx: Transaction,
  most: number,
): Promise<{
  readonly count: number;
  readonly repeats: readonly { line: number; first: number }[];
}> {
  const { rows } = await sql<{ line: number; first: number; count: number }>`
    WITH firsts AS (
      SELECT DISTINCT ON (entry_key) entry_key, place, line FROM list_stage ORDER BY entry_key, place
    ), dropped AS (
      DELETE FROM list_stage s USING firsts f
      WHERE s.entry_key = f.entry_key AND s.place > f.place
      RETURNING s.place, s.line, f.line AS first
    )
    SELECT line, first, count(*) OVER ()::int AS count FROM dropped ORDER BY place LIMIT ${most}`.execute(
    trx,
  );
  return { count: rows[0]?.count ?? 0, repeats: rows };
}
