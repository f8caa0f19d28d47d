import type { Language } from '../../../src/domain/language.ts';

/** Browsers say that they know Kazakh and write '1,234' and 'M11': it groups digits as Russian does. */
const DIGITS: Readonly<Record<Language, string>> = { ru: 'ru', kk: 'ru', en: 'en' };

export const numberText = (count: number, language: Language): string =>
  count.toLocaleString(DIGITS[language]);

/** A day by the visitor's clock in digits, as everybody here writes it: 26.11.2026. */
export function dateText(at: number): string {
  const day = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(day.getDate())}.${two(day.getMonth() + 1)}.${day.getFullYear()}`;
}

export function momentText(at: number): string {
  const [hours, minutes] = [new Date(at).getHours(), new Date(at).getMinutes()];
  return `${dateText(at)} ${hours}:${String(minutes).padStart(2, '0')}`;
}
