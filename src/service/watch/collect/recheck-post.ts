import { type Problem, QorganError } from '../../../domain/errors/catalogue.ts';
import type { CheckResult } from '../../../store/tables/watch.ts';
import { isClosedChannel, readChannelPage } from '../../../watch/sources/channel-page.ts';
import type { Fetched } from '../../../watch/sources/fetched.ts';
import { textOfBody } from '../fetch/text-of-body.ts';
import { previewUrl } from './collect-channel.ts';
import type { CollectDeps } from './collected.ts';
import { PAGE_TYPES } from './fetch-page.ts';
import { postOfPage } from './post-of-page.ts';

/** A post as it was last seen. */
export interface SeenPost {
  /** Its own address. */
  readonly url: string;
  /** Text of `SourcePost`; without it a page that is there is up. */
  readonly text?: string | undefined;
  /** Of a channel: 'channel/15'. Where it has this form, the channel's preview is asked, for a deleted post still has a page. */
  readonly channelPost?: string | undefined;
}

export interface Recheck {
  readonly result: CheckResult;
  /** The answer that shows it, for a sealed copy; none when nobody answered. */
  readonly fetched: Fetched | undefined;
  /** Why nothing can be said: of `unreachable` only. */
  readonly problem: Problem | undefined;
}

/** Not found, gone, and unavailable for legal reasons (RFC 9110, RFC 7725). */
const GONE = new Set([404, 410, 451]);

/** Whether a post still stands where it was seen. What cannot be told is `unreachable`, never `gone`. */
export async function recheckPost(post: SeenPost, deps: CollectDeps): Promise<Recheck> {
  const number = Number(/\/(\d{1,15})$/.exec(post.channelPost ?? '')?.[1]);
  const url = Number.isNaN(number) ? post.url : previewOfPost(post.url, number);
  const { fetcher, signal } = deps;
  const answer = await fetcher.fetch({ url, accepts: PAGE_TYPES, ...(signal && { signal }) });
  if (!answer.ok) return { result: 'unreachable', fetched: undefined, problem: answer.problem };
  const fetched = answer.value;
  const { status } = fetched;
  if (GONE.has(status)) return { result: 'gone', fetched, problem: undefined };
  if (status < 200 || status >= 300)
    return {
      result: 'unreachable',
      fetched,
      problem: { code: 'QRG_WATCH_STATUS', args: { status } },
    };
  const html = textOfBody(fetched);
  const text = Number.isNaN(number)
    ? postOfPage(fetched, 0)?.post.text
    : textInChannel(html, fetched, post.channelPost);
  // The channel is there and shows its posts to members only.
  if (text === undefined && !Number.isNaN(number) && isClosedChannel(html))
    return { result: 'unreachable', fetched, problem: { code: 'QRG_WATCH_CHANNEL', args: {} } };
  return { result: resultOf(text, post.text), fetched, problem: undefined };
}

function resultOf(text: string | undefined, known: string | undefined): CheckResult {
  if (text === undefined) return 'gone';
  return known === undefined || same(text, known) ? 'up' : 'changed';
}

/** The page of the preview that ends with this post. A channel that shows no preview any more shows no posts. */
function previewOfPost(url: string, number: number): string {
  try {
    return `${previewUrl(url)}?before=${number + 1}`;
  } catch (error) {
    if (error instanceof QorganError) return url;
    throw error;
  }
}

const textInChannel = (html: string, { finalUrl, at }: Fetched, id = ''): string | undefined =>
  readChannelPage(html, finalUrl, at)?.posts.find(
    ({ externalId }) => externalId === id.toLowerCase(),
  )?.text;

/** Blanks say nothing of an edit. */
const same = (a: string, b: string): boolean => a.replace(/\s+/g, ' ') === b.replace(/\s+/g, ' ');
