/**
 * Clock of most of Kazakhstan (Almaty, Astana): hours ahead of UTC from a local moment on. IANA tz database,
 * zone Asia/Almaty: +06 with no summer time since 2004-10-31, +05 since 2024-03-01 00:00, when the country went
 * over to one time. The western regions already had +05; statements do not say which branch wrote them.
 */
const OFFSETS: readonly { readonly fromLocal: number; readonly hours: number }[] = [
  { fromLocal: Date.UTC(2024, 2, 1), hours: 5 },
  { fromLocal: Number.NEGATIVE_INFINITY, hours: 6 },
];

const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** UTC of a local wall-clock time that is written as if it were UTC. The hour that came twice counts as the first. */
export function utcOfLocal(localMs: number): number {
  const offset = OFFSETS.find(({ fromLocal }) => localMs >= fromLocal);
  return localMs - (offset?.hours ?? 0) * HOUR_MS;
}

/** The wall-clock time, written as if it were UTC, of a moment in UTC. */
export function localOfUtc(at: number): number {
  const offset = OFFSETS.find(({ fromLocal, hours }) => at + hours * HOUR_MS >= fromLocal);
  return at + (offset?.hours ?? 0) * HOUR_MS;
}

/** Number of the local day that a moment falls in; day 0 is 1 January 1970, a Thursday. */
export function localDay(at: number): number {
  return Math.floor(localOfUtc(at) / DAY_MS);
}

/** The first Monday to Friday after a day. Public holidays are not known here. */
export function nextBusinessDay(day: number): number {
  const weekday = (day + 4) % 7; // 0 Sunday … 6 Saturday
  if (weekday === 5) return day + 3;
  return weekday === 6 ? day + 2 : day + 1;
}

/** 'DD.MM.YYYY' of a moment, in local time. */
export function localDate(at: number): string {
  const [year, month, day] = new Date(localOfUtc(at)).toISOString().slice(0, 10).split('-');
  return `${day}.${month}.${year}`;
}
