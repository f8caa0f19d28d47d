import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '../../store/store.ts';

/** Which entries and parties are compared; SQL conditions over `e` (list_entries), `l` (lists), and the parties. */
export interface MetWhere {
  readonly entries: RawBuilder<unknown>;
  /** Over `i` (identifiers). */
  readonly identifiers?: RawBuilder<unknown>;
  /** Over `a` (accounts). */
  readonly accounts?: RawBuilder<unknown>;
}

/** The version of a list holds the entry. */
export const inVersion = (number: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(e.first_version <= ${number} AND (e.last_version IS NULL OR e.last_version >= ${number}))`;

/** The entry is in force: its list's version in force holds it. Its own period is looked at when somebody asks. */
export const IN_FORCE = inVersion(sql`l.in_force`);

/**
 * Who meets which entry, one row each: entry_id, list_id, entry_key, content, institution_id, customer_id or account_no,
 * via (kinds of identifiers). An account of its own is met by its number; a customer, or an account, by what its
 * institution knows of it. The list of an institution meets what this institution knows, and accounts by number.
 */
export const metQuery = ({ entries, identifiers, accounts }: MetWhere): RawBuilder<unknown> => sql`
  SELECT met.entry_id, met.list_id, met.entry_key, met.content, met.institution_id, met.customer_id, met.account_no,
    array_agg(DISTINCT met.kind ORDER BY met.kind) AS via
  FROM (
    SELECT e.entry_id, e.list_id, e.entry_key, e.content, k.kind, i.institution_id,
      CASE WHEN i.account_no IS NULL THEN i.customer_id END AS customer_id, i.account_no
    FROM list_entries e
    JOIN lists l ON l.list_id = e.list_id
    JOIN list_keys k ON k.entry_id = e.entry_id
    JOIN identifiers i ON i.value_hash = k.value_hash
    WHERE ${entries} AND (l.institution_id IS NULL OR l.institution_id = i.institution_id)
      AND ${identifiers ?? sql`true`}
    UNION ALL
    SELECT e.entry_id, e.list_id, e.entry_key, e.content, k.kind, coalesce(l.institution_id, a.institution_id),
      NULL, a.account_no
    FROM list_entries e
    JOIN lists l ON l.list_id = e.list_id
    JOIN list_keys k ON k.entry_id = e.entry_id AND k.kind = 'account'
    JOIN accounts a ON a.name_hash = k.value_hash
    WHERE ${entries} AND ${accounts ?? sql`true`}
  ) met
  GROUP BY met.entry_id, met.list_id, met.entry_key, met.content, met.institution_id, met.customer_id, met.account_no`;

/**
 * What a party is known by, as one hash: whether it changed since a hit was decided. Over `m`, a row of `metQuery`.
 */
const SUBJECT = sql`sha256(coalesce((
  SELECT string_agg(known.value_hash, ''::bytea ORDER BY known.value_hash)
  FROM (
    SELECT i.value_hash FROM identifiers i
    WHERE i.customer_id = m.customer_id AND i.institution_id = m.institution_id AND i.account_no IS NULL
      -- A new device or another IP makes nobody another party.
      AND i.kind NOT IN ('device', 'address', 'ip')
    UNION ALL
    SELECT i.value_hash FROM identifiers i
    WHERE i.account_no = m.account_no AND i.institution_id = m.institution_id
  ) known
), ''::bytea))`;

/** Key of the advisory lock of whoever writes list_hits: 'qrg hits' in ASCII. */
const HITS_LOCK = '8174709662519227507';

/**
 * Lets nobody else write down hits until the transaction ends: one that still compares with the version before would write
 * hits that nobody takes away again.
 */
export const holdHits = (trx: Transaction) =>
  sql`SELECT pg_advisory_xact_lock(${sql.lit(HITS_LOCK)}::bigint)`.execute(trx);

/** How often, and how long between, somebody who cannot wait for long asks for the lock. */
const TRIES = 20;
const TRY_AGAIN_S = 0.02;

/** The same for one who has somebody waiting: false where a list is being activated, which may take minutes. */
export async function holdHitsSoon(trx: Transaction): Promise<boolean> {
  for (let i = 0; i < TRIES; i++) {
    const { rows } = await sql<{ held: boolean }>`
      SELECT pg_try_advisory_xact_lock(${sql.lit(HITS_LOCK)}::bigint) AS held`.execute(trx);
    if (rows[0].held) return true;
    await sql`SELECT pg_sleep(${TRY_AGAIN_S})`.execute(trx);
  }
  return false;
}

/**
 * A hit `h` is there already. It is a question again where it was dismissed and the entry, or what the party was compared by,
 * has changed since; while both say what they said then it stays dismissed.
 */
export const MET_AGAIN = sql`
  ON CONFLICT ON CONSTRAINT list_hits_once DO UPDATE SET
    entry_id = excluded.entry_id, content = excluded.content, subject = excluded.subject, via = excluded.via,
    score = excluded.score, match_sealed = excluded.match_sealed, gone_at = NULL, version = h.version + 1,
    (state, decided_at, found_at) = (
      SELECT CASE WHEN again THEN 'open' ELSE h.state END, CASE WHEN NOT again THEN h.decided_at END,
        CASE WHEN again THEN excluded.found_at ELSE h.found_at END
      FROM (SELECT h.state = 'dismissed' AND (h.content, h.subject) IS DISTINCT FROM (excluded.content, excluded.subject)
        AS again) changed)
  WHERE (h.entry_id, h.content, h.subject, h.via) IS DISTINCT FROM
      (excluded.entry_id, excluded.content, excluded.subject, excluded.via)
    OR h.gone_at IS NOT NULL`;

/**
 * Writes down who is met: new hits, hits that come back, and hits that a changed entry or party makes a question again.
 */
export const recordMet = (where: MetWhere, at: number): RawBuilder<unknown> => sql`
  INSERT INTO list_hits AS h
    (institution_id, list_id, entry_key, entry_id, content, customer_id, account_no, via, subject, found_at)
  SELECT m.institution_id, m.list_id, m.entry_key, m.entry_id, m.content, m.customer_id, m.account_no, m.via,
    ${SUBJECT}, ${at}::bigint
  FROM (${metQuery(where)}) m
  ${MET_AGAIN}`;
