import { sql } from 'kysely';
import type { Transaction } from '../../../store/store.ts';
import type { ClusterEdge, Joined } from '../../../watch/cluster/edge.ts';
import type { Watch } from '../watch.ts';
import { campaignsWith, newCampaign, recount } from './campaign-rows.ts';
import { regroup } from './regroup.ts';
import type { BookedPost } from './stored-post.ts';

/**
 * Puts posts into campaigns: rows of campaigns, why each post is in it, which campaigns became one, what each repeats. The
 * book must be ready.
 */
export async function placePosts(
  watch: Watch,
  trx: Transaction,
  posts: readonly BookedPost[],
): Promise<void> {
  const touched = new Set<number>();
  for (const post of posts) {
    watch.book.remove(post.postId);
    touched.add(await placePost(watch, trx, post, watch.book.add(post)));
  }
  // Once: a campaign of thousands is not counted for each of them.
  if (touched.size > 0) await recount(trx, [...touched]);
  await stopNew(watch, trx);
}

/** Takes posts out: they are no unlawful offers any more. What held together by them falls apart. */
export async function takeOut(
  watch: Watch,
  trx: Transaction,
  postIds: readonly number[],
): Promise<void> {
  const ids = [...postIds];
  const campaigns = await campaignsOf(trx, ids);
  for (const postId of ids) watch.book.remove(postId);
  await sql`DELETE FROM campaign_edges WHERE post_a = ANY (${ids}::bigint[]) OR post_b = ANY (${ids}::bigint[])`.execute(
    trx,
  );
  await sql`UPDATE posts SET campaign_id = NULL, repost_of = NULL WHERE post_id = ANY (${ids}::bigint[])`.execute(
    trx,
  );
  await regroup(watch.book, trx, campaigns);
}

/** Returns the campaign that the post is in now. */
async function placePost(
  watch: Watch,
  trx: Transaction,
  { postId, at, campaignId: before }: BookedPost,
  joined: Joined,
): Promise<number> {
  if (before !== null)
    await sql`DELETE FROM campaign_edges WHERE post_a = ${postId} OR post_b = ${postId}`.execute(
      trx,
    );
  await writeEdges(trx, joined.edges);
  // A campaign in memory is called by its least post.
  const around = await campaignsOf(trx, [
    ...joined.edges.map(({ a, b }) => (a === postId ? b : a)),
    ...[joined.campaign, ...joined.merged].filter((id) => id !== postId),
  ]);
  // Alone in its campaign it takes it along; else the words by which it was there are gone.
  const isLeft =
    before !== null && !around.includes(before) && (await hasOthers(trx, before, postId));
  const all = before === null || isLeft ? around : [...new Set([before, ...around])];
  const [first, ...merged] = all.sort((a, b) => a - b);
  const campaignId = first ?? (await newCampaign(trx, at));
  if (merged.length > 0) await mergeInto(trx, campaignId, merged);
  await trx
    .updateTable('posts')
    .set({ campaign_id: campaignId, repost_of: joined.repostOf ?? null })
    .where('post_id', '=', postId)
    .execute();
  if (before !== null) await regroup(watch.book, trx, [isLeft ? before : campaignId]);
  return campaignId;
}

async function campaignsOf(trx: Transaction, postIds: readonly number[]): Promise<number[]> {
  if (postIds.length === 0) return [];
  const { rows } = await sql<{ campaign_id: number }>`
    SELECT DISTINCT campaign_id FROM posts
    WHERE post_id = ANY (${[...postIds]}::bigint[]) AND campaign_id IS NOT NULL`.execute(trx);
  return rows.map(({ campaign_id }) => campaign_id);
}

async function hasOthers(trx: Transaction, campaignId: number, postId: number): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM posts WHERE campaign_id = ${campaignId} AND post_id <> ${postId} LIMIT 1`.execute(
    trx,
  );
  return rows.length > 0;
}

async function writeEdges(trx: Transaction, edges: readonly ClusterEdge[]): Promise<void> {
  if (edges.length === 0) return;
  await sql`
    INSERT INTO campaign_edges (post_a, post_b, reasons)
    SELECT least(a, b), greatest(a, b), reasons FROM unnest(
      ${edges.map(({ a }) => a)}::bigint[], ${edges.map(({ b }) => b)}::bigint[],
      ${edges.map(({ reasons }) => JSON.stringify(reasons))}::jsonb[]) AS e (a, b, reasons)
    WHERE EXISTS (SELECT FROM posts WHERE post_id = a) AND EXISTS (SELECT FROM posts WHERE post_id = b)
    ON CONFLICT (post_a, post_b) DO UPDATE SET reasons = excluded.reasons`.execute(trx);
}

async function mergeInto(
  trx: Transaction,
  campaignId: number,
  merged: readonly number[],
): Promise<void> {
  const ids = [...merged];
  await sql`UPDATE posts SET campaign_id = ${campaignId} WHERE campaign_id = ANY (${ids}::bigint[])`.execute(
    trx,
  );
  await sql`UPDATE takedowns SET campaign_id = ${campaignId} WHERE campaign_id = ANY (${ids}::bigint[])`.execute(
    trx,
  );
  await sql`
    UPDATE campaigns SET merged_into = ${campaignId}, posts = 0, version = version + 1
    WHERE campaign_id = ANY (${ids}::bigint[]) OR merged_into = ANY (${ids}::bigint[])`.execute(
    trx,
  );
}

/** What the index took out of joining, written down; campaigns that only it held together fall apart. */
async function stopNew(watch: Watch, trx: Transaction): Promise<void> {
  const fresh = watch.book.newlyStopped();
  if (fresh.length === 0) return;
  const hashes = fresh.map(({ hash }) => hash);
  await sql`
    INSERT INTO stop_contacts (hash, kind, at, reason, actor)
    SELECT hash, kind, ${watch.now()}, 'shared by many who have nothing else in common', 'qorgan'
    FROM unnest(${hashes}::bytea[], ${fresh.map(({ kind }) => kind)}::text[]) AS f (hash, kind)
    ON CONFLICT DO NOTHING`.execute(trx);
  await regroup(watch.book, trx, await campaignsWith(trx, hashes));
}
