/** How a source stands. `waiting`: it was not looked at yet; `by_hand`: it is looked at when a person says so. */
export type SourceHealth = 'ok' | 'failing' | 'waiting' | 'by_hand' | 'paused';

export interface SourceStanding {
  readonly state: 'active' | 'paused';
  readonly everyMin: number | null;
  /** Looks that failed, one after another, up to now. */
  readonly failures: number;
  /** Epoch ms of the last look that went well. */
  readonly lastOkAt: number | null;
}

export function healthOf({ state, everyMin, failures, lastOkAt }: SourceStanding): SourceHealth {
  if (state === 'paused') return 'paused';
  if (failures > 0) return 'failing';
  if (everyMin === null) return 'by_hand';
  return lastOkAt === null ? 'waiting' : 'ok';
}

/** A look that just ended. */
export interface EndedLook {
  /** Epoch ms. */
  readonly at: number;
  /** Minutes between two looks; null for a source that is looked at by hand. */
  readonly everyMin: number | null;
  readonly isOk: boolean;
  /** Looks that failed, one after another, before this one. */
  readonly failures: number;
  /** Epoch ms before which the site asked not to come. */
  readonly notBefore: number | undefined;
  /** There is more to read at once: older pages of a channel, another part of a sitemap. */
  readonly hasMore: boolean;
  /** 0..1, so that sources of one minute do not all come in one second. */
  readonly spread: number;
}

export interface NextLook {
  /** Epoch ms; null when a person says when. */
  readonly nextAt: number | null;
  readonly failures: number;
}

const MINUTE_MS = 60_000;
/** A source that keeps failing is tried once a day: a site that was away for a week is found again. */
const LONGEST_BACK_OFF_MS = 24 * 60 * MINUTE_MS;
const MORE_MS = 30_000;
/** Of the time between looks; a look comes later by up to this share, never earlier. */
const SPREAD = 0.1;

/**
 * When a source is looked at next. After a failure the time doubles each time, from the source's own up to a day; what the site
 * asks for (Retry-After) is kept on top of it.
 */
export function nextLook(look: EndedLook): NextLook {
  const { at, everyMin, isOk, hasMore, notBefore, spread } = look;
  const failures = isOk ? 0 : look.failures + 1;
  if (everyMin === null) return { nextAt: null, failures };
  const everyMs = everyMin * MINUTE_MS;
  const longestMs = Math.max(everyMs, LONGEST_BACK_OFF_MS);
  // The doubling may not leave the numbers.
  const failedMs = Math.min(longestMs, everyMs * 2 ** Math.min(failures, 40));
  const okMs = hasMore ? Math.min(MORE_MS, everyMs) : everyMs;
  const nextAt = Math.round(at + (isOk ? okMs : failedMs) * (1 + SPREAD * spread));
  return { nextAt: Math.max(nextAt, notBefore ?? 0), failures };
}
