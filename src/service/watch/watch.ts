import type { Transaction } from '../../store/store.ts';
import { RateLimiter } from '../access/token-bucket.ts';
import { CampaignBook } from './campaigns/campaign-book.ts';
import { NamedInPosts } from './join/named-in-posts.ts';
import { noFigures, type WatchFigures } from './watch-figures.ts';
import type { WatchParts } from './watch-parts.ts';

export interface Watch extends WatchParts {
  readonly book: CampaignBook;
  /** Contacts of unlawful posts, for the decision path. */
  readonly named: NamedInPosts;
  /** What runs now, and what is due. */
  readonly running: {
    /** End of the last batch that is being taken: one at a time. */
    taking: Promise<void>;
    /** Sources that are being read. */
    readonly sources: Set<number>;
    /** An account may have come to be named, or to be so no more. */
    marksDue: boolean;
    /** Last account that was compared with posts; undefined: none since the start. */
    accountNo: number | undefined;
  };
  /** What strangers may do: tell of a post, and ask how it goes on. */
  readonly rates: {
    readonly tell: RateLimiter;
    readonly tellAll: RateLimiter;
    readonly ask: RateLimiter;
  };
  readonly figures: WatchFigures;
}

/** One address tells five reports at once, then one a minute; all of them together some hundreds an hour. */
const TELL_RATE = { perSecond: 1 / 60, burst: 5 };
const TELL_ALL_RATE = { perSecond: 1, burst: 120 };
/** A receipt has more than 78 bits: this is for the database's sake. */
const ASK_RATE = { perSecond: 1, burst: 30 };

/**
 * Opens Watch over a store. Nothing is loaded yet: campaigns are found again when the first post is taken, contacts of posts
 * by the first `joinPosts`.
 */
export function openWatch(parts: WatchParts, named = new NamedInPosts()): Watch {
  return {
    ...parts,
    book: new CampaignBook(parts),
    named,
    running: {
      taking: Promise.resolve(),
      sources: new Set(),
      marksDue: true,
      accountNo: undefined,
    },
    rates: {
      tell: new RateLimiter(TELL_RATE),
      tellAll: new RateLimiter(TELL_ALL_RATE),
      ask: new RateLimiter(ASK_RATE),
    },
    figures: noFigures(),
  };
}

/** Work on posts and campaigns, one at a time: the campaigns in memory follow what is written, in its order. */
export function alone<T>(watch: Watch, work: () => Promise<T>): Promise<T> {
  const done = watch.running.taking.then(work);
  watch.running.taking = done.then(
    () => {},
    () => {},
  );
  return done;
}

/**
 * The same in one transaction, with the campaigns in memory made ready before it and forgotten if it fails: what they were told
 * in it is not there then.
 */
export function inCampaigns<T>(watch: Watch, work: (trx: Transaction) => Promise<T>): Promise<T> {
  return alone(watch, async () => {
    await watch.book.ready();
    return watch.book.orForgotten(() => watch.store.write(work));
  });
}
