/** How a source stands, as a person sees it. */
export type SourceHealth = 'new' | 'good' | 'late' | 'failing';

export interface Poll {
  /** Epoch ms of now, when the visit ended. */
  readonly at: number;
  /** Minutes between two visits; undefined for a source that is read once. */
  readonly everyMin: number | undefined;
  readonly ok: boolean;
  /** Visits that failed one after another before this one. */
  readonly failures: number;
  /** Epoch ms before which the site asked not to come. */
  readonly notBefore: number | undefined;
  /** There is more to read at once: a page of older posts, another part of a sitemap. */
  readonly hasMore: boolean;
  /** 0..1, so that sources of one minute do not all come in one second. */
  readonly spread: number;
}

export interface NextPoll {
  /** Epoch ms; undefined when nothing more is to be done. */
  readonly nextAt: number | undefined;
  readonly failures: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** The shortest time between two visits, whatever was asked for. */
export const LEAST_EVERY_MIN = 5;
/** A source that keeps failing is tried once a day: a site that was away for a week is found again. */
const LONGEST_BACK_OFF_MS = DAY_MS;
/** A source read once is tried so often. */
const MOST_TRIES = 5;
const MORE_MS = 30_000;
/** Of the time between visits; the visit comes later by up to this share, never earlier. */
const SPREAD = 0.1;

/**
 * When a source is visited next. After a failure the time doubles each time, from the source's own up to a day; what the site
 * asks for (Retry-After) is kept on top of it.
 */
export function nextPoll(poll: Poll): NextPoll {
  const { at, everyMin, ok, hasMore, notBefore, spread } = poll;
  const failures = ok ? 0 : poll.failures + 1;
  const isOver = everyMin === undefined && (ok ? !hasMore : failures >= MOST_TRIES);
  if (isOver) return { nextAt: undefined, failures };
  const everyMs = Math.max(LEAST_EVERY_MIN, everyMin ?? LEAST_EVERY_MIN) * MINUTE_MS;
  // 2^40 intervals are already centuries: the doubling may not leave the numbers.
  const backOffMs = Math.min(
    Math.max(everyMs, LONGEST_BACK_OFF_MS),
    everyMs * 2 ** Math.min(failures, 40),
  );
  const waitMs = ok ? (hasMore ? MORE_MS : everyMs) : backOffMs;
  const nextAt = Math.round(at + waitMs * (1 + SPREAD * spread));
  return { nextAt: Math.max(nextAt, notBefore ?? 0), failures };
}

/** Failures until a source counts as failing: one may be a restart of the site. */
const FAILING = 3;

/**
 * @param now epoch ms
 * @param lastOkAt epoch ms of the last visit that went well
 */
export function healthOf(
  now: number,
  source: { everyMin?: number; failures: number; lastOkAt?: number; createdAt: number },
): SourceHealth {
  const { everyMin, failures, lastOkAt, createdAt } = source;
  if (failures >= FAILING) return 'failing';
  if (everyMin !== undefined) {
    const dueMs = 3 * Math.max(LEAST_EVERY_MIN, everyMin) * MINUTE_MS;
    if (now - (lastOkAt ?? createdAt) > dueMs) return 'late';
  }
  return lastOkAt === undefined ? 'new' : 'good';
}
