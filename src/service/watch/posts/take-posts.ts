import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql } from 'kysely';
import { isUnlawful } from '../../../domain/post.ts';
import type { Transaction } from '../../../store/store.ts';
import type { Fetched } from '../../../watch/sources/fetched.ts';
import type { SourcePost } from '../../../watch/sources/source-post.ts';
import { inCampaigns, type Watch } from '../watch.ts';
import {
  latestCaptures,
  type MadeCapture,
  makeCapture,
  recordAsFetched,
  writeCapture,
} from './captures.ts';
import type { Spoken } from './counted.ts';
import { plainText } from './plain-text.ts';
import { type ReadyPost, readSourcePost } from './read-source-post.ts';
import { settlePosts } from './settle-posts.ts';
import type { StoredSource } from './stored-source.ts';
import { displaceContacts, insertPosts, updatePost, writeContacts } from './write-posts.ts';

/** What became of posts that were taken. */
export interface TakenPosts {
  readonly new: number;
  readonly edited: number;
  /** Known as they are. */
  readonly again: number;
  /** Offers that recruit or sell, of the new and the edited. */
  readonly unlawful: number;
}

/** What a look at a source, or a file, gave. */
export interface PostsToTake {
  readonly posts: readonly SourcePost[];
  readonly fetched: readonly Fetched[];
  /** Who or what looked: stands in the sealed copies. */
  readonly operator: string;
}

/** Posts of one transaction. */
const BATCH_POSTS = 100;
/** Posts that are read before others have their turn. */
const TURN_POSTS = 16;

/**
 * Takes posts of a source: reads what is new or says something else than before, seals copies of offers that recruit or sell,
 * puts them into campaigns, and joins them to accounts. Batch by batch, each in one transaction; the same posts again change
 * nothing.
 */
export async function takePosts(
  watch: Watch,
  source: StoredSource,
  { posts, fetched, operator }: PostsToTake,
): Promise<TakenPosts> {
  const sum = { new: 0, edited: 0, again: 0, unlawful: 0 };
  // Of a post that comes twice, what was said last counts.
  const each = [...new Map(posts.map(plainPost).map((post) => [post.externalId, post])).values()];
  for (let from = 0; from < each.length; from += BATCH_POSTS) {
    const batch = each.slice(from, from + BATCH_POSTS);
    const taken = await takeBatch(watch, source, batch, { fetched, operator });
    sum.new += taken.new;
    sum.edited += taken.edited;
    sum.again += taken.again;
    sum.unlawful += taken.unlawful;
  }
  return sum;
}

const plainPost = (post: SourcePost): SourcePost => ({
  ...post,
  externalId: plainText(post.externalId),
  url: post.url === undefined ? undefined : plainText(post.url),
  text: plainText(post.text),
});

/** A post of the store, as far as a later look at it asks. */
interface KnownPost extends Spoken {
  readonly post_id: number;
  readonly content: Buffer;
  readonly gone_at: number | null;
}

/** A post that is to be written, with what is known of it. */
interface PostToWrite {
  readonly ready: ReadyPost;
  readonly known: KnownPost | undefined;
  readonly capture: MadeCapture | undefined;
}

async function takeBatch(
  watch: Watch,
  source: StoredSource,
  batch: readonly SourcePost[],
  { fetched, operator }: Pick<PostsToTake, 'fetched' | 'operator'>,
): Promise<TakenPosts> {
  const ready = await readAll(watch, batch);
  const known = await watch.store.write((trx) => knownPosts(trx, source, batch));
  const writing: PostToWrite[] = [];
  const back: number[] = [];
  for (const post of ready) {
    const before = known.posts.get(post.raw.externalId);
    if (before?.content.equals(post.content)) {
      if (before.gone_at !== null) back.push(before.post_id);
      continue;
    }
    const previous = before && known.captures.get(before.post_id);
    const capture = await captureOf(watch, source, post, before, { fetched, operator, previous });
    writing.push({ ready: post, known: before, capture });
  }
  watch.figures.posts += ready.length;
  // Sealing takes its time, and nobody waits for it; campaigns change for one at a time.
  if (writing.length > 0 || back.length > 0)
    await inCampaigns(watch, (trx) => writeBatch(watch, trx, source, writing, back));
  const edited = writing.filter((post) => post.known !== undefined).length;
  return {
    new: writing.length - edited,
    edited,
    again: ready.length - writing.length,
    unlawful: writing.filter(({ ready: { reading } }) => isOffer(reading)).length,
  };
}

