import { localDay, nextBusinessDay } from '../local-time.ts';
import type { Standing } from './pair-up.ts';

/** A moment as a statement tells it. */
export interface Told {
  readonly at: number;
  readonly dayOnly: boolean;
}

/**
 * How far apart the clocks of two banks may put one instant transfer. Inside a bank and over the instant payment
 * system both sides are posted within seconds; ten minutes leave room for queues and unsynchronised clocks and
 * still keep apart two equal payments of one day.
 */
const CLOCK_TOLERANCE_MS = 10 * 60_000;

/** Two exact times of one transfer. */
export function standExact(a: Told, b: Told): Standing {
  if (Math.abs(a.at - b.at) <= CLOCK_TOLERANCE_MS && !a.dayOnly && !b.dayOnly) return 'same';
  return a.at <= b.at ? 'early' : 'late';
}

/** One of the two tells only the day: it must be the same day. */
export function standSameDay(a: Told, b: Told): Standing {
  const [dayA, dayB] = [localDay(a.at), localDay(b.at)];
  if (dayA === dayB && (a.dayOnly || b.dayOnly)) return 'same';
  return dayA < dayB || (dayA === dayB && a.at <= b.at) ? 'early' : 'late';
}

/**
 * Sent by one bank and posted by the other later: a payment order goes out the same day and is credited by the
 * end of the next business day at the latest when it came after hours or before a weekend.
 */
export function standPosted(sent: Told, posted: Told): Standing {
  if (posted.at < sent.at - CLOCK_TOLERANCE_MS && localDay(posted.at) !== localDay(sent.at))
    return 'late';
  if (!sent.dayOnly && !posted.dayOnly && posted.at < sent.at - CLOCK_TOLERANCE_MS) return 'late';
  return localDay(posted.at) <= nextBusinessDay(localDay(sent.at)) ? 'same' : 'early';
}
