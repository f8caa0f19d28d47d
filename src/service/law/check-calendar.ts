import { dateOfDay, dayOfDate, weekday } from '../../law/calendar.ts';
import type { CalendarFile } from './law-schema.ts';
import { lawFileError, type Place } from './read-yaml.ts';

type Day = CalendarFile['years'][string][number];

const restsByWeek = (date: string): boolean => weekday(dayOfDate(date)) >= 5;

/**
 * What a table of days off must hold to: days in their year and once, known names and sources, and the rule of transfer (art. 5
 * of the law on holidays): each holiday on a weekend has one day off after it, no other day has. Throws QRG_LAW_FILE.
 */
export function checkCalendar(file: CalendarFile, place: Place): void {
  for (const [year, days] of Object.entries(file.years)) {
    const seen = new Set<string>();
    for (const [i, day] of days.entries()) {
      const problem =
        problemOf(file, year, days, day) ?? (seen.has(day.date) ? 'twice' : undefined);
      if (problem !== undefined)
        throw lawFileError(place(['years', year, i]), `years.${year}.${day.date}`, problem);
      seen.add(day.date);
    }
    const missing = days.find((day) => wantsTransfer(day) && transfersOf(days, day).length !== 1);
    if (missing !== undefined)
      throw lawFileError(
        place(['years', year]),
        `years.${year}.${missing.date}`,
        'a holiday on a weekend needs exactly one transfer',
      );
  }
}

function problemOf(
  file: CalendarFile,
  year: string,
  days: readonly Day[],
  day: Day,
): string | undefined {
  if (!day.date.startsWith(year)) return 'is in another year';
  if (file.names[day.name] === undefined) return `no name ${day.name}`;
  if (file.sources[day.source] === undefined) return `no source ${day.source}`;
  if (day.kind === 'moved_work' && !restsByWeek(day.date)) return 'is worked anyway';
  if (day.kind === 'moved_off' && restsByWeek(day.date)) return 'is off anyway';
  if (day.kind !== 'transfer') return day.of === undefined ? undefined : 'only a transfer has `of`';
  const holiday = days.find(({ date }) => date === day.of);
  if (holiday === undefined || !wantsTransfer(holiday)) return 'is of no holiday on a weekend';
  return day.date === firstFree(days, day)
    ? undefined
    : `the next free day is ${firstFree(days, day)}`;
}

const wantsTransfer = (day: Day): boolean => day.kind === 'holiday' && restsByWeek(day.date);

const transfersOf = (days: readonly Day[], holiday: Day): Day[] =>
  days.filter(({ kind, of }) => kind === 'transfer' && of === holiday.date);

/** The first working day after the holiday that no earlier transfer has taken. */
function firstFree(days: readonly Day[], transfer: Day): string {
  const taken = new Set(
    days
      .filter(
        ({ kind, date }) =>
          kind !== 'moved_work' && !(kind === 'transfer' && date >= transfer.date),
      )
      .map(({ date }) => date),
  );
  for (let day = dayOfDate(transfer.of!) + 1; ; day++) {
    const date = dateOfDay(day);
    if (!restsByWeek(date) && !taken.has(date)) return date;
  }
}
