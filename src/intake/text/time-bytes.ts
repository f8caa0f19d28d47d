/** What the times of a column are. 'hours' is PaySim's step; the others are what --time-unit takes. */
export type TimeUnit = 'days' | 'hours' | 's' | 'ms' | 'iso';

export interface TimeRule {
  readonly unit: TimeUnit;
  /** Order of '03/04/2026'; dates with points are always day first. */
  readonly slashes: 'dmy' | 'mdy';
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * Where days and hours 'since the start' start: a local midnight (UTC+5, the clock of feature t.hour), the
 * first one after the epoch so that no time is negative. The year 1970 shows that the true one is not told.
 */
export const RELATIVE_ORIGIN = DAY_MS - 5 * HOUR_MS;

/**
 * Times from here on are misread numbers: 1 January 2100, as for statements. The engine counts seconds in 32 bits,
 * which end in 2106.
 */
const LATEST = Date.UTC(2100, 0, 1);

/**
 * Wall clocks without a zone are Kazakhstan's: UTC+6 until 1 March 2024 00:00, UTC+5 since (IANA tz, zone
 * Asia/Almaty); the same rule as for statements.
 */
const ONE_TIME_SINCE = Date.UTC(2024, 2, 1);

const UNIT_MS = { days: DAY_MS, hours: HOUR_MS, s: 1000, ms: 1 } as const;

/** Epoch ms UTC of the time written in `b[from..to)`; NaN when it is not a time of this rule or lies outside 1970..2099. */
export function readTime(b: Uint8Array, from: number, to: number, rule: TimeRule): number {
  const { unit } = rule;
  const at =
    unit === 'iso'
      ? readCalendar(b, from, to, rule.slashes === 'dmy')
      : readCount(b, from, to, UNIT_MS[unit]) +
        (unit === 'days' || unit === 'hours' ? RELATIVE_ORIGIN : 0);
  return at >= 0 && at < LATEST ? at : Number.NaN;
}

/**
 * A count of units as ms, rounded to the nearest: whole part and fraction apart, so that both stay exact.
 * Of the fraction eight digits count (a hundred-millionth of a day is 0.9 ms).
 */
function readCount(b: Uint8Array, from: number, to: number, unitMs: number): number {
  let p = from;
  let whole = 0;
  for (; p < to; p++) {
    const digit = b[p] - 48;
    if (digit < 0 || digit > 9) break;
    whole = whole * 10 + digit;
  }
  if (p === from || p - from > 15) return Number.NaN;
  if (p === to) return whole * unitMs;
  if (b[p] !== 46) return Number.NaN;
  let fraction = 0;
  let scale = 1;
  for (p++; p < to; p++) {
    const digit = b[p] - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    if (scale === 100_000_000) continue;
    fraction = fraction * 10 + digit;
    scale *= 10;
  }
  return whole * unitMs + Math.round((fraction * unitMs) / scale);
}

/** Days from 1970-01-01 to a date of the Gregorian calendar (H. Hinnant, days_from_civil). */
function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

// The calendar reader walks one position through the field; these two are its only state.
let bytes: Uint8Array = new Uint8Array();
let pos = 0;

/** The next run of digits, at most `most`; -1 when there is none. */
function digits(to: number, most: number): number {
  const stop = pos + most < to ? pos + most : to;
  const start = pos;
  let value = 0;
  for (; pos < stop; pos++) {
    const digit = bytes[pos] - 48;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
  }
  return pos === start ? -1 : value;
}

/**
 * 'YYYY-MM-DD', 'YYYY/MM/DD', 'DD.MM.YYYY', 'DD/MM/YYYY' or 'MM/DD/YYYY', 'YYYYMMDD', each with an optional time
 * ('T', spaces or ', ' between) 'HH:MM[:SS[.fff]]' or 'HHMMSS' and an optional zone 'Z', '+HH:MM', '+HHMM', '+HH'.
 */
function readCalendar(b: Uint8Array, from: number, to: number, dayFirst: boolean): number {
  bytes = b;
  pos = from;
  const days = readDay(from, to, dayFirst);
  if (Number.isNaN(days)) return days;
  let local = days * DAY_MS;
  if (pos === to) return local - kazakhOffset(local);
  // XML dates may carry a zone without a time.
  if (isZoneMark(bytes[pos])) return local - readZone(to);
  const clock = readClock(to);
  if (Number.isNaN(clock)) return clock;
  local += clock;
  if (pos === to) return local - kazakhOffset(local);
  return local - readZone(to);
}

const isZoneMark = (byte: number): boolean => byte === 90 || byte === 43 || byte === 45;

function kazakhOffset(local: number): number {
  return local >= ONE_TIME_SINCE ? 5 * HOUR_MS : 6 * HOUR_MS;
}

function readDay(from: number, to: number, dayFirst: boolean): number {
  let year = digits(to, 4);
  let month = 0;
  let day = 0;
  const run = pos - from;
  if (run === 4 && pos < to && bytes[pos] >= 48 && bytes[pos] <= 57) {
    const rest = digits(to, 4);
    if (pos - from !== 8) return Number.NaN;
    month = Math.floor(rest / 100);
    day = rest % 100;
  } else {
    const separator = bytes[pos];
    if (pos >= to || (separator !== 45 && separator !== 46 && separator !== 47)) return Number.NaN;
    pos++;
    const second = digits(to, 2);
    if (second < 0 || pos >= to || bytes[pos] !== separator) return Number.NaN;
    const thirdFrom = ++pos;
    const third = digits(to, run === 4 ? 2 : 4);
    if (third < 0) return Number.NaN;
    if (run === 4) {
      month = second;
      day = third;
    } else {
      if (run > 2 || pos - thirdFrom !== 4) return Number.NaN;
      const isDayFirst = dayFirst || separator === 46;
      day = isDayFirst ? year : second;
      month = isDayFirst ? second : year;
      year = third;
    }
  }
  if (year < 1970 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month))
    return Number.NaN;
  return dayNumber(year, month, day);
}

