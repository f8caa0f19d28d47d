import type { TakedownState } from './takedown-state.ts';

/** What one request is counted by. Moments in epoch ms. */
export interface MeasuredTakedown {
  readonly channel: string;
  readonly state: TakedownState;
  readonly foundAt: number;
  readonly requestedAt: number | null;
  /** Somebody answered, in whatever way, or the page was seen gone. */
  readonly isAnswered: boolean;
  readonly removedAt: number | null;
  readonly wasWrong: boolean;
  /** When the page, or a post of its campaign, was first seen after the removal. */
  readonly repostedAt: number | null;
  readonly appeals: number;
  readonly appealsDecided: number;
  readonly appealsReversed: number;
}

export interface Share {
  readonly of: number;
  readonly count: number;
  /** 0..1; null without anything to divide by. */
  readonly share: number | null;
}

export interface Median {
  readonly of: number;
  readonly hours: number | null;
}

export interface Measures {
  readonly drafted: number;
  readonly requested: number;
  readonly removed: number;
  readonly foundToRequested: Median;
  readonly requestedToRemoved: Median;
  readonly repostedIn7Days: Share;
  readonly refusedAsWrong: Share;
  readonly appealed: Share;
  readonly reversed: Share;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * How well requests go. A page that came back within `repostDays` counts only once that many days are over for all: else the
 * share would look worse just after a removal than later.
 */
export function takedownMeasures(
  all: readonly MeasuredTakedown[],
  now: number,
  repostDays = 7,
): Measures {
  const sent = all.filter(({ requestedAt }) => requestedAt !== null);
  const gone = sent.filter(({ removedAt }) => removedAt !== null);
  const span = repostDays * DAY_MS;
  const old = gone.filter(({ removedAt }) => removedAt! + span <= now);
  const isBack = ({ removedAt, repostedAt }: MeasuredTakedown) =>
    repostedAt !== null && repostedAt - removedAt! <= span;
  return {
    drafted: all.length,
    requested: sent.length,
    removed: gone.length,
    foundToRequested: median(sent.map(({ foundAt, requestedAt }) => requestedAt! - foundAt)),
    requestedToRemoved: median(gone.map(({ requestedAt, removedAt }) => removedAt! - requestedAt!)),
    repostedIn7Days: share(old.length, old.filter(isBack).length),
    refusedAsWrong: share(
      sent.filter(({ isAnswered }) => isAnswered).length,
      sent.filter(({ wasWrong }) => wasWrong).length,
    ),
    appealed: share(sent.length, sent.filter(({ appeals }) => appeals > 0).length),
    reversed: share(
      sum(sent, ({ appealsDecided }) => appealsDecided),
      sum(sent, ({ appealsReversed }) => appealsReversed),
    ),
  };
}

/** The middle one, or the mean of the two in the middle. */
function median(spansMs: readonly number[]): Median {
  const sorted = [...spansMs].sort((a, b) => a - b);
  const { length } = sorted;
  if (length === 0) return { of: 0, hours: null };
  const low = sorted[Math.floor((length - 1) / 2)];
  const high = sorted[Math.floor(length / 2)];
  return { of: length, hours: (low + high) / 2 / HOUR_MS };
}

const share = (of: number, count: number): Share => ({
  of,
  count,
  share: of === 0 ? null : count / of,
});

const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((total, item) => total + of(item), 0);
