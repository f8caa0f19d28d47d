import { fail, ok, type Result } from '../domain/errors/catalogue.ts';
import { readTime, type TimeRule, type TimeUnit } from './text/time-bytes.ts';
import { tellsTimeOfDay } from './time-or-order.ts';

export type ClockWish = 'auto' | 'day' | 'exact';

export interface TimeTelling {
  /** What small plain numbers count, when the layout or the title tells. */
  readonly countOf?: 'days' | 'hours' | undefined;
  readonly unit?: TimeUnit;
  readonly clock?: ClockWish;
}

export interface TimeReading {
  readonly rule: TimeRule;
  readonly clock: 'exact' | 'day';
}

const CALENDAR = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?!\d)/;
const COMPACT = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:T?\d{4}(?:\d\d)?)?Z?$/;
const NUMBER = /^\d+(?:\.\d*)?$/;
/** Plain numbers from here on are seconds of our days (1973 on), and from there on milliseconds. */
const LEAST_SECONDS = 1e8;
const LEAST_MS = 1e11;
const DAY_MS = 86_400_000;
/** Times of day, UTC, at which a day begins: in UTC and in Kazakhstan (+5, +6). */
const DAY_STARTS = [0, 19 * 3_600_000, 18 * 3_600_000];

/**
 * What the times of a column are, from values of its first rows. The fraction of a count of days is a time of day
 * unless it shows that it is none (see `tellsTimeOfDay`); a count of hours has none: its clock is 'day' unless told otherwise.
 * Errors: QRG_FILE_TIME_UNIT when plain numbers do not tell what they count; QRG_FILE_TIME_UNIT likewise when no value is a time.
 */
export function sniffTimes(values: readonly string[], told: TimeTelling): Result<TimeReading> {
  const sample = values.map((value) => value.trim()).filter((value) => value !== '');
  const unit = told.unit ?? unitOf(sample, told.countOf);
  if (unit === undefined) return fail('QRG_FILE_TIME_UNIT', { value: sample[0] ?? '' });
  const rule: TimeRule = { unit, slashes: slashesOf(sample) };
  if (told.clock === 'day' || told.clock === 'exact') return ok({ rule, clock: told.clock });
  return ok({ rule, clock: clockOf(sample, rule) });
}

function unitOf(
  sample: readonly string[],
  countOf: 'days' | 'hours' | undefined,
): TimeUnit | undefined {
  // A header row alone is a file without transfers, which is no error of its times.
  if (sample.length === 0) return countOf ?? 'iso';
  const share = (pattern: RegExp) =>
    sample.filter((value) => pattern.test(value)).length / sample.length;
  if (share(CALENDAR) > 0.5 || share(COMPACT) > 0.5) return 'iso';
  if (share(NUMBER) <= 0.5) return undefined;
  const numbers = sample
    .filter((value) => NUMBER.test(value))
    .map(Number)
    .sort((a, b) => a - b);
  const middle = numbers[numbers.length >> 1] ?? 0;
  if (middle >= LEAST_MS) return 'ms';
  return middle >= LEAST_SECONDS ? 's' : countOf;
}

/** Day first, as in Kazakhstan, unless a value can only be month first. */
function slashesOf(sample: readonly string[]): 'dmy' | 'mdy' {
  const isMonthFirst = sample.some((value) => {
    const [, first, second] = /^(\d{1,2})[-/](\d{1,2})[-/]\d{4}/.exec(value) ?? [];
    return first !== undefined && Number(first) <= 12 && Number(second) > 12;
  });
  return isMonthFirst ? 'mdy' : 'dmy';
}

function clockOf(sample: readonly string[], rule: TimeRule): 'exact' | 'day' {
  if (rule.unit === 'hours') return 'day';
  const times = sample
    .map((value) => {
      const bytes = Buffer.from(value);
      return readTime(bytes, 0, bytes.length, rule);
    })
    .filter((at) => !Number.isNaN(at));
  const isExact = rule.unit === 'days' ? tellsTimeOfDay(sample, times) : !isDaysOnly(times);
  return isExact ? 'exact' : 'day';
}

function isDaysOnly(times: readonly number[]): boolean {
  return (
    times.length > 0 && DAY_STARTS.some((start) => times.every((at) => (at - start) % DAY_MS === 0))
  );
}
