import { localDayStart } from '../../domain/local-day.ts';
import type { TakedownTerm } from './takedown-book.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** When a page is looked at again, epoch ms, soonest first. */
export const recheckTimes = (
  hours: readonly number[],
  requestedAt: number,
): { readonly hours: number; readonly dueAt: number }[] =>
  hours.map((after) => ({ hours: after, dueAt: requestedAt + after * HOUR_MS }));

/** When a term ends that begins at an event: hours run at once, calendar days from the day after it to the end of the last. */
export const termEnd = ({ value, unit }: Pick<TakedownTerm, 'value' | 'unit'>, from: number) =>
  unit === 'hours' ? from + value * HOUR_MS : localDayStart(from) + (value + 1) * DAY_MS;

/** Events before this moment have a term that is over now: the other side of `termEnd`, for a query. */
export const overBefore = ({ value, unit }: Pick<TakedownTerm, 'value' | 'unit'>, now: number) =>
  unit === 'hours' ? now - value * HOUR_MS + 1 : localDayStart(now) - value * DAY_MS;
