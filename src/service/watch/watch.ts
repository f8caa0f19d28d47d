import { CampaignBook } from './campaigns/campaign-book.ts';
import { NamedInPosts } from './join/named-in-posts.ts';
import type { WatchParts } from './watch-parts.ts';

export interface Watch extends WatchParts {
  readonly book: CampaignBook;
  /** Contacts of unlawful posts, for the decision path. */
  readonly named: NamedInPosts;
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
  readonly figures: { posts: number; captures: number; captureFailures: number };
}

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
    figures: { posts: 0, captures: 0, captureFailures: 0 },
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
