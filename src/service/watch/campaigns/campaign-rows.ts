import { sql } from 'kysely';
import type { Transaction } from '../../../store/store.ts';

/** A campaign that begins with a post of that moment. Returns its number. */
export async function newCampaign(trx: Transaction, at: number): Promise<number> {
  const { campaign_id } = await trx
    .insertInto('campaigns')
    .values({ first_at: at, last_at: at, posts: 0 })
    .returning('campaign_id')
    .executeTakeFirstOrThrow();
  return campaign_id;
}

/** A campaign counts its posts; it is an institution's own while all of them are. */
export async function recount(trx: Transaction, campaignIds: readonly number[]): Promise<void> {
  await sql`
    UPDATE campaigns c SET posts = n.posts, first_at = coalesce(n.first_at, c.first_at),
      last_at = coalesce(n.last_at, c.last_at), institution_id = n.institution_id, version = c.version + 1
    FROM (
      SELECT id, count(p.post_id)::int AS posts, min(p.at) AS first_at, max(p.at) AS last_at,
        CASE WHEN count(p.institution_id) = count(*) AND count(DISTINCT p.institution_id) = 1
          THEN min(p.institution_id) END AS institution_id
      FROM unnest(${[...campaignIds]}::bigint[]) AS u (id) LEFT JOIN posts p ON p.campaign_id = id
      GROUP BY id) n
    WHERE c.campaign_id = n.id`.execute(trx);
}

/** Campaigns with posts that carry one of these contacts. */
export async function campaignsWith(
  trx: Transaction,
  hashes: readonly Uint8Array[],
): Promise<number[]> {
  const { rows } = await sql<{ campaign_id: number }>`
    SELECT DISTINCT p.campaign_id FROM post_contacts c JOIN posts p ON p.post_id = c.post_id
    WHERE c.hash = ANY (${[...hashes]}::bytea[]) AND p.campaign_id IS NOT NULL`.execute(trx);
  return rows.map(({ campaign_id }) => campaign_id);
}
