import type { Language } from '../../../src/domain/language.ts';

/** Browsers ship no names of countries in Kazakh (Chromium falls back to its own language); those met most, by ISO 3166-1. */
const IN_KAZAKH: Readonly<Record<string, string>> = {
  AE: 'БАӘ',
  AF: 'Ауғанстан',
  AM: 'Армения',
  AZ: 'Әзербайжан',
  BY: 'Беларусь',
  CN: 'Қытай',
  DE: 'Германия',
  GB: 'Ұлыбритания',
  GE: 'Грузия',
  IN: 'Үндістан',
  IR: 'Иран',
  KG: 'Қырғызстан',
  KR: 'Оңтүстік Корея',
  KZ: 'Қазақстан',
  MD: 'Молдова',
  MN: 'Моңғолия',
  PK: 'Пәкістан',
  RU: 'Ресей',
  TJ: 'Тәжікстан',
  TM: 'Түрікменстан',
  TR: 'Түркия',
  UA: 'Украина',
  US: 'АҚШ',
  UZ: 'Өзбекстан',
};

/** A country in the reader's language; its code where there is no name for it. */
export function countryName(code: string, language: Language): string {
  if (language === 'kk') return IN_KAZAKH[code] ?? code;
  return new Intl.DisplayNames([language], { type: 'region', fallback: 'code' }).of(code) ?? code;
}
