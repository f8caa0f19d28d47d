import { fail, ok, type Result } from '../domain/errors/catalogue.ts';

/** A calendar day in the country's time, counted from 1 January 1970 (day 0, a Thursday). */
export type LocalDay = number;

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

export const DAY_KINDS = ['holiday', 'transfer', 'day_off', 'moved_off', 'moved_work'] as const;
export type DayKind = (typeof DAY_KINDS)[number];

/** One day whose working or resting is not told by its day of the week. */
export interface CalendarDay {
  /** 'YYYY-MM-DD'. */
  readonly date: string;
  readonly kind: DayKind;
  /** The holiday whose day off this transfer is. */
  readonly of?: string | undefined;
  /** False for a movable feast that nobody has announced yet. */
  readonly certain: boolean;
}

/** From this local midnight on, clocks stand this many hours ahead of UTC. */
export interface ZoneOffset {
  readonly from: string;
  readonly hours: number;
}

export interface WorkCalendar {
  /** Newest first. */
  readonly offsets: readonly { readonly fromUtc: number; readonly ms: number }[];
  readonly years: ReadonlySet<number>;
  /** Day -> whether it is worked, where that differs from the day of the week or is uncertain. */
  readonly days: ReadonlyMap<LocalDay, { readonly works: boolean; readonly certain: boolean }>;
}

/** `years` are those the table speaks for, also with no special day in them. */
export function buildCalendar(
  years: Readonly<Record<number, readonly CalendarDay[]>>,
  zone: readonly ZoneOffset[],
): WorkCalendar {
  const days = new Map<LocalDay, { works: boolean; certain: boolean }>();
  for (const list of Object.values(years))
    for (const { date, kind, certain } of list)
      days.set(dayOfDate(date), { works: kind === 'moved_work', certain });
  const offsets = zone
    .map(({ from, hours }) => ({
      fromUtc: dayOfDate(from) * DAY_MS - hours * HOUR_MS,
      ms: hours * HOUR_MS,
    }))
    .sort((a, b) => b.fromUtc - a.fromUtc);
  return { offsets, years: new Set(Object.keys(years).map(Number)), days };
}

/** 'YYYY-MM-DD' -> day. The text has been checked at load. */
export const dayOfDate = (date: string): LocalDay => Date.parse(`${date}T00:00:00Z`) / DAY_MS;

export const dateOfDay = (day: LocalDay): string =>
  new Date(day * DAY_MS).toISOString().slice(0, 10);

export const yearOfDay = (day: LocalDay): number => new Date(day * DAY_MS).getUTCFullYear();

/** The local day that a moment (epoch ms UTC) falls in. */
export function dayAt(calendar: WorkCalendar, at: number): LocalDay {
  const offset = calendar.offsets.find(({ fromUtc }) => at >= fromUtc) ?? calendar.offsets.at(-1);
  return Math.floor((at + (offset?.ms ?? 0)) / DAY_MS);
}

/** The moment (epoch ms UTC) at which a local day begins. */
export function startOfDay(calendar: WorkCalendar, day: LocalDay): number {
  const offset =
    calendar.offsets.find(({ fromUtc, ms }) => day * DAY_MS - ms >= fromUtc) ??
    calendar.offsets.at(-1);
  return day * DAY_MS - (offset?.ms ?? 0);
}

/** 0 Monday … 6 Sunday. */
export const weekday = (day: LocalDay): number => (((day + 3) % 7) + 7) % 7;

/** Fails with QRG_LAW_CALENDAR_YEAR when the table has no data for the day's year. */
export function isWorkingDay(calendar: WorkCalendar, day: LocalDay): Result<boolean> {
  const year = yearOfDay(day);
  if (!calendar.years.has(year)) return fail('QRG_LAW_CALENDAR_YEAR', { year });
  return ok(calendar.days.get(day)?.works ?? weekday(day) < 5);
}

/** False when it may still turn out that this day is worked after all, or is not. */
export const isCertain = (calendar: WorkCalendar, day: LocalDay): boolean =>
  calendar.days.get(day)?.certain ?? true;

/** The last year in a row that the table speaks for, seen from a moment; undefined when it is not there at all. */
export function lastYearKnown(calendar: WorkCalendar, at: number): number | undefined {
  let year = yearOfDay(dayAt(calendar, at));
  if (!calendar.years.has(year)) return undefined;
  while (calendar.years.has(year + 1)) year++;
  return year;
}
