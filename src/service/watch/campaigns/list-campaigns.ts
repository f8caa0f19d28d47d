import { type RawBuilder, sql } from 'kysely';
import type { Scope, Store } from '../../../store/store.ts';
import { cursorText, type Page, pageOf, parseCursor } from '../../cursor.ts';
import { orThrow } from '../../or-throw.ts';
import { type CampaignView, campaignRows, campaignView } from './campaign-views.ts';

export interface CampaignsAsk {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly postsLeast?: number | undefined;
  readonly hits?: boolean | undefined;
}

const LIST = 'campaigns';

/** Campaigns with posts that the reader may see, the latest first. Throws QRG_HTTP_CURSOR. */
export async function listCampaigns(
  store: Store,
  scope: Scope,
  { limit, cursor, postsLeast, hits }: CampaignsAsk,
): Promise<Page<CampaignView>> {
  const where: RawBuilder<unknown>[] = [sql`true`];
  if (cursor !== undefined) {
    const [at, id] = orThrow(parseCursor(LIST, cursor, ['number', 'number']));
    where.push(sql`(c.last_at, c.campaign_id) < (${at}::bigint, ${id}::bigint)`);
  }
  if (postsLeast !== undefined) where.push(sql`n.posts >= ${postsLeast}`);
  if (hits !== undefined) {
    const named = sql`EXISTS (SELECT FROM post_hits h JOIN posts p ON p.post_id = h.post_id
      WHERE p.campaign_id = c.campaign_id)`;
    where.push(hits ? named : sql`NOT ${named}`);
  }
  const rows = await store.read(scope, (trx) =>
    campaignRows(trx, sql.join(where, sql` AND `), limit + 1),
  );
  return pageOf(rows, limit, campaignView, (row) =>
    cursorText(LIST, [row.placed_at, row.campaign_id]),
  );
}
