import type { Language } from '../../../src/domain/language.ts';

const GAP: Readonly<Record<Language, string>> = { ru: '\u00a0', kk: '\u00a0', en: ',' };

/** 865000 -> '865 000'; the same on every device, whatever it knows of languages. */
export const grouped = (n: number, language: Language): string =>
  String(n).replace(/\B(?=(\d{3})+(?!\d))/g, GAP[language]);

export const tenge = (n: number, language: Language): string => `${grouped(n, language)}\u00a0₸`;

/** '2025-09-16' -> '16.09.2025'; in English '16 Sep 2025'. */
export function shortDate(date: string, language: Language): string {
  const [year, month, day] = date.split('-');
  if (language !== 'en') return `${day}.${month}.${year}`;
  return `${Number(day)}\u00a0${MONTHS[Number(month) - 1]}\u00a0${year}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
