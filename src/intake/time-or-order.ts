import { RELATIVE_ORIGIN } from './text/time-bytes.ts';

const DAY_MS = 86_400_000;
/** Fewer gaps inside days tell nothing. */
const LEAST_GAPS = 20;
/** Of the gaps inside days this share must be alike for the fractions to be row order: some rows may have been taken out. */
const EVEN_SHARE = 0.95;

/**
 * Whether the fractions of a count of days are times of day (true), or the order of rows spread over the day as
 * simulators of day steps write it (false). Row order stands at even distances within a day; people do not pay so.
 * Whole numbers and too few values to tell are no times either. `values` as printed, `times` the same in ms.
 */
export function tellsTimeOfDay(values: readonly string[], times: readonly number[]): boolean {
  const tolerance = 2 * resolutionMs(values);
  let gaps = 0;
  let even = 0;
  for (const day of gapsByDay(times)) {
    // One gap alone is always like itself.
    if (day.length < 2) continue;
    gaps += day.length;
    even += evenGaps(day, tolerance);
  }
  return gaps >= LEAST_GAPS && even < gaps * EVEN_SHARE;
}

/** The last digit printed, in ms, at least the one ms that times are kept in. A shorter value has lost its zeros. */
function resolutionMs(values: readonly string[]): number {
  const decimals = values.reduce(
    (most, value) => Math.max(most, value.split('.')[1]?.length ?? 0),
    0,
  );
  return Math.max(DAY_MS / 10 ** decimals, 1);
}

/** Gaps between neighbours in time, for each day, smallest first. */
function gapsByDay(times: readonly number[]): number[][] {
  const days = Map.groupBy(
    times.toSorted((a, b) => a - b),
    (at) => Math.floor((at - RELATIVE_ORIGIN) / DAY_MS),
  );
  return [...days.values()].map((day) =>
    day
      .slice(1)
      .map((at, i) => at - (day[i] ?? at))
      .sort((a, b) => a - b),
  );
}

/**
 * How many gaps of a day are like its middle one. Where most rows share their moment with the next (a clock of minutes, a
 * busy bank) only a day without any other gap is even.
 */
function evenGaps(gaps: readonly number[], tolerance: number): number {
  const middle = gaps[gaps.length >> 1] ?? 0;
  const alike = gaps.filter((gap) => Math.abs(gap - middle) <= tolerance).length;
  return middle <= tolerance && alike < gaps.length ? 0 : alike;
}
