import type { Language, Localized } from '../../../src/domain/language.ts';
import type { Span } from '../../../src/law/offences/offence.ts';
import { yearsInWords } from '../../../src/law/offences/span-words.ts';
import type { Punishment } from '../../../src/law/people/punishments.ts';
import { grouped, tenge } from './numbers.ts';

/** What a unit of account is called and is worth on the day; no value where the data have none. */
export interface UnitOfDay {
  readonly name: string;
  readonly value: number | undefined;
}

/** '200 × 4 325 ₸ = 865 000 ₸': how a sum came about, so that anybody can count it again. */
export function formula(units: number, { name, value }: UnitOfDay, language: Language): string {
  if (value === undefined) return `${grouped(units, language)} ${name}`;
  const sum = Math.round(units * value * 100) / 100;
  return `${grouped(units, language)} × ${tenge(value, language)} = ${tenge(sum, language)}`;
}

type Said = Readonly<Record<Language, (n: string) => string>>;

const HOURS: Said = {
  ru: (n) => `общественные работы до ${n} часов`,
  kk: (n) => `${n} сағатқа дейін қоғамдық жұмыс`,
  en: (n) => `community work of up to ${n} hours`,
};
const DAYS: Said = {
  ru: (n) => `арест до ${n} суток`,
  kk: (n) => `${n} тәулікке дейін қамақ`,
  en: (n) => `arrest of up to ${n} days`,
};
const WORKS: Localized = {
  ru: 'исправительные работы на ту же сумму',
  kk: 'сол сомаға түзеу жұмысы',
  en: 'corrective works for the same sum',
};
const RESTRICTION: Localized = {
  ru: 'ограничение свободы',
  kk: 'бас бостандығын шектеу',
  en: 'restriction of liberty',
};
const PRISON: Localized = {
  ru: 'лишение свободы',
  kk: 'бас бостандығынан айыру',
  en: 'prison',
};
const CONFISCATION: Readonly<Record<'always' | 'may', Localized>> = {
  always: { ru: 'конфискация', kk: 'мүлкін тәркілеу', en: 'confiscation' },
  may: {
    ru: 'возможна конфискация',
    kk: 'мүлкі тәркіленуі мүмкін',
    en: 'confiscation is possible',
  },
};
const BAN: Readonly<Record<Language, (years: string) => string>> = {
  ru: (years) => `запрет на некоторые должности и работу ${years}`,
  kk: (years) => `кейбір лауазым мен жұмысқа ${years} тыйым`,
  en: (years) => `a ban of some offices and work ${years}`,
};

/** One punishment in the reader's words, with its arithmetic where money is in it. */
export function punishmentWords(
  punishment: Punishment,
  unit: UnitOfDay,
  language: Language,
): string {
  const { kind, units, times, hours = 0, days = 0, years = 0, always } = punishment;
  switch (kind) {
    case 'fine':
      return units === undefined ? fineTimes(times, language) : fine(units, unit, language);
    case 'works':
      return WORKS[language];
    case 'community':
      return HOURS[language](grouped(hours, language));
    case 'arrest':
      return DAYS[language](String(days));
    case 'restriction':
      return forYears(RESTRICTION, years, language);
    case 'prison':
      return forYears(PRISON, years, language);
    case 'confiscation':
      return CONFISCATION[always === true ? 'always' : 'may'][language];
    case 'ban':
      return BAN[language](yearsInWords(years, language));
  }
}

function fine(units: Span, unit: UnitOfDay, language: Language): string {
  if (typeof units === 'number') {
    const counted = formula(units, unit, language);
    return {
      ru: `штраф до ${grouped(units, language)} ${unit.name}: ${counted}`,
      kk: `айыппұл, ең көбі ${grouped(units, language)} ${unit.name}: ${counted}`,
      en: `a fine of up to ${grouped(units, language)} ${unit.name}: ${counted}`,
    }[language];
  }
  const [from, to] = units.map((n) => formula(n, unit, language));
  return {
    ru: `штраф: от ${from} до ${to}`,
    kk: `айыппұл: ${from}, ең көбі ${to}`,
    en: `a fine: from ${from} to ${to}`,
  }[language];
}

function fineTimes(times: Punishment['times'], language: Language): string {
  const [from, to] = times ?? [1, 1];
  return {
    ru: `штраф в ${from}–${to} раза больше того, что взяли`,
    kk: `алған ақшадан ${from}–${to} есе көп айыппұл`,
    en: `a fine of ${from} to ${to} times what was taken`,
  }[language];
}

/** A Kazakh sentence names the term first. */
const forYears = (what: Localized, years: Span, language: Language): string =>
  language === 'kk'
    ? `${yearsInWords(years, language)} ${what.kk}`
    : `${what[language]} ${yearsInWords(years, language)}`;
