import type { Language } from '../../../src/domain/language.ts';

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(
    ' ',
  ),
  kk: 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(
    ' ',
  ),
  en: 'January February March April May June July August September October November December'.split(
    ' ',
  ),
};

/** A day by the visitor's clock, '5 декабря': browsers do not know the months of Kazakh everywhere. */
export function dayText(at: number, language: Language): string {
  const day = new Date(at);
  return `${day.getDate()} ${MONTHS[language][day.getMonth()]}`;
}
