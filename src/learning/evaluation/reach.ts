import type { LabelledRows } from './rows.ts';
import { round } from './transfers.ts';

/** What the first alert on one pattern came in time for. */
export interface PatternReach {
  /** From its first transfer to the first of its transfers with the verdict review or hold; undefined: never. */
  readonly delayMs: number | undefined;
  /** Of all its money, the amounts of transfers after the alerted one: what had not moved yet. 0 when never alerted. */
  readonly notMoved: number;
  /** The same with the alerted transfer itself: what a hold of it would have kept back, too. */
  readonly withHold: number;
}

/**
 * Reach of the alerts at arrival on one pattern. Money is what the pattern's own confirmed transfers move, each amount
 * counted as often as it is moved on: a sum that goes through three accounts counts three times, so the share is one of
 * moves and not of the victims' loss. Transfers of one time count in the order of the file. An alert on another transfer
 * of the same accounts does not count, although a person might have looked further from there.
 * @param pattern rows of the pattern in time order, not empty
 */
export function reachOf(
  { at, amountMinor }: LabelledRows,
  pattern: readonly number[],
  alarm: Uint8Array,
): PatternReach {
  const k = pattern.findIndex((i) => alarm[i] === 1);
  if (k < 0) return { delayMs: undefined, notMoved: 0, withHold: 0 };
  const sum = (rows: readonly number[]): number => rows.reduce((s, i) => s + amountMinor[i], 0);
  const all = sum(pattern);
  const after = sum(pattern.slice(k + 1));
  return {
    delayMs: at[pattern[k]] - at[pattern[0]],
    notMoved: after / all,
    withHold: (after + amountMinor[pattern[k]]) / all,
  };
}

export interface Quartiles {
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}

export interface ReachFigures {
  readonly patterns: number;
  /** Patterns that had begun before the judged rows and went on into them: left out. */
  readonly begunBefore: number;
  readonly neverAlerted: number;
  readonly neverShare: number;
  /** Of patterns that were alerted; undefined where none was. */
  readonly delayMs?: Quartiles;
  /** Of all patterns, those never alerted with 0. */
  readonly notMoved?: Quartiles;
  readonly withHold?: Quartiles;
  /** Patterns by tenths of `notMoved`, from none to all; those never alerted stand apart. */
  readonly tenths: readonly number[];
}

const TENTHS = 10;

export function judgeReach(
  rows: LabelledRows,
  patterns: readonly (readonly number[])[],
  begunBefore: number,
  alarm: Uint8Array,
): ReachFigures {
  const reached = patterns.map((pattern) => reachOf(rows, pattern, alarm));
  const delays = reached.flatMap(({ delayMs }) => (delayMs === undefined ? [] : [delayMs]));
  const never = reached.length - delays.length;
  const tenths = new Array<number>(TENTHS).fill(0);
  for (const { delayMs, notMoved } of reached)
    if (delayMs !== undefined) tenths[Math.min(TENTHS - 1, Math.floor(notMoved * TENTHS))]++;
  const shares = (of: (one: PatternReach) => number) => quartiles(reached.map(of), round);
  return {
    patterns: patterns.length,
    begunBefore,
    neverAlerted: never,
    neverShare: round(never / reached.length),
    ...(delays.length > 0 && { delayMs: quartiles(delays, Math.round) }),
    ...(reached.length > 0 && {
      notMoved: shares((r) => r.notMoved),
      withHold: shares((r) => r.withHold),
    }),
    tenths,
  };
}

/** Quartiles of a list that is not empty; between two values, their mean by distance. */
function quartiles(values: readonly number[], rounded: (value: number) => number): Quartiles {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => {
    const place = share * (sorted.length - 1);
    const below = Math.floor(place);
    const above = Math.min(sorted.length - 1, below + 1);
    return rounded(sorted[below] + (sorted[above] - sorted[below]) * (place - below));
  };
  return { lower: at(0.25), median: at(0.5), upper: at(0.75) };
}