function readClock(to: number): number {
  const mark = bytes[pos];
  if (mark === 84 || mark === 116) pos++;
  else if (mark === 32 || mark === 44) {
    if (mark === 44) pos++;
    while (pos < to && bytes[pos] === 32) pos++;
  } else if (mark < 48 || mark > 57) return Number.NaN;
  const hourFrom = pos;
  const hour = digits(to, 2);
  const compact = pos - hourFrom === 2 && bytes[pos] >= 48 && bytes[pos] <= 57;
  if (hour < 0 || hour > 23 || pos >= to || !(compact || bytes[pos] === 58)) return Number.NaN;
  if (!compact) pos++;
  const minuteFrom = pos;
  const minute = digits(to, 2);
  if (minute > 59 || pos - minuteFrom !== 2) return Number.NaN;
  const minutes = (hour * 60 + minute) * 60_000;
  if (pos === to || !(compact ? bytes[pos] >= 48 && bytes[pos] <= 57 : bytes[pos] === 58))
    return minutes;
  if (!compact) pos++;
  const secondFrom = pos;
  const second = digits(to, 2);
  if (second > 59 || pos - secondFrom !== 2) return Number.NaN;
  return minutes + second * 1000 + readFraction(to);
}

/** Milliseconds of '.123456' or ',123'; further digits are cut. */
function readFraction(to: number): number {
  if (pos >= to || (bytes[pos] !== 46 && bytes[pos] !== 44)) return 0;
  const from = ++pos;
  const value = digits(to, 3);
  if (value < 0) return Number.NaN;
  const ms = value * 10 ** (3 - (pos - from));
  while (pos < to && bytes[pos] >= 48 && bytes[pos] <= 57) pos++;
  return ms;
}

function readZone(to: number): number {
  if (bytes[pos] === 32) pos++;
  const sign = bytes[pos++];
  if ((sign === 90 || sign === 122) && pos === to) return 0;
  if (sign !== 43 && sign !== 45) return Number.NaN;
  const from = pos;
  const hour = digits(to, 2);
  if (hour > 14 || pos - from !== 2) return Number.NaN;
  if (pos < to && bytes[pos] === 58) pos++;
  const minuteFrom = pos;
  const minute = pos < to ? digits(to, 2) : 0;
  if (minute < 0 || minute > 59 || pos !== to || (pos > minuteFrom && pos - minuteFrom !== 2))
    return Number.NaN;
  const ms = (hour * 60 + minute) * 60_000;
  return sign === 45 ? -ms : ms;
}
