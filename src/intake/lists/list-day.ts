import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import { maskName } from '../../domain/mask.ts';
import type { Birth } from '../../screening/lists/list-entry.ts';
import { DAY_MS } from '../local-time.ts';
import { readWhen } from '../statements/cell-time.ts';

const EPOCH_MS = /^\d{13}$/;

/**
 * When an entry begins or ends to be in force, epoch ms. A date without a clock begins at its midnight and ends with it,
 * in the time of Kazakhstan: 'until 31.12.2026' still holds on that day. Errors: QRG_ROW_TIME.
 */
export function readBound(text: string, bound: 'since' | 'until'): Result<number> {
  const plain = text.trim();
  if (EPOCH_MS.test(plain)) return ok(Number(plain));
  const when = readWhen(plain, false);
  if (!when.ok) return noTime(plain);
  const { at, dayOnly } = when.value;
  return ok(dayOnly && bound === 'until' ? at + DAY_MS : at);
}

const DAY_FIRST = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/;
const YEAR_FIRST = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})(?:$|T)/;
const YEARS = /^(\d{4})(?:\s*[-–—]\s*(\d{4}))?$/;
const EARLIEST_YEAR = 1850;
const LATEST_YEAR = 2100;

/** A birth as lists tell it: a day, a year, or years from and to. Errors: QRG_ROW_TIME. */
export function readBirth(text: string): Result<Birth> {
  const plain = text.trim();
  const years = YEARS.exec(plain);
  if (years) {
    const fromYear = Number(years[1]);
    const toYear = Number(years[2] ?? years[1]);
    const isRight = isYear(fromYear) && isYear(toYear) && fromYear <= toYear;
    return isRight ? ok({ fromYear, toYear }) : noTime(plain);
  }
  const dayFirst = DAY_FIRST.exec(plain);
  const [year, month, day] = dayFirst
    ? [dayFirst[3], dayFirst[2], dayFirst[1]]
    : (YEAR_FIRST.exec(plain)?.slice(1) ?? []);
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isDay = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return isDay && isYear(Number(year))
    ? ok({ day: date.toISOString().slice(0, 10) })
    : noTime(plain);
}

/** What stands in a place for dates and has no look of one may be somebody's name. */
const noTime = (text: string): Result<never> =>
  fail('QRG_ROW_TIME', { value: /^[\d\s.:/TZ+-]+$/.test(text) ? text : maskName(text) });

const isYear = (year: number): boolean => year >= EARLIEST_YEAR && year <= LATEST_YEAR;
