import { sql } from 'kysely';
import { isUnlawful } from '../../../domain/post.ts';
import type { Transaction } from '../../../store/store.ts';
import { placePosts, takeOut } from '../campaigns/place-posts.ts';
import { bookedPost, contactsOf, storedPosts } from '../campaigns/stored-post.ts';
import { recordHits } from '../join/record-hits.ts';
import type { Watch } from '../watch.ts';
import { isCounted, labelOf } from './counted.ts';

/**
 * Puts posts into campaigns or takes them out, and joins them to accounts, by what is said of them now. The book must be
 * ready, and forgotten if the transaction fails. `what` has changed of them: with a label alone a post stays where it is.
 */
export async function settlePosts(
  watch: Watch,
  trx: Transaction,
  postIds: readonly number[],
  what: 'words' | 'label',
): Promise<void> {
  if (postIds.length === 0) return;
  const ofPosts = sql`p.post_id = ANY (${[...postIds]}::bigint[])`;
  const rows = await storedPosts(trx, ofPosts, postIds.length);
  const out = rows.filter((row) => row.campaign_id !== null && !isCounted(row, row.kind));
  if (out.length > 0)
    await takeOut(
      watch,
      trx,
      out.map(({ post_id }) => post_id),
    );
  const counted = rows.filter(
    (row) => isCounted(row, row.kind) && (what === 'words' || row.campaign_id === null),
  );
  await placePosts(
    watch,
    trx,
    counted.map((row) => bookedPost(watch.store.vault, row)),
  );
  const unlawful = rows.filter((row) => isUnlawful(labelOf(row)));
  const contacts = unlawful.flatMap(contactsOf).filter(({ kind }) => kind !== 'link');
  watch.named.name(contacts.map(({ hash }) => hash));
  if (contacts.length > 0) await recordHits(trx, { posts: ofPosts }, watch.now());
  watch.running.marksDue = true;
}
