import type { Language } from '../../../src/domain/language.ts';

const MONTHS_EN = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

const two = (n: number): string => String(n).padStart(2, '0');

/**
 * A day as the console writes it: '26.11.2026' in Russian and Kazakh, '26 Nov 2026' in English.
 * @param day 'YYYY-MM-DD'
 */
export function dayText(day: string, language: Language): string {
  const [year, month, date] = day.split('-').map(Number);
  return language === 'en'
    ? `${date} ${MONTHS_EN[month - 1]} ${year}`
    : `${two(date)}.${two(month)}.${year}`;
}

const BY_NUMBER = /^(\d{1,2})[.,/ ](\d{1,2})[.,/ ](\d{4})$/;
const BY_NAME = /^(\d{1,2})\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})$/i;
const BY_YEAR = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;

/**
 * 'YYYY-MM-DD' of a day as people write it, the date before the month; undefined when it is none of the calendar, or of a year
 * before `least`.
 */
export function readDay(text: string, least = 2000): string | undefined {
  const told = text.trim();
  const number = BY_NUMBER.exec(told);
  if (number !== null) return dayOf(+number[3], +number[2], +number[1], least);
  const name = BY_NAME.exec(told);
  if (name !== null) {
    const month = MONTHS_EN.findIndex((one) => one.toLowerCase() === name[2].toLowerCase());
    return dayOf(+name[3], month + 1, +name[1], least);
  }
  const year = BY_YEAR.exec(told);
  return year === null ? undefined : dayOf(+year[1], +year[2], +year[3], least);
}

function dayOf(year: number, month: number, date: number, least: number): string | undefined {
  const at = new Date(Date.UTC(year, month - 1, date));
  const isReal = at.getUTCMonth() === month - 1 && at.getUTCDate() === date && year >= least;
  return isReal ? `${year}-${two(month)}-${two(date)}` : undefined;
}

/** 'HH:MM' of a time of day as people write it, by 24 hours; undefined when it is none. */
export function readTime(text: string): string | undefined {
  const found = /^(\d{1,2})[:. ]?(\d{2})$/.exec(text.trim());
  if (found === null || +found[1] > 23 || +found[2] > 59) return undefined;
  return `${two(+found[1])}:${found[2]}`;
}

/** Kazakhstan has had one time zone since 1 March 2024. */
const OFFSET = '+05:00';
const OFFSET_MS = 5 * 3_600_000;

/** A moment as MomentField takes it: 'YYYY-MM-DDTHH:MM', time of Kazakhstan. */
export const localMoment = (at: number): string =>
  new Date(at + OFFSET_MS).toISOString().slice(0, 16);

/** What MomentField gives, as the service takes it: with its offset. */
export const momentTold = (local: string): string => `${local}:00${OFFSET}`;
