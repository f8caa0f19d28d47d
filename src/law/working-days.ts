import { fail, ok, type Result } from '../domain/errors/catalogue.ts';
import {
  dayAt,
  isCertain,
  isWorkingDay,
  type LocalDay,
  startOfDay,
  type WorkCalendar,
} from './calendar.ts';
import type { LegalTerm } from './terms.ts';

/** A term that runs from a moment: until when, and how sure that is. */
export interface Deadline {
  readonly term: string;
  /** The moment the term began to run by (epoch ms UTC). */
  readonly from: number;
  /** The first moment after the term (epoch ms UTC): a term in days ends at 24:00 local time of its last day. */
  readonly dueAt: number;
  /** A day inside it may still be moved (a feast not announced yet). */
  readonly uncertain: boolean;
}

/** Longer terms are no terms of this law; a bound on the walk through days. */
const DAYS_MOST = 366;

/** The n-th working day after a day; n = 0 is that day itself, or the next working one. */
export function addWorkingDays(
  calendar: WorkCalendar,
  from: LocalDay,
  n: number,
): Result<{ readonly day: LocalDay; readonly uncertain: boolean }> {
  if (!Number.isInteger(n) || n < 0 || n > DAYS_MOST)
    return fail('QRG_LAW_TERM_VALUE', { value: n });
  let uncertain = false;
  let left = n;
  for (let day = n === 0 ? from : from + 1; ; day++) {
    const works = isWorkingDay(calendar, day);
    if (!works.ok) return works;
    uncertain ||= !isCertain(calendar, day);
    if (!works.value) continue;
    if (left <= 1) return ok({ day, uncertain });
    left--;
  }
}

/** The first working day after a day. */
export function nextWorkingDay(calendar: WorkCalendar, day: LocalDay): Result<LocalDay> {
  const next = addWorkingDays(calendar, day, 1);
  return next.ok ? ok(next.value.day) : next;
}

/**
 * When a term that began with an event at `from` is over. A term in days begins on the day after the event and ends at
 * 24:00 of its last day; hours run from the moment itself. Sources: Civil Code 173, 175, 176, as terms.yaml says.
 *
 * Fails with QRG_LAW_CALENDAR_YEAR where the table of working days has no such year.
 */
export function deadline(calendar: WorkCalendar, term: LegalTerm, from: number): Result<Deadline> {
  if (term.unit === 'hours')
    return ok({
      term: term.id,
      from,
      dueAt: from + term.value * 3_600_000,
      uncertain: false,
    });
  const last = lastDay(calendar, term, dayAt(calendar, from));
  if (!last.ok) return last;
  return ok({
    term: term.id,
    from,
    dueAt: startOfDay(calendar, last.value.day + 1),
    uncertain: last.value.uncertain,
  });
}

function lastDay(calendar: WorkCalendar, term: LegalTerm, from: LocalDay) {
  if (term.unit === 'working_days') return addWorkingDays(calendar, from, term.value);
  const day = from + term.value;
  return term.ends === 'moves' ? addWorkingDays(calendar, day, 0) : ok({ day, uncertain: false });
}
