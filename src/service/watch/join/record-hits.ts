import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '../../../store/store.ts';
import { UNLAWFUL } from '../posts/counted.ts';
import type { ToldContact } from './named-in-posts.ts';

/**
 * Which posts and parties are compared: SQL conditions over `p` (posts), `i` (identifiers), `a` (accounts) and `t` (identifiers
 * that were told with transfers).
 */
export interface HitsWhere {
  readonly posts?: RawBuilder<unknown>;
  readonly identifiers?: RawBuilder<unknown>;
  readonly accounts?: RawBuilder<unknown>;
  readonly told?: RawBuilder<unknown>;
}

/**
 * Unlawful posts that name accounts and customers, whatever their stance: one row each time a party is met by a kind of
 * contact. An account is its owner's institution's; a post that only one institution sees meets nobody else's. Posts that are
 * older than the account count as well. A hit stays when its post is edited: what was said was said.
 */
const insertHits = (met: RawBuilder<unknown>, at: number) => sql`
  INSERT INTO post_hits (institution_id, post_id, account_no, customer_id, kind, hash, found_at)
  SELECT m.institution_id, m.post_id, m.account_no, m.customer_id, m.kind, m.hash, ${at}::bigint
  FROM (${met}) m
  ON CONFLICT DO NOTHING`;

const OF_POST = sql`posts p JOIN post_contacts c ON c.post_id = p.post_id`;

const seenBy = (institutionId: RawBuilder<unknown>) =>
  sql`(p.institution_id IS NULL OR p.institution_id = ${institutionId})`;

/** Returns how many hits are new. */
export async function recordHits(trx: Transaction, where: HitsWhere, at: number): Promise<number> {
  const all = sql`true`;
  const { posts = all, identifiers = all, accounts = all, told = all } = where;
  const met = sql`
    SELECT i.institution_id, p.post_id, i.account_no, CASE WHEN i.account_no IS NULL THEN i.customer_id END AS customer_id,
      c.kind, c.hash
    FROM ${OF_POST} JOIN identifiers i ON i.value_hash = c.hash
    WHERE ${UNLAWFUL} AND ${posts} AND ${identifiers} AND ${seenBy(sql`i.institution_id`)}
    UNION
    SELECT coalesce(o.institution_id, a.institution_id), p.post_id, a.account_no, NULL, c.kind, c.hash
    FROM ${OF_POST} JOIN accounts a ON a.name_hash = c.hash LEFT JOIN customers o ON o.customer_id = a.customer_id
    WHERE c.kind = 'iban' AND ${UNLAWFUL} AND ${posts} AND ${accounts}
      AND ${seenBy(sql`coalesce(o.institution_id, a.institution_id)`)}
    UNION
    SELECT t.institution_id, p.post_id, t.account_no, NULL, c.kind, c.hash
    FROM ${OF_POST} JOIN told_contacts t ON t.hash = c.hash
    WHERE ${UNLAWFUL} AND ${posts} AND ${told} AND ${seenBy(sql`t.institution_id`)}`;
  const { numAffectedRows = 0n } = await insertHits(met, at).execute(trx);
  return Number(numAffectedRows);
}

/** The same for identifiers that banks told with transfers. Accounts that are not in the store yet are passed over. */
export async function recordTold(
  trx: Transaction,
  told: readonly ToldContact[],
  at: number,
): Promise<number> {
  const met = sql`
    SELECT t.institution_id, p.post_id, a.account_no, NULL::bigint AS customer_id, c.kind, c.hash
    FROM unnest(${told.map(({ accountNo }) => accountNo)}::int[],
      ${told.map(({ institutionId }) => institutionId)}::int[], ${told.map(({ hash }) => hash)}::bytea[])
      AS t (account_no, institution_id, hash)
    JOIN accounts a ON a.account_no = t.account_no
    JOIN post_contacts c ON c.hash = t.hash
    JOIN posts p ON p.post_id = c.post_id
    WHERE ${UNLAWFUL} AND ${seenBy(sql`t.institution_id`)}`;
  const { numAffectedRows = 0n } = await insertHits(met, at).execute(trx);
  return Number(numAffectedRows);
}

/**
 * Keeps which account an identifier was told of, for posts that are found later. Returns those whose account is not in the store
 * yet: its block is on the way.
 */
export async function keepTold(
  trx: Transaction,
  told: readonly ToldContact[],
): Promise<readonly ToldContact[]> {
  const { rows } = await sql<{ account_no: number }>`
    SELECT account_no FROM accounts WHERE account_no = ANY (${told.map((one) => one.accountNo)}::int[])`.execute(
    trx,
  );
  const known = new Set(rows.map(({ account_no }) => account_no));
  const ready = told.filter(({ accountNo }) => known.has(accountNo));
  if (ready.length > 0)
    await trx
      .insertInto('told_contacts')
      .values(
        ready.map(({ hash, accountNo, institutionId }) => ({
          hash,
          account_no: accountNo,
          institution_id: institutionId,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  return told.filter(({ accountNo }) => !known.has(accountNo));
}
