import { sql } from 'kysely';
import type { Transaction } from '../../../store/store.ts';
import type { CampaignBook } from './campaign-book.ts';
import { newCampaign, recount } from './campaign-rows.ts';

interface Member {
  readonly post_id: number;
  readonly campaign_id: number;
  readonly at: number;
}

/**
 * Brings campaigns of the store in line with those in memory after something that held posts together is gone: the largest
 * part keeps the campaign, the others become campaigns of their own. Posts that are remembered no more stay where they are.
 */
export async function regroup(
  book: CampaignBook,
  trx: Transaction,
  campaignIds: readonly number[],
): Promise<void> {
  if (campaignIds.length === 0) return;
  const { rows } = await sql<Member>`
    SELECT post_id, campaign_id, at FROM posts WHERE campaign_id = ANY (${[...campaignIds]}::bigint[])
    ORDER BY post_id`.execute(trx);
  const touched = new Set(campaignIds);
  for (const campaignId of campaignIds) {
    const parts = partsOf(
      book,
      rows.filter((row) => row.campaign_id === campaignId),
    );
    for (const part of parts.slice(1)) {
      const own = await newCampaign(trx, part[0].at);
      touched.add(own);
      await sql`UPDATE posts SET campaign_id = ${own}
        WHERE post_id = ANY (${part.map(({ post_id }) => post_id)}::bigint[])`.execute(trx);
    }
  }
  await recount(trx, [...touched]);
}

/** The largest first; it has those that are remembered no more, too. */
function partsOf(book: CampaignBook, members: readonly Member[]): Member[][] {
  const parts = new Map<number, Member[]>();
  for (const member of members) {
    const group = book.campaignOf(member.post_id);
    if (group === undefined) continue;
    const part = parts.get(group);
    if (part === undefined) parts.set(group, [member]);
    else part.push(member);
  }
  return [...parts.values()].sort((a, b) => b.length - a.length || a[0].post_id - b[0].post_id);
}
