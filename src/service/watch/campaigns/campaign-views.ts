import { type RawBuilder, sql } from 'kysely';
import type { PostLabel } from '../../../domain/post.ts';
import type { Transaction } from '../../../store/store.ts';
import { LABEL } from '../posts/counted.ts';

/** Posts of one set of people, as far as the reader may see them. */
export interface CampaignView {
  readonly campaignId: number;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly posts: number;
  /** Still there, as far as is known. */
  readonly up: number;
  readonly labels: readonly { readonly label: PostLabel; readonly posts: number }[];
  readonly sources: number;
  /** Accounts and customers that its posts name. */
  readonly hits: number;
  readonly version: number;
}

interface CampaignRow {
  readonly campaign_id: number;
  readonly version: number;
  /** Of the campaign's own row: what pages go by. */
  readonly placed_at: number;
  readonly first_at: number;
  readonly last_at: number;
  readonly posts: number;
  readonly up: number;
  readonly labels: readonly { readonly label: PostLabel; readonly posts: number }[];
  readonly sources: number;
  readonly hits: number;
}

/**
 * Campaigns by a condition over `c` (campaigns), the latest first. Their posts are counted as the reader sees them: those of
 * another institution's own sources are not among them.
 */
export async function campaignRows(
  trx: Transaction,
  where: RawBuilder<unknown>,
  most: number,
): Promise<CampaignRow[]> {
  const { rows } = await sql<CampaignRow>`
    SELECT c.campaign_id, c.version, c.last_at AS placed_at, n.first_at, n.last_at, n.posts, n.up, n.sources,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('label', l.label, 'posts', l.posts) ORDER BY l.posts DESC, l.label), '[]')
        FROM (SELECT ${LABEL} AS label, count(*)::int AS posts FROM posts p WHERE p.campaign_id = c.campaign_id GROUP BY 1) l)
        AS labels,
      (SELECT count(DISTINCT (h.account_no, h.customer_id))::int FROM post_hits h
        JOIN posts p ON p.post_id = h.post_id WHERE p.campaign_id = c.campaign_id) AS hits
    FROM campaigns c
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS posts, min(p.at) AS first_at, max(p.at) AS last_at,
        (count(*) FILTER (WHERE p.gone_at IS NULL))::int AS up, count(DISTINCT p.source_id)::int AS sources
      FROM posts p WHERE p.campaign_id = c.campaign_id) n
    WHERE c.merged_into IS NULL AND n.posts > 0 AND ${where}
    ORDER BY c.last_at DESC, c.campaign_id DESC LIMIT ${most}`.execute(trx);
  return rows;
}

export const campaignView = (row: CampaignRow): CampaignView => ({
  campaignId: row.campaign_id,
  firstAt: row.first_at,
  lastAt: row.last_at,
  posts: row.posts,
  up: row.up,
  labels: row.labels,
  sources: row.sources,
  hits: row.hits,
  version: row.version,
});
