import { localDayStart } from '../domain/local-day.ts';

/** 'day': the input has no time of day, so the order of transfers inside one day is not known. */
export type Clock = 'exact' | 'day';

export const DAY_MS = 86_400_000;

/** The moment a transfer counts at: epoch ms as told, or the start of its local day when only days are known. */
export function momentOf(at: number, clock: Clock): number {
  return clock === 'day' ? localDayStart(at) : at;
}

/**
 * How long money may rest and still count as handed over quickly. With a clock 24 h, as in the engine;
 * with days only two days, because "the next day" may be any time between a minute and 48 hours.
 */
export function quickMs(clock: Clock): number {
  return clock === 'day' ? 2 * DAY_MS : DAY_MS;
}
