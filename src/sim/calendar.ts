import type { Random } from '../domain/random.ts';

/** Days of the simulated period in Kazakhstan's one time zone, UTC+5 since 1 March 2024. */
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
export const UTC_OFFSET_MS = 5 * HOUR_MS;
/** 1 March 2026, 00:00 in Astana. */
export const DEFAULT_FROM = Date.UTC(2026, 2, 1) - UTC_OFFSET_MS;

export interface SimDay {
  readonly index: number;
  /** Midnight in UTC+5 as epoch ms. */
  readonly start: number;
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number;
  /** 1..31 */
  readonly date: number;
  readonly daysInMonth: number;
}

export function dayOf(from: number, index: number): SimDay {
  const start = from + index * DAY_MS;
  const local = new Date(start + UTC_OFFSET_MS);
  return {
    index,
    start,
    weekday: local.getUTCDay() || 7,
    date: local.getUTCDate(),
    daysInMonth: new Date(
      Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, 0),
    ).getUTCDate(),
  };
}

/** Whether something due on `date` of each month is paid today: on that date or the Friday before a weekend. */
export function isPayDate(day: SimDay, date: number): boolean {
  if (day.weekday >= 6) return false;
  const ahead = day.weekday === 5 ? 2 : 0;
  for (let k = 0; k <= ahead; k++) {
    const shown = day.date + k > day.daysInMonth ? day.date + k - day.daysInMonth : day.date + k;
    const daysInMonth = day.date + k > day.daysInMonth ? 31 : day.daysInMonth;
    if (shown === Math.min(date, daysInMonth)) return true;
  }
  return false;
}

/** Share of payments by hour of the day, 0..23; only the proportions matter. Our own estimates. */
const HOURS = {
  shop: [1, 0.5, 0.3, 0.2, 0.2, 0.5, 1, 3, 5, 6, 6, 7, 9, 9, 7, 6, 6, 8, 11, 12, 10, 7, 4, 2],
  person: [2, 1, 0.6, 0.4, 0.4, 0.5, 1, 3, 5, 6, 7, 7, 8, 7, 7, 7, 7, 8, 9, 10, 10, 9, 7, 4],
  office: [0, 0, 0, 0, 0, 0, 0, 1, 4, 9, 12, 12, 8, 6, 10, 11, 11, 9, 3, 1, 0, 0, 0, 0],
  evening: [6, 4, 2.5, 1.5, 1, 0.6, 0.6, 1, 2, 3, 4, 4, 5, 5, 5, 6, 6, 8, 10, 11, 12, 12, 11, 9],
} as const;
export type HourProfile = keyof typeof HOURS;

const STEPS = 1024;
const TABLES = Object.fromEntries(
  Object.entries(HOURS).map(([name, weights]) => [name, inverse(weights)]),
) as Record<HourProfile, Uint8Array>;

function inverse(weights: readonly number[]): Uint8Array {
  const total = weights.reduce((sum, w) => sum + w, 0);
  const table = new Uint8Array(STEPS);
  let hour = 0;
  let reached = weights[0] / total;
  for (let i = 0; i < STEPS; i++) {
    while (i / STEPS >= reached && hour < 23) reached += weights[++hour] / total;
    table[i] = hour;
  }
  return table;
}

/** A moment of the day, epoch ms, that follows the profile's hourly rhythm. */
export function momentOf(dayStart: number, profile: HourProfile, random: Random): number {
  const hour = TABLES[profile][Math.floor(random.next() * STEPS)];
  return dayStart + (hour + random.next()) * HOUR_MS;
}

/** Poisson-distributed count (Knuth); fit for means up to about 100. */
export function poisson(random: Random, mean: number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random.next(); product > limit; product *= random.next()) count++;
  return count;
}
