import { QorganError } from '../../../domain/errors/catalogue.ts';
import type { CheckResult } from '../../../store/tables/watch.ts';
import type { Fetched } from '../../../watch/sources/fetched.ts';
import { readPage } from '../../../watch/sources/page.ts';
import type { SourcePost } from '../../../watch/sources/source-post.ts';
import { Gathering } from '../collect/collected.ts';
import { addPostsOf } from '../collect/posts-of-answer.ts';
import { recheckPost } from '../collect/recheck-post.ts';
import { textOfBody } from '../fetch/text-of-body.ts';
import type { Watch } from '../watch.ts';
import { latestCaptures, writeCapture } from './captures.ts';
import { openPost } from './kept-post.ts';
import { readSourcePost } from './read-source-post.ts';

/** What looking at the page of a post again gave. */
export interface LookedAgain {
  /** null: nobody answered, and nothing could be sealed. */
  readonly captureId: number | null;
  /** Against what the post said before. */
  readonly result: CheckResult;
  readonly status: number | null;
}

interface KnownPage {
  readonly post_id: number;
  readonly source_id: number;
  readonly external_id: string;
  readonly url: string;
  readonly sealed: Buffer;
  readonly content: Buffer;
}

/**
 * Fetches the page of a post now, seals what came and writes it down; a post that is there no more is marked so. `operator`
 * is who or what asked: it stands in the sealed copy. Throws QRG_WATCH_POST_UNKNOWN, QRG_WATCH_NO_PAGE, and QRG_EVIDENCE_…
 * when the copy cannot be sealed.
 */
export async function captureNow(
  watch: Watch,
  postId: number,
  cause: 'sealed' | 'recheck',
  operator: string,
  signal: AbortSignal = AbortSignal.timeout(FETCH_MOST_MS),
): Promise<LookedAgain> {
  const known = await knownPage(watch, postId);
  const looked = await recheckPost(
    {
      url: known.url,
      channelPost: MESSAGE.test(known.external_id) ? known.external_id : undefined,
    },
    { fetcher: watch.fetcher, now: watch.now, signal },
  );
  const { fetched } = looked;
  if (fetched === undefined) return { captureId: null, result: 'unreachable', status: null };
  const { result, post } =
    looked.result === 'up'
      ? compared(watch, known, fetched)
      : { result: looked.result, post: undefined };
  const previous = await watch.store.write((trx) => latestCaptures(trx, [postId]));
  const sealed = await watch.evidence.seal({
    fetched,
    post,
    cause,
    operator,
    previousPackage: previous.get(postId),
  });
  watch.figures.captures++;
  const { status } = fetched;
  const captureId = await watch.store.write(async (trx) => {
    const sourceId = known.source_id;
    const capture = { cause, url: fetched.finalUrl, status, sealed };
    const id = await writeCapture(watch, trx, { postId, sourceId }, capture);
    // Neither a page that cannot be reached nor one that says something else tells that the post is gone.
    if (result === 'gone' || result === 'up')
      await trx
        .updateTable('posts')
        .set(({ eb }) => ({
          gone_at: result === 'gone' ? watch.now() : null,
          version: eb('version', '+', 1),
        }))
        .where('post_id', '=', postId)
        .where('gone_at', result === 'gone' ? 'is' : 'is not', null)
        .execute();
    return id;
  });
  return { captureId, result, status };
}

const FETCH_MOST_MS = 60_000;

async function knownPage({ store }: Watch, postId: number): Promise<KnownPage> {
  const row = await store.write((trx) =>
    trx
      .selectFrom('posts as p')
      .select(['p.post_id', 'p.source_id', 'p.external_id', 'p.url'])
      .select(['p.sealed', 'p.content'])
      .where('p.post_id', '=', postId)
      .executeTakeFirst(),
  );
  if (row === undefined) throw new QorganError('QRG_WATCH_POST_UNKNOWN', { post: postId });
  const { url } = row;
  if (url === null) throw new QorganError('QRG_WATCH_NO_PAGE');
  return { ...row, url };
}

/** A message of a channel by its number there. */
const MESSAGE = /^[a-z0-9_]{4,64}\/\d{1,15}$/;

/**
 * What the answer shows of the post against what it said. A feed or a file may have told only part of its page: there the
 * beginning of its words has to be found.
 */
function compared(
  watch: Watch,
  known: KnownPage,
  fetched: Fetched,
): { readonly result: 'up' | 'changed'; readonly post: SourcePost | undefined } {
  const gathering = new Gathering();
  addPostsOf(gathering, fetched, 1);
  const post = gathering.posts.find(({ externalId }) => externalId === known.external_id);
  const same =
    post === undefined
      ? holdsWords(watch, known, fetched)
      : readSourcePost(watch, post).content.equals(known.content);
  return { result: same ? 'up' : 'changed', post };
}

/** How many characters of its words a page must show for the post to be there still. */
const WORDS_LEAST = 60;

function holdsWords({ store }: Watch, known: KnownPage, fetched: Fetched): boolean {
  const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim();
  const { text } = readPage(textOfBody(fetched), fetched.finalUrl);
  const words = plain(openPost(store.vault, known.sealed).text).slice(0, WORDS_LEAST);
  return plain(text).includes(words);
}
