import { QorganError } from '../../../domain/errors/catalogue.ts';
import type { CheckResult, SourceKind } from '../../../store/tables/watch.ts';
import { readChannelPage } from '../../../watch/sources/channel-page.ts';
import type { Fetched } from '../../../watch/sources/fetched.ts';
import { readPage } from '../../../watch/sources/page.ts';
import type { SourcePost } from '../../../watch/sources/source-post.ts';
import { postOfPage } from '../collect/post-of-page.ts';
import { textOfBody } from '../fetch/text-of-body.ts';
import { alone, type Watch } from '../watch.ts';
import { latestCaptures, writeCapture } from './captures.ts';
import { openPost } from './kept-post.ts';
import { readSourcePost } from './read-source-post.ts';

/** What looking at the page of a post again gave. */
export interface LookedAgain {
  readonly captureId: number;
  /** Against what the post said before. */
  readonly result: CheckResult;
  readonly status: number;
}

interface KnownPage {
  readonly post_id: number;
  readonly source_id: number;
  readonly external_id: string;
  readonly kind: SourceKind;
  readonly url: string;
  readonly sealed: Buffer;
  readonly content: Buffer;
}

/**
 * Fetches the page of a post now, seals what came and writes it down; a post that is there no more is marked so. `operator`
 * is who or what asked: it stands in the sealed copy. Throws QRG_WATCH_POST_UNKNOWN, QRG_WATCH_NO_PAGE, what the fetch fails
 * with, and QRG_EVIDENCE_… when the copy cannot be sealed.
 */
export async function captureNow(
  watch: Watch,
  postId: number,
  cause: 'sealed' | 'recheck',
  operator: string,
  signal: AbortSignal = AbortSignal.timeout(FETCH_MOST_MS),
): Promise<LookedAgain> {
  const known = await knownPage(watch, postId);
  const fetched = await watch.fetchPage(addressOf(known), signal);
  const { result, post } = lookAt(watch, known, fetched);
  const previous = await watch.store.write((trx) => latestCaptures(trx, [postId]));
  const sealed = await watch.seal({
    fetched,
    post,
    cause,
    operator,
    previousPackage: previous.get(postId),
  });
  watch.figures.captures++;
  const { status } = fetched;
  const captureId = await alone(watch, () =>
    watch.store.write(async (trx) => {
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
    }),
  );
  return { captureId, result, status };
}

const FETCH_MOST_MS = 60_000;

async function knownPage({ store }: Watch, postId: number): Promise<KnownPage> {
  const row = await store.write((trx) =>
    trx
      .selectFrom('posts as p')
      .innerJoin('watch_sources as s', 's.source_id', 'p.source_id')
      .select(['p.post_id', 'p.source_id', 'p.external_id', 's.kind', 'p.url'])
      .select(['p.sealed', 'p.content'])
      .where('p.post_id', '=', postId)
      .executeTakeFirst(),
  );
  if (row === undefined) throw new QorganError('QRG_WATCH_POST_UNKNOWN', { post: postId });
  const { url } = row;
  if (url === null) throw new QorganError('QRG_WATCH_NO_PAGE');
  return { ...row, url };
}

/** Address of one message of a channel: its page, and its number there. */
const MESSAGE = /^(https?:\/\/[^/]+)\/(?:s\/)?(\w{4,64})\/(\d{1,15})$/;
const TELEGRAM = /^https?:\/\/(?:www\.)?(?:t\.me|telegram\.(?:me|dog))\//;

const isMessage = ({ kind, url }: KnownPage): boolean =>
  MESSAGE.test(url) && (kind === 'telegram_channel' || TELEGRAM.test(url));

/** A message is looked for on the public page of its channel, where those around it are shown as well. */
function addressOf(known: KnownPage): string {
  const message = isMessage(known) ? MESSAGE.exec(known.url) : null;
  if (message === null) return known.url;
  const [, origin, channel, number] = message;
  return `${origin}/s/${channel}?before=${Number(number) + 1}`;
}

interface Look {
  readonly result: CheckResult;
  readonly post: SourcePost | undefined;
}

function lookAt(watch: Watch, known: KnownPage, fetched: Fetched): Look {
  const { status } = fetched;
  if (status === 404 || status === 410) return { result: 'gone', post: undefined };
  if (status < 200 || status >= 300) return { result: 'unreachable', post: undefined };
  if (isMessage(known)) return lookAtChannel(watch, known, fetched);
  if (known.kind === 'page' || known.kind === 'sitemap') {
    const post = postOfPage(fetched, 0)?.post;
    return { result: compared(watch, known, post), post };
  }
  return { result: holdsWords(watch, known, fetched) ? 'up' : 'changed', post: undefined };
}

function lookAtChannel(watch: Watch, known: KnownPage, fetched: Fetched): Look {
  const page = readChannelPage(textOfBody(fetched), fetched.finalUrl, fetched.at);
  const number = MESSAGE.exec(known.url)?.[3];
  const post = page?.posts.find(({ externalId }) => externalId.endsWith(`/${number}`));
  return { result: compared(watch, known, post), post };
}

function compared(watch: Watch, known: KnownPage, post: SourcePost | undefined): CheckResult {
  if (post === undefined) return 'gone';
  const { store, reader, extract } = watch;
  const readers = { vault: store.vault, read: (text: string) => reader.read(text), extract };
  return readSourcePost(readers, post).content.equals(known.content) ? 'up' : 'changed';
}

/** How many characters of its words a page must show for the post to be there still. */
const WORDS_LEAST = 60;

/** Of a feed or a file only the words are known: the page has them, or says something else now. */
function holdsWords({ store }: Watch, known: KnownPage, fetched: Fetched): boolean {
  const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim();
  const { text } = readPage(textOfBody(fetched), fetched.finalUrl);
  const words = plain(openPost(store.vault, known.sealed).text).slice(0, WORDS_LEAST);
  return plain(text).includes(words);
}