const isOffer = ({ label, stance }: ReadyPost['reading']): boolean =>
  isUnlawful(label) && stance === 'offer';

async function readAll(watch: Watch, batch: readonly SourcePost[]): Promise<ReadyPost[]> {
  const ready: ReadyPost[] = [];
  for (const post of batch) {
    ready.push(readSourcePost(watch, post));
    if (ready.length % TURN_POSTS === 0) await nextTurn();
  }
  return ready;
}

async function knownPosts(
  trx: Transaction,
  { sourceId }: StoredSource,
  batch: readonly SourcePost[],
) {
  const ids = batch.map(({ externalId }) => externalId);
  const { rows } = await sql<KnownPost & { external_id: string }>`
    SELECT post_id, external_id, content, label, stance, said_label, said_stance, gone_at FROM posts
    WHERE source_id = ${sourceId} AND external_id = ANY (${ids}::text[])`.execute(trx);
  return {
    posts: new Map<string, KnownPost>(rows.map((row) => [row.external_id, row])),
    captures: await latestCaptures(
      trx,
      rows.map(({ post_id }) => post_id),
    ),
  };
}

/** A sealed copy of an offer that recruits or sells, and of every later version of what was sealed. */
function captureOf(
  watch: Watch,
  source: StoredSource,
  { raw, reading }: ReadyPost,
  known: KnownPost | undefined,
  {
    fetched,
    operator,
    previous,
  }: Pick<PostsToTake, 'fetched' | 'operator'> & { readonly previous: string | undefined },
): Promise<MadeCapture | undefined> {
  // What a citizen told is no page: what it tells of is sealed when a person has opened it.
  if (source.kind === 'reports') return Promise.resolve(undefined);
  if (!isOffer(reading) && previous === undefined) return Promise.resolve(undefined);
  const answer = raw.fetched === undefined ? undefined : fetched[raw.fetched];
  return makeCapture(watch, {
    fetched: answer ?? recordAsFetched(raw, watch.now()),
    post: raw,
    cause: known === undefined ? 'found' : 'edited',
    operator,
    previousPackage: previous,
  });
}

async function writeBatch(
  watch: Watch,
  trx: Transaction,
  source: StoredSource,
  writing: readonly PostToWrite[],
  back: readonly number[],
): Promise<void> {
  const fresh = writing.filter(({ known }) => known === undefined);
  const ids = await insertPosts(
    watch,
    trx,
    source,
    fresh.map(({ ready }) => ready),
  );
  const written = fresh.map((post, i) => ({ ...post, postId: ids[i] }));
  for (const post of writing) {
    if (post.known === undefined) continue;
    const postId = post.known.post_id;
    await updatePost(watch, trx, postId, post.ready);
    await displaceContacts(trx, postId);
    written.push({ ...post, postId });
  }
  await writeContacts(
    watch,
    trx,
    written.map(({ postId, ready }) => ({ postId, post: ready })),
  );
  for (const { postId, capture } of written)
    if (capture) await writeCapture(watch, trx, { postId, sourceId: source.sourceId }, capture);
  if (back.length > 0)
    await sql`UPDATE posts SET gone_at = NULL, version = version + 1
      WHERE post_id = ANY (${[...back]}::bigint[])`.execute(trx);
  await sql`UPDATE watch_sources SET posts = posts + ${fresh.length} WHERE source_id = ${source.sourceId}`.execute(
    trx,
  );
  await settlePosts(
    watch,
    trx,
    written.map(({ postId }) => postId),
    'words',
  );
}
