import type { Language } from '../../../src/domain/language.ts';

const MONTHS: Readonly<Record<Language, string>> = {
  ru: 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь',
  kk: 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан',
  en: 'January February March April May June July August September October November December',
};

/** '2026-11' as a person reads it; months of Kazakh are no part of every browser. */
export function monthText(month: string, language: Language, length: 'short' | 'long'): string {
  const [year, number] = month.split('-');
  const name = MONTHS[language].split(' ')[Number(number) - 1] ?? month;
  return length === 'long' ? `${name} ${year}` : name.slice(0, 3);
}
