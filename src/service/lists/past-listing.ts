import { type RawBuilder, sql } from 'kysely';
import type { KeyKind } from '../../screening/lists/exact-key.ts';
import type { ListKind } from '../../screening/lists/list-kind.ts';
import type { Transaction } from '../../store/store.ts';
import type { Lists } from './lists.ts';
import { inVersion } from './met.ts';

/** An entry in which a party stood at a moment. */
export interface PastListing {
  readonly listId: number;
  readonly entryId: number;
  readonly via: KeyKind;
  readonly since: number | null;
  readonly until: number | null;
  readonly reason: string | null;
  /**
   * Our version in force at that moment held the entry. False: the entry says that it was in force then, and we were told
   * of it later.
   */
  readonly knownThen: boolean;
  /** When a version with it was first put in force here. */
  readonly knownFrom: number;
}

/**
 * Whether an identifier stood in lists of a kind at a moment, past or present: the question of the duty to pay back
 * (payments law, art. 25-1(7)). Empty: it did not, as far as the versions that were ever in force here tell. Lists of the
 * institution and of all are asked.
 */
export const wasListed = (
  lists: Lists,
  kind: ListKind,
  hash: Uint8Array,
  at: number,
  institutionId: number,
): Promise<PastListing[]> =>
  lists.store.write((trx) =>
    pastListings(trx, kind, sql`SELECT ${hash}::bytea`, at, institutionId),
  );

/** The same for an account: by its number, and by what the institution knows of it and of its owner today. */
export const wasAccountListed = (
  lists: Lists,
  kind: ListKind,
  accountNo: number,
  at: number,
  institutionId: number,
): Promise<PastListing[]> =>
  lists.store.write((trx) =>
    pastListings(
      trx,
      kind,
      sql`
        SELECT name_hash FROM accounts WHERE account_no = ${accountNo}
        UNION ALL SELECT value_hash FROM identifiers
          WHERE account_no = ${accountNo} AND institution_id = ${institutionId}
        UNION ALL SELECT i.value_hash FROM accounts a JOIN identifiers i ON i.customer_id = a.customer_id
          WHERE a.account_no = ${accountNo} AND i.account_no IS NULL AND i.institution_id = ${institutionId}`,
      at,
      institutionId,
    ),
  );

async function pastListings(
  trx: Transaction,
  kind: ListKind,
  hashes: RawBuilder<unknown>,
  at: number,
  institutionId: number,
): Promise<PastListing[]> {
  const { rows } = await sql<PastListing>`
    SELECT DISTINCT ON ("listId", entry_key, via)
      "listId", "entryId", via, since, until, reason, "knownThen", "knownFrom"
    FROM (
      SELECT e.list_id AS "listId", e.entry_id AS "entryId", e.entry_key, k.kind AS via, e.since, e.until, e.reason,
        bool_or(a.from_at <= ${at} AND (a.to_at IS NULL OR a.to_at > ${at})) AS "knownThen",
        min(a.from_at) AS "knownFrom"
      FROM list_keys k
      JOIN list_entries e ON e.entry_id = k.entry_id
      JOIN lists l ON l.list_id = e.list_id
      JOIN list_activations a ON a.list_id = e.list_id AND ${inVersion(sql`a.number`)}
      WHERE k.value_hash IN (${hashes}) AND l.kind = ${kind}
        AND (l.institution_id IS NULL OR l.institution_id = ${institutionId})
        AND (e.since IS NULL OR e.since <= ${at}) AND (e.until IS NULL OR e.until > ${at})
      GROUP BY e.entry_id, k.kind
    ) found
    WHERE "knownThen" OR (since IS NOT NULL AND "knownFrom" > ${at})
    ORDER BY "listId", entry_key, via, "knownThen" DESC, "entryId"`.execute(trx);
  return rows;
}
