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

/** Gaps that are remembered; of more the oldest are given up. */
const MOST_GAPS = 20;

/** Posts that were left for the next look: older than `before`, younger than `until`. */
interface Gap {
  readonly before: number;
  readonly until: number;
}

/**
 * Reads the public preview of a channel: the newest page, then older ones until what was seen before. What is more than one
 * look reads is left as a gap for the next. Throws QorganError as `fetchPage` fails, and QRG_WATCH_CHANNEL, when not even the
 * newest page could be read.
 */
export async function collectChannel(
  source: SourceToCollect,
  deps: CollectDeps,
): Promise<Collected> {
  const url = previewUrl(source.url ?? '');
  const cursor = cursorOf(source.cursor);
  const last = numberIn(cursor, 'last') ?? 0;
  const gathering = new Gathering();
  const newest = await readPage(gathering, deps, url);
  if ('code' in newest) throw new QorganError(newest.code, newest.args);
  const next = { last: Math.max(last, ...numbersOf(newest)) };
  const isFirst = last === 0;
  const fresh = gapBelow(newest, isFirst ? Number.NEGATIVE_INFINITY : last);
  const gaps = fresh === undefined ? gapsIn(cursor.gaps) : [fresh, ...gapsIn(cursor.gaps)];
  const most = (isFirst ? FIRST_PAGES : MOST_PAGES) - 1;
  const left = await readGaps(gathering, deps, url, gaps, most);
  // Of a channel that is met first, what is older is not wanted.
  if (left.gaps.length === 0 || isFirst) return gathering.collected(next, false, left.problem);
  const kept = { ...next, gaps: left.gaps.slice(0, MOST_GAPS) };
  return gathering.collected(kept, left.problem === undefined, left.problem);
}

/** Reads gaps, the newest first; what is left of them, and what stopped it. */
async function readGaps(
  gathering: Gathering,
  deps: CollectDeps,
  url: string,
  gaps: readonly Gap[],
  most: number,
): Promise<{ gaps: readonly Gap[]; problem: Problem | undefined }> {
  const left = [...gaps];
  for (let pages = 0; left.length > 0 && pages < most && !gathering.isFull; pages++) {
    const [gap] = left;
    const page = await readPage(gathering, deps, `${url}?before=${gap.before}`, gap.until);
    if ('code' in page) return { gaps: left, problem: page };
    const rest = gapBelow(page, gap.until);
    // A site that names the same page again and again is left.
    if (rest !== undefined && rest.before < gap.before) left[0] = rest;
    else left.shift();
  }
  return { gaps: left, problem: undefined };
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

function gapBelow(page: ChannelPage, until: number): Gap | undefined {
  const oldest = Math.min(...numbersOf(page));
  const { before } = page;
  return before !== undefined && oldest > until + 1 ? { before, until } : undefined;
}

function gapsIn(kept: unknown): Gap[] {
  if (!Array.isArray(kept)) return [];
  return kept.slice(0, MOST_GAPS).flatMap((one) => {
    const before = numberIn(cursorOf(one), 'before');
    const until = numberIn(cursorOf(one), 'until');
    return before === undefined || until === undefined ? [] : [{ before, until }];
  });
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
