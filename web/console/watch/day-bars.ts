const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;

export interface Bar {
  /** First day of it, 'YYYY-MM-DD'. */
  readonly day: string;
  readonly posts: number;
}

export interface Bars {
  readonly bars: readonly Bar[];
  readonly unit: 'day' | 'week';
  readonly most: number;
}

const numberOf = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
const dayOf = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);

/**
 * Posts by day with the days in between on which there were none; by week where days would be more than `barsMost`, and the
 * latest weeks alone where even those would.
 *
 * @param days 'YYYY-MM-DD', oldest first
 */
export function dayBars(days: readonly Bar[], barsMost: number): Bars {
  if (days.length === 0) return { bars: [], unit: 'day', most: 0 };
  const first = numberOf(days[0].day);
  const last = numberOf(days[days.length - 1].day);
  const unit = last - first + 1 > barsMost ? 'week' : 'day';
  const step = unit === 'week' ? WEEK_DAYS : 1;
  const count = Math.min(barsMost, Math.floor((last - first) / step) + 1);
  // The last bar ends with the last day.
  const from = last - count * step + 1;
  const sums = new Array<number>(count).fill(0);
  for (const { day, posts } of days) {
    const place = Math.floor((numberOf(day) - from) / step);
    if (place >= 0) sums[place] += posts;
  }
  return {
    bars: sums.map((posts, i) => ({ day: dayOf(from + i * step), posts })),
    unit,
    most: Math.max(...sums),
  };
}
