import { localDayStart } from '../../domain/local-day.ts';
import { ranked } from '../metrics.ts';
import type { LabelledRows, Said } from './rows.ts';

export const CONFIRMED = 1;
export const ALARM = 2;
export const IN_BUDGET = 4;
/** The next row has another score, or there is none. */
export const STEP_END = 8;

/** The judged rows of one view by score, the greatest first, with all that a weighted pass asks of each. */
export interface RankedView {
  /** Row by rank. */
  readonly row: Uint32Array;
  /** Bits by rank. */
  readonly bits: Uint8Array;
}

/** Days of Kazakhstan on which a row from `from` on lies. */
export function daysOf({ count, at }: LabelledRows, from: number): number {
  const days = new Set<number>();
  for (let i = from; i < count; i++) days.add(localDayStart(at[i]));
  return days.size;
}

/**
 * Ranks the rows from `from` on. In the daily budget are the `perDay` rows of the greatest score of each day (of
 * Kazakhstan), of equals the earlier; never a row without any suspicion, score 0.
 */
export function rankView(
  { count, at, label }: LabelledRows,
  { score, alarm }: Said,
  from: number,
  perDay: number,
): RankedView {
  const row = ranked({ score: score.subarray(from, count) });
  const bits = new Uint8Array(row.length);
  const spent = new Map<number, number>();
  for (let r = 0; r < row.length; r++) {
    row[r] += from;
    const i = row[r];
    if (label[i] === 1) bits[r] |= CONFIRMED;
    if (alarm[i] === 1) bits[r] |= ALARM;
    // The next row has no offset yet.
    if (r + 1 === row.length || score[row[r + 1] + from] !== score[i]) bits[r] |= STEP_END;
    const day = localDayStart(at[i]);
    const used = spent.get(day) ?? 0;
    if (score[i] <= 0 || used >= perDay) continue;
    bits[r] |= IN_BUDGET;
    spent.set(day, used + 1);
  }
  return { row, bits };
}
