import { LANGUAGES, type Language, type Localized } from '../../domain/language.ts';
import type { Sanction, Span } from '../offences/offence.ts';
import { type OffenceBook, unitOn } from '../offences/offence-book.ts';
import { yearsInWords, yearsRu } from '../offences/span-words.ts';
import { moneyInWords } from './said.ts';

type Words = Readonly<Record<Language, (value: string) => string>>;

const FINE: Words = {
  ru: (v) => `штраф ${v}`,
  kk: (v) => `айыппұл: ${v}`,
  en: (v) => `a fine ${v}`,
};
const OF_SUBJECTS: Localized = {
  ru: 'физическое лицо / должностное лицо, малый бизнес, НКО / средний / крупный бизнес и филиал иностранного банка',
  kk: 'жеке тұлға / лауазымды адам, шағын бизнес, КЕҰ / орта / ірі бизнес және шетел банкінің филиалы',
  en: 'individual / official, small business, NGO / medium / large business and foreign-bank branch',
};

/** A sanction in words, in every language, with sums at the unit of account of a day. */
export function sanctionText(book: OffenceBook, sanction: Sanction, date: string): Localized {
  const in_ = (language: Language): string =>
    wordsOf(book, sanction, date, language).join(JOIN[language]) + tailOf(sanction, language);
  return Object.fromEntries(LANGUAGES.map((language) => [language, in_(language)])) as Record<
    Language,
    string
  >;
}

const JOIN: Localized = { ru: ', либо ', kk: ', не ', en: ', or ' };

function wordsOf(
  book: OffenceBook,
  sanction: Sanction,
  date: string,
  language: Language,
): string[] {
  const words: (string | undefined)[] = [
    sanction.warning ? PLAIN.warning[language] : undefined,
    sanction.fine === undefined
      ? undefined
      : FINE[language](inUnits(book, sanction.fine, date, language)),
    sanction.fineMoney === undefined
      ? undefined
      : FINE[language](spanWords(sanction.fineMoney, language, (n) => money(book, n, language))),
    sanction.fineTimes === undefined ? undefined : times(sanction.fineTimes, language),
    sanction.fineBySubject === undefined
      ? undefined
      : bySubject(book, sanction.fineBySubject, date, language),
    sanction.works ? PLAIN.works[language] : undefined,
    sanction.worksYears === undefined
      ? undefined
      : `${PLAIN.worksYears[language]} ${yearsInWords(sanction.worksYears, language)}`,
    sanction.community === undefined ? undefined : COMMUNITY[language](sanction.community),
    sanction.arrest === undefined ? undefined : ARREST[language](sanction.arrest),
    sanction.restriction === undefined
      ? undefined
      : `${PLAIN.restriction[language]} ${yearsInWords(sanction.restriction, language)}`,
    sanction.forcedLabour === undefined
      ? undefined
      : `${PLAIN.forcedLabour[language]} ${yearsInWords(sanction.forcedLabour, language)}`,
    sanction.prison === undefined
      ? undefined
      : `${PLAIN.prison[language]} ${yearsInWords(sanction.prison, language)}`,
    sanction.life ? PLAIN.life[language] : undefined,
  ];
  return words.filter((word): word is string => word !== undefined);
}

const PLAIN = {
  warning: { ru: 'предупреждение', kk: 'ескерту жасау', en: 'a warning' },
  works: {
    ru: 'исправительные работы в том же размере',
    kk: 'сол мөлшерде түзеу жұмыстары',
    en: 'corrective works of the same sum',
  },
  worksYears: { ru: 'исправительные работы', kk: 'түзеу жұмыстары', en: 'corrective works' },
  restriction: {
    ru: 'ограничение свободы',
    kk: 'бас бостандығын шектеу',
    en: 'restriction of liberty',
  },
  forcedLabour: { ru: 'принудительные работы', kk: 'мәжбүрлі жұмыстар', en: 'compulsory labour' },
  prison: { ru: 'лишение свободы', kk: 'бас бостандығынан айыру', en: 'imprisonment' },
  life: {
    ru: 'пожизненное лишение свободы',
    kk: 'өмір бойына бас бостандығынан айыру',
    en: 'imprisonment for life',
  },
} as const satisfies Record<string, Localized>;

