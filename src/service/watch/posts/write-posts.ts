import { sql } from 'kysely';
import type { Transaction } from '../../../store/store.ts';
import type { Watch } from '../watch.ts';
import { sealPost } from './kept-post.ts';
import type { ReadyPost } from './read-source-post.ts';
import type { StoredSource } from './stored-source.ts';

/** Writes new posts. Returns their numbers, in order. */
export async function insertPosts(
  watch: Watch,
  trx: Transaction,
  source: StoredSource,
  posts: readonly ReadyPost[],
): Promise<number[]> {
  if (posts.length === 0) return [];
  const at = watch.now();
  const rows = await trx
    .insertInto('posts')
    .values(
      posts.map((post) => ({
        institution_id: source.institutionId,
        source_id: source.sourceId,
        external_id: post.raw.externalId,
        found_at: at,
        at: post.raw.at,
        ...columnsOf(watch, post),
      })),
    )
    .returning(['post_id', 'external_id'])
    .execute();
  const ids = new Map(rows.map(({ post_id, external_id }) => [external_id, post_id]));
  return posts.map(({ raw }) => ids.get(raw.externalId) ?? 0);
}

/**
 * Writes what a post says now. What a person said of the words before holds no more where it was lawful; where it was
 * unlawful it stays until a person has read the new words. Either way the post is in the queue again.
 */
export async function updatePost(
  watch: Watch,
  trx: Transaction,
  postId: number,
  post: ReadyPost,
): Promise<void> {
  const isLawful = sql<boolean>`said_label IN ('other_spam', 'legit') OR said_stance <> 'offer'`;
  await trx
    .updateTable('posts')
    .set({
      ...columnsOf(watch, post),
      said_label: sql`CASE WHEN ${isLawful} THEN NULL ELSE said_label END`,
      said_stance: sql`CASE WHEN ${isLawful} THEN NULL ELSE said_stance END`,
      said_at: null,
      gone_at: null,
      edits: sql`edits + 1`,
      version: sql`version + 1`,
    })
    .where('post_id', '=', postId)
    .execute();
}

function columnsOf(watch: Watch, { raw, kept, content, reading }: ReadyPost) {
  return {
    url: raw.url ?? null,
    sealed: sealPost(watch.store.vault, kept),
    content,
    has_media: raw.hasMedia,
    lang: reading.lang,
    label: reading.label,
    score: reading.score,
    stance: reading.stance,
    asks: [...reading.asks],
    techniques: [...reading.techniques],
    reasons: JSON.stringify(reading.reasons),
    reader: watch.reader.edition,
  };
}

/** A contact that the post carried before and does not now keeps its row, without a place. */
export const displaceContacts = (trx: Transaction, postId: number): Promise<unknown> =>
  trx
    .updateTable('post_contacts')
    .set({ starts: -1, ends: -1 })
    .where('post_id', '=', postId)
    .execute();

/** Writes whom posts lead to. */
export async function writeContacts(
  { store: { vault } }: Watch,
  trx: Transaction,
  posts: readonly { readonly postId: number; readonly post: ReadyPost }[],
): Promise<void> {
  const rows = posts.flatMap(({ postId, post }) =>
    post.contacts.map(({ kind, hash, value, starts, ends }) => ({
      post_id: postId,
      kind,
      hash,
      sealed: vault.seal(value),
      starts,
      ends,
    })),
  );
  for (let from = 0; from < rows.length; from += ROWS_PAGE)
    await trx
      .insertInto('post_contacts')
      .values(rows.slice(from, from + ROWS_PAGE))
      .onConflict((conflict) =>
        conflict.columns(['post_id', 'kind', 'hash']).doUpdateSet(({ ref }) => ({
          starts: ref('excluded.starts'),
          ends: ref('excluded.ends'),
        })),
      )
      .execute();
}

/** A statement takes 65,535 values. */
const ROWS_PAGE = 5_000;
