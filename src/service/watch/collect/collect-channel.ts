import { type Problem, QorganError } from '../../../domain/errors/catalogue.ts';
import { parseHandle } from '../../../domain/handle.ts';
import {
  type ChannelPage,
  channelOf,
  readChannelPage,
} from '../../../watch/sources/channel-page.ts';
import { textOfBody } from '../fetch/text-of-body.ts';
import {
  type CollectDeps,
  type Collected,
  cursorOf,
  Gathering,
  numberIn,
  type SourceToCollect,
} from './collected.ts';
import { fetchPage } from './fetch-page.ts';

/** Pages of one look, some 20 posts each. */
const MOST_PAGES = 10;
/** Posts of how many pages are read when a channel is met first. */
const FIRST_PAGES = 5;

/** Posts that were left for the next look: older than `before`, younger than `until`. */
interface Older {
  readonly before: number;
  readonly until: number;
}

/**
 * Reads the public preview of a channel: the newest page, then older ones until what was seen before. Throws QorganError as
 * `fetchPage` fails, and QRG_WATCH_CHANNEL, when not even the newest page could be read.
 */
export async function collectChannel(
  source: SourceToCollect,
  deps: CollectDeps,
): Promise<Collected> {
  const url = previewUrl(source.url ?? '');
  const cursor = cursorOf(source.cursor);
  const last = numberIn(cursor, 'last') ?? 0;
  const kept = cursorOf(cursor.older);
  const gathering = new Gathering();
  const newest = await readPage(gathering, deps, url);
  if ('code' in newest) throw new QorganError(newest.code, newest.args);
  const numbers = numbersOf(newest);
  const next = { last: Math.max(last, ...numbers) };
  // What stands between the last look and the newest page, then what an earlier look left.
  const until = last || Number.NEGATIVE_INFINITY;
  const most = last === 0 ? FIRST_PAGES - 1 : MOST_PAGES - 1;
  const gap = gapBelow(newest, until) ?? olderOf(kept);
  const left = gap === undefined ? undefined : await readOlder(gathering, deps, url, gap, most);
  if (left === undefined || last === 0) return gathering.collected(next, false);
  return gathering.collected(
    { ...next, older: left.older },
    left.problem === undefined,
    left.problem,
  );
}

/** What of the gap is left, and what stopped it; undefined when all of it was read. */
async function readOlder(
  gathering: Gathering,
  deps: CollectDeps,
  url: string,
  gap: Older,
  most: number,
): Promise<{ older: Older; problem: Problem | undefined } | undefined> {
  let older: Older | undefined = gap;
  for (let pages = 0; older !== undefined; pages++) {
    if (pages >= most || gathering.isFull) return { older, problem: undefined };
    const page = await readPage(gathering, deps, `${url}?before=${older.before}`, older.until);
    if ('code' in page) return { older, problem: page };
    const next = gapBelow(page, older.until);
    // A site that names the same page again and again is left.
    older = next !== undefined && next.before < older.before ? next : undefined;
  }
  return undefined;
}

async function readPage(
  gathering: Gathering,
  deps: CollectDeps,
  url: string,
  until = Number.NEGATIVE_INFINITY,
): Promise<ChannelPage | Problem> {
  const answer = await fetchPage(deps, url, ['text/html']);
  if (!answer.ok) return answer.problem;
  const page = readChannelPage(textOfBody(answer.value), answer.value.finalUrl, answer.value.at);
  if (page === undefined) return { code: 'QRG_WATCH_CHANNEL', args: {} };
  const fetched = gathering.keep(answer.value);
  for (const post of page.posts)
    if ((numberOf(post.externalId) ?? 0) > until) gathering.add({ ...post, fetched });
  gathering.rejects.push(...page.rejects);
  return page;
}

function gapBelow(page: ChannelPage, until: number): Older | undefined {
  const oldest = Math.min(...numbersOf(page));
  const { before } = page;
  return before !== undefined && oldest > until + 1 ? { before, until } : undefined;
}

function olderOf(kept: Readonly<Record<string, unknown>>): Older | undefined {
  const before = numberIn(kept, 'before');
  const until = numberIn(kept, 'until');
  return before === undefined || until === undefined ? undefined : { before, until };
}

const numberOf = (externalId: string): number | undefined => {
  const number = Number(/\/(\d{1,15})$/.exec(externalId)?.[1]);
  return Number.isNaN(number) ? undefined : number;
};

const numbersOf = ({ posts }: ChannelPage): number[] =>
  posts.map(({ externalId }) => numberOf(externalId)).filter((number) => number !== undefined);

const TELEGRAM = new Set(['t.me', 'www.t.me', 'telegram.me', 'telegram.dog']);

/**
 * Address of the preview: of '@name', 't.me/name', and of 'http://other.host/s/name', which looks the same.
 * Throws QorganError QRG_WATCH_URL for what names no channel; an invitation names none, for what it leads to is closed.
 */
export function previewUrl(told: string): string {
  const url = URL.canParse(told) ? new URL(told) : undefined;
  const isElsewhere = url?.protocol.startsWith('http') && !TELEGRAM.has(url.host);
  if (url !== undefined && isElsewhere) {
    const channel = channelOf(told);
    if (channel !== undefined) return `${url.origin}/s/${channel}`;
  } else {
    const handle = parseHandle(told);
    if (handle.ok && handle.value.kind === 'username')
      return `https://t.me/s/${handle.value.value}`;
  }
  throw new QorganError('QRG_WATCH_URL', { value: told.slice(0, 100) });
}