const COMMUNITY: Readonly<Record<Language, (hours: number) => string>> = {
  ru: (h) => `общественные работы до ${h} ч`,
  kk: (h) => `${h} сағатқа дейін қоғамдық жұмыстар`,
  en: (h) => `community work of up to ${h} hours`,
};
const ARREST: Readonly<Record<Language, (days: number) => string>> = {
  ru: (d) => `арест до ${d} суток`,
  kk: (d) => `${d} тәулікке дейін қамақ`,
  en: (d) => `arrest of up to ${d} days`,
};

/** What goes along with any of them. */
function tailOf({ confiscation, ban, banAlways }: Sanction, language: Language): string {
  const parts = [
    confiscation === undefined ? undefined : CONFISCATION[confiscation][language],
    ban === undefined ? undefined : BAN[banAlways ? 'always' : 'may'][language](ban),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? '' : `; ${parts.join('; ')}`;
}

const CONFISCATION: Readonly<Record<'always' | 'may', Localized>> = {
  always: {
    ru: 'с конфискацией имущества',
    kk: 'мүлкі тәркіленеді',
    en: 'with confiscation of property',
  },
  may: {
    ru: 'с конфискацией имущества или без неё',
    kk: 'мүлкі тәркіленуі мүмкін',
    en: 'with or without confiscation of property',
  },
};
const BAN: Readonly<Record<'always' | 'may', Readonly<Record<Language, (y: number) => string>>>> = {
  always: {
    ru: (y) => `с запретом должностей или деятельности до ${y} ${yearsRu(y)}`,
    kk: (y) => `${y} жылға дейін лауазымға не қызметке тыйым салынады`,
    en: (y) => `with a ban of an office or activity of up to ${y} years`,
  },
  may: {
    ru: (y) => `с запретом должностей или деятельности до ${y} ${yearsRu(y)} или без него`,
    kk: (y) => `${y} жылға дейін лауазымға не қызметке тыйым салынуы мүмкін`,
    en: (y) => `with or without a ban of an office or activity of up to ${y} years`,
  },
};

const times = ([a, b]: readonly [number, number], language: Language): string =>
  ({
    ru: `штраф от ${a}- до ${b}-кратного размера похищенного`,
    kk: `ұрланған мүлік құнының ${a} еседен ${b} есеге дейінгі мөлшеріндегі айыппұл`,
    en: `a fine of ${a} to ${b} times what was taken`,
  })[language];

/** Units of account, with the sum of that day where it is known. */
function inUnits(book: OffenceBook, span: Span, date: string, language: Language): string {
  const name = book.unit?.name[language] ?? '';
  const unit = unitOn(book, date);
  const plain = spanWords(span, language, (n) => `${grouped(n, language)}\u00a0${name}`);
  if (unit === undefined) return plain;
  const sums = (typeof span === 'number' ? [span] : span).map((n) =>
    money(book, n * unit.value, language),
  );
  return `${plain} (${sums.join(' – ')})`;
}

function bySubject(
  book: OffenceBook,
  units: readonly number[],
  date: string,
  language: Language,
): string {
  const name = book.unit?.name[language] ?? '';
  const unit = unitOn(book, date);
  const most = unit === undefined ? '' : ` (${money(book, units[3] * unit.value, language)})`;
  return `${FINE[language](`${units.join(' / ')}\u00a0${name}${most}`)}: ${OF_SUBJECTS[language]}`;
}

function spanWords(span: Span, language: Language, say: (n: number) => string): string {
  if (typeof span === 'number')
    return { ru: `до ${say(span)}`, kk: `ең көбі ${say(span)}`, en: `of up to ${say(span)}` }[
      language
    ];
  const [a, b] = span.map(say);
  return { ru: `от ${a} до ${b}`, kk: `${a} – ${b}`, en: `of ${a} to ${b}` }[language];
}

const money = (book: OffenceBook, whole: number, language: Language): string =>
  moneyInWords({ amountMinor: Math.round(whole * 100), currency: book.currency }, language);

const grouped = (n: number, language: Language): string =>
  String(n).replace(/\B(?=(\d{3})+$)/g, language === 'en' ? ',' : '\u00a0');
