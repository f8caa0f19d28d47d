import { sql } from 'kysely';
import type { Store, Transaction } from '../../store/store.ts';
import { holdHits, IN_FORCE, MET_AGAIN } from '../lists/met.ts';
import { sealMatch } from './kept-match.ts';
import type { NameHit } from './name-lists.ts';

/** A customer whose name was looked for, and what it may mean. */
export interface ScreenedCustomer {
  readonly customerId: number;
  readonly institutionId: number;
  /** What was compared: see `subjectOf`. */
  readonly subject: Buffer;
  readonly name: string;
  readonly hits: readonly NameHit[];
}

/**
 * Writes down what names meet: each a question to a person, one that was dismissed only where the entry or the customer
 * changed since. Where nothing is met nothing is locked: of most customers nothing ever is.
 */
export async function recordNameHits(
  trx: Transaction,
  { vault }: Store,
  screened: readonly ScreenedCustomer[],
  at: number,
): Promise<void> {
  const rows = screened.flatMap(({ hits, ...customer }) =>
    hits.map(({ match }) => ({ ...customer, match })),
  );
  if (rows.length === 0) return;
  await holdHits(trx);
  const column = <T>(value: (row: (typeof rows)[number]) => T): T[] => rows.map(value);
  await sql`
    INSERT INTO list_hits AS h (institution_id, list_id, entry_key, entry_id, content, customer_id, via, subject, found_at,
      by_name, score, match_sealed)
    SELECT f.institution_id, e.list_id, e.entry_key, e.entry_id, e.content, f.customer_id, ARRAY['name'], f.subject,
      ${at}::bigint, true, f.score, f.match
    FROM unnest(
      ${column(({ institutionId }) => institutionId)}::int[],
      ${column(({ customerId }) => customerId)}::bigint[],
      ${column(({ match }) => match.entry)}::bigint[],
      ${column(({ subject }) => subject)}::bytea[],
      ${column(({ match }) => match.score)}::real[],
      ${column(({ match, name }) => sealMatch(vault, match, name))}::bytea[]
    ) AS f (institution_id, customer_id, entry_id, subject, score, match)
    JOIN list_entries e ON e.entry_id = f.entry_id
    JOIN lists l ON l.list_id = e.list_id
    -- What left its list since the names were read is met no more.
    WHERE ${IN_FORCE}
    ${MET_AGAIN}`.execute(trx);
}

/** Hits of customers by names that they no longer bear. Only for names that were looked for in all lists. */
export async function goneNameHits(
  trx: Transaction,
  screened: readonly ScreenedCustomer[],
): Promise<{ readonly hitId: number; readonly customerId: number }[]> {
  const met = screened.flatMap(({ customerId, hits }) =>
    hits.map(({ match }) => ({ customerId, entry: match.entry })),
  );
  const { rows } = await sql<{ hitId: number; customerId: number }>`
    SELECT h.hit_id AS "hitId", h.customer_id AS "customerId" FROM list_hits h
    WHERE h.customer_id = ANY (${screened.map(({ customerId }) => customerId)}::bigint[]) AND h.by_name
      AND h.gone_at IS NULL AND NOT EXISTS (
        SELECT FROM unnest(${met.map(({ customerId }) => customerId)}::bigint[], ${met.map(({ entry }) => entry)}::bigint[])
          AS m (customer_id, entry_id)
        WHERE m.customer_id = h.customer_id AND m.entry_id = h.entry_id)`.execute(trx);
  return rows;
}

/** The caller holds the hits. */
export const endNameHits = (
  trx: Transaction,
  hitIds: readonly number[],
  at: number,
): Promise<unknown> =>
  sql`UPDATE list_hits SET gone_at = ${at}::bigint, version = version + 1
    WHERE hit_id = ANY (${hitIds}::bigint[]) AND gone_at IS NULL`.execute(trx);
