import type { Language } from './language.ts';
import { LOCAL_OFFSET_MS } from './local-day.ts';

/**
 * How numbers read to a person, in Russian, Kazakh and English. Pure `Intl`; the same input gives the
 * same text everywhere. Kazakh nouns stay singular after a number; Russian ones take one of three forms.
 */

/** What one input knows of its own numbers. */
export interface Wording {
  /** ISO 4217 of all amounts; '' when the input does not say. */
  readonly currency: string;
  /** 'day' when the input has no time of day: then nothing below a day is worded. */
  readonly clock: 'exact' | 'day';
}

const LOCALE: Readonly<Record<Language, string>> = { ru: 'ru-RU', kk: 'kk-KZ', en: 'en-GB' };
/** Never broken between a number and its unit. */
const NBSP = '\u00a0';
const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const perLanguage = <T>(make: (language: Language) => T): Readonly<Record<Language, T>> => ({
  ru: make('ru'),
  kk: make('kk'),
  en: make('en'),
});
const INTEGER = perLanguage((l) => new Intl.NumberFormat(LOCALE[l], { maximumFractionDigits: 0 }));
const TENTHS = perLanguage((l) => new Intl.NumberFormat(LOCALE[l], { maximumFractionDigits: 1 }));
const CENTS = perLanguage(
  (l) => new Intl.NumberFormat(LOCALE[l], { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
);
const RUSSIAN_PLURAL = new Intl.PluralRules('ru-RU');
const DATE = perLanguage(
  (l) =>
    new Intl.DateTimeFormat(LOCALE[l], {
      timeZone: 'UTC',
      day: '2-digit',
      month: l === 'en' ? 'short' : '2-digit',
      year: 'numeric',
    }),
);

/**
 * Money of `minor` units (hundredths). Whole sums, and sums past a hundred, show no hundredths.
 * The tenge has its sign; another currency its code; an unknown one nothing.
 */
export function formatMoney(minor: number, currency: string, language: Language): string {
  const major = minor / 100;
  const whole = minor % 100 === 0 || Math.abs(major) >= 100;
  const digits = (whole ? INTEGER : CENTS)[language].format(major);
  if (currency === '') return digits;
  const sign = currency === 'KZT' && language !== 'en' ? '₸' : currency;
  return `${digits}${NBSP}${sign}`;
}

/** Forms: Russian for 1, 2, 5; Kazakh; English for 1, many. */
interface Noun {
  readonly ru: readonly [string, string, string];
  readonly kk: string;
  readonly en: readonly [string, string];
}

/**
 * Countable things. The plain word stands as the subject or the object ("заплатили 14 человек");
 * `from_…` after "от / from" (Kazakh: ablative), `to_…` after a verb of giving ("14 людям", "14 адамға").
 */
const NOUNS = {
  people: {
    ru: ['человек', 'человека', 'человек'],
    kk: 'адам',
    en: ['person', 'people'],
  },
  from_people: {
    ru: ['человека', 'человек', 'человек'],
    kk: 'адамнан',
    en: ['person', 'people'],
  },
  to_people: { ru: ['человеку', 'людям', 'людям'], kk: 'адамға', en: ['person', 'people'] },
  payments: {
    ru: ['платёж', 'платежа', 'платежей'],
    kk: 'төлем',
    en: ['payment', 'payments'],
  },
  transfers: {
    ru: ['перевод', 'перевода', 'переводов'],
    kk: 'аударым',
    en: ['transfer', 'transfers'],
  },
  accounts: { ru: ['счёт', 'счёта', 'счетов'], kk: 'шот', en: ['account', 'accounts'] },
  through_accounts: {
    ru: ['счёт', 'счёта', 'счетов'],
    kk: 'шот арқылы',
    en: ['account', 'accounts'],
  },
  from_accounts: {
    ru: ['счёта', 'счетов', 'счетов'],
    kk: 'шоттан',
    en: ['account', 'accounts'],
  },
  to_accounts: { ru: ['счёт', 'счёта', 'счетов'], kk: 'шотқа', en: ['account', 'accounts'] },
  cards: {
    ru: ['карта или счёт', 'карты или счёта', 'карт или счетов'],
    kk: 'карта не шот',
    en: ['card or account', 'cards or accounts'],
  },
  from_cards: {
    ru: ['карты или счёта', 'карт или счетов', 'карт или счетов'],
    kk: 'карта не шоттан',
    en: ['card or account', 'cards or accounts'],
  },
  from_transfers: {
    ru: ['перевода', 'переводов', 'переводов'],
    kk: 'аударымнан',
    en: ['transfer', 'transfers'],
  },
  counterparties: {
    ru: ['контрагент', 'контрагента', 'контрагентов'],
    kk: 'контрагент',
    en: ['counterparty', 'counterparties'],
  },
  links: { ru: ['звено', 'звена', 'звеньев'], kk: 'буын', en: ['link', 'links'] },
  times: { ru: ['раз', 'раза', 'раз'], kk: 'рет', en: ['time', 'times'] },
  in_row: {
    ru: ['раз подряд', 'раза подряд', 'раз подряд'],
    kk: 'рет қатарынан',
    en: ['time in a row', 'times in a row'],
  },
} as const satisfies Record<string, Noun>;

export type NounName = keyof typeof NOUNS;

export const isNoun = (name: string): name is NounName => Object.hasOwn(NOUNS, name);

/** A count with its noun in the right form. Estimates are rounded to whole things. */
export function formatCount(count: number, noun: NounName, language: Language): string {
  const whole = Math.round(count);
  return `${INTEGER[language].format(whole)}${NBSP}${nounFor(whole, NOUNS[noun], language)}`;
}

function nounFor(count: number, noun: Noun, language: Language): string {
  if (language === 'kk') return noun.kk;
  if (language === 'en') return noun.en[count === 1 ? 0 : 1];
  const form = RUSSIAN_PLURAL.select(count);
  return noun.ru[form === 'one' ? 0 : form === 'few' ? 1 : 2];
}

/** Accusative in Russian: durations stand after "за", "через" or a verb ("пролежали 1 минуту"). */
const SPANS = {
  second: { ru: ['секунду', 'секунды', 'секунд'], kk: 'секунд', en: ['second', 'seconds'] },
  minute: { ru: ['минуту', 'минуты', 'минут'], kk: 'минут', en: ['minute', 'minutes'] },
  hour: { ru: ['час', 'часа', 'часов'], kk: 'сағат', en: ['hour', 'hours'] },
  day: { ru: ['день', 'дня', 'дней'], kk: 'күн', en: ['day', 'days'] },
  year: { ru: ['год', 'года', 'лет'], kk: 'жаста', en: ['year', 'years'] },
} as const satisfies Record<string, Noun>;

const WITHIN_A_DAY: Readonly<Record<Language, string>> = {
  ru: 'меньше дня',
  kk: 'бір күннен аз',
  en: 'less than a day',
};

/**
 * A span of time in its greatest unit, the next one added below ten ("2 hours 10 minutes").
 * Without a clock nothing below a day is said.
 */
export function formatDuration(ms: number, language: Language, clock: Wording['clock']): string {
  const span = Math.max(0, ms);
  if (clock === 'day' && span < DAY_MS) return WITHIN_A_DAY[language];
  const say = (count: number, unit: keyof typeof SPANS): string =>
    `${INTEGER[language].format(count)}${NBSP}${nounFor(count, SPANS[unit], language)}`;
  // Rounded before the unit is chosen: 59.9 s is a minute and not "60 seconds".
  const seconds = Math.round(span / SECOND_MS);
  if (seconds < 60) return say(seconds, 'second');
  const minutes = Math.round(span / MINUTE_MS);
  if (minutes < 60) return say(minutes, 'minute');
  if (minutes < 10 * 60) {
    const rest = minutes % 60;
    const hours = say(Math.floor(minutes / 60), 'hour');
    return rest === 0 ? hours : `${hours} ${say(rest, 'minute')}`;
  }
  const hours = Math.round(span / HOUR_MS);
  if (hours < 48) return say(hours, 'hour');
  return say(Math.round(span / DAY_MS), 'day');
}

/** An age in whole years; Kazakh in the locative ("19 жаста"), as it stands after a name. */
export function formatYears(years: number, language: Language): string {
  const whole = Math.floor(years);
  return `${INTEGER[language].format(whole)}${NBSP}${nounFor(whole, SPANS.year, language)}`;
}

/**
 * A share as per cent. What is not all is never shown as 100 %, what is not nothing never as 0 %. Of what came no more than
 * all can leave: where more went out than came, the rest was other money, and 100 % is said.
 */
export function formatShare(share: number, language: Language): string {
  const percent = Math.min(100, Math.round(share * 100));
  const sign = language === 'en' ? '%' : `${NBSP}%`;
  if (percent === 100 && share < 1) return `>${NBSP}99${sign}`;
  if (percent === 0 && share > 0) return `<${NBSP}1${sign}`;
  return `${INTEGER[language].format(percent)}${sign}`;
}

/** A bare number, at most one decimal. */
export function formatNumber(value: number, language: Language): string {
  return TENTHS[language].format(value);
}

/** Hour of the day, 0..24, as a clock reads: '03:40'. */
export function formatHour(hour: number): string {
  const minutes = Math.floor((hour % 24) * 60);
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Date in Kazakhstan of an instant (epoch ms, UTC): '24.11.2026', '24 Nov 2026'. */
export function formatDate(at: number, language: Language): string {
  return DATE[language].format(at + LOCAL_OFFSET_MS).replace(/\s*г\.$|\s*ж\.$/, '');
}

/** The date, and the time of day where the input has one. */
export function formatInstant(at: number, language: Language, clock: Wording['clock']): string {
  if (clock === 'day') return formatDate(at, language);
  const local = new Date(at + LOCAL_OFFSET_MS);
  return `${formatDate(at, language)} ${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`;
}

const two = (n: number): string => String(n).padStart(2, '0');
