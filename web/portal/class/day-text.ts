import type { Language } from '../../../src/domain/language.ts';

const two = (number: number): string => String(number).padStart(2, '0');
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day as it is written here: browsers say they know Kazakh and do not. */
export function dayText(at: number, language: Language): string {
  const day = new Date(at);
  const [date, month, year] = [day.getDate(), day.getMonth(), day.getFullYear()];
  return language === 'en'
    ? `${date} ${MONTHS[month]} ${year}`
    : `${two(date)}.${two(month + 1)}.${year}`;
}
