import type { Birth } from '../lists/list-entry.ts';
import type { NameMatch } from './name-match.ts';

const RANK = ['unknown', 'differs', 'near', 'same'] as const;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * How two sets of births agree: the best of all pairs. 'near' is a slip: one digit, day and month turned round, one day or
 * one year beside, or a year that falls just outside of the years that are told. 'unknown' where a side tells none.
 */
export function compareBirths(
  asked: readonly Birth[] = [],
  listed: readonly Birth[] = [],
): NameMatch['birth'] {
  let best = 0;
  for (const one of asked)
    for (const other of listed) best = Math.max(best, RANK.indexOf(comparePair(one, other)));
  return RANK[best];
}

function comparePair(a: Birth, b: Birth): 'same' | 'near' | 'differs' {
  if ('day' in a && 'day' in b) return compareDays(a.day, b.day);
  const [one, other] = [yearsOf(a), yearsOf(b)];
  const gap = Math.max(one.fromYear - other.toYear, other.fromYear - one.toYear);
  if (gap <= 0) return 'same';
  return gap === 1 ? 'near' : 'differs';
}

function yearsOf(birth: Birth): { fromYear: number; toYear: number } {
  if (!('day' in birth)) return birth;
  const year = Number(birth.day.slice(0, 4));
  return { fromYear: year, toYear: year };
}

function compareDays(a: string, b: string): 'same' | 'near' | 'differs' {
  if (a === b) return 'same';
  const [year, month, day] = a.split('-');
  const isTurned = b === `${year}-${day}-${month}`;
  const digits = [...a].filter((digit, at) => digit !== b[at]).length;
  const isNextDay = Math.abs(Date.parse(a) - Date.parse(b)) <= DAY_MS;
  const isNextYear =
    a.slice(4) === b.slice(4) && Math.abs(Number(year) - Number(b.slice(0, 4))) === 1;
  return isTurned || digits === 1 || isNextDay || isNextYear ? 'near' : 'differs';
}
