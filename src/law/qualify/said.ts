import type { Language, Localized } from '../../domain/language.ts';
import type { Money } from '../../domain/money.ts';
import { formatMoneyExact } from '../../domain/money.ts';
import { QUALIFY_TEXTS, type QualifyText } from './qualify-texts.ts';

/** What fills a place of a text: plain, in three languages, money, another text, or a list of any of them. */
export type SaidArg = string | number | Localized | Money | Said | readonly SaidArg[];

/** A sentence that is put into words for its reader. */
export interface Said {
  readonly text: QualifyText;
  readonly args: Readonly<Record<string, SaidArg>>;
}

export const said = (text: QualifyText, args: Said['args'] = {}): Said => ({ text, args });

const NUMBERS: Readonly<Record<Language, Intl.NumberFormat>> = {
  ru: new Intl.NumberFormat('ru-RU', { maximumFractionDigits: 2 }),
  kk: new Intl.NumberFormat('kk-KZ', { maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 }),
};
const OR: Localized = { ru: ' или ', kk: ' немесе ', en: ' or ' };

/** In the reader's language. Whole sums lose their empty hundredths. */
export function inWords({ text, args }: Said, language: Language): string {
  return QUALIFY_TEXTS[text][language].replace(/\{(\w+)\}/g, (place, name: string) => {
    const arg = args[name];
    if (arg === undefined) return place;
    // A list of what is all needed is parted by semicolons, one of what any is enough by "or".
    return Array.isArray(arg) && text === 'list'
      ? arg.map((one) => argInWords(one, language)).join('; ')
      : argInWords(arg, language);
  });
}

export function argInWords(arg: SaidArg, language: Language): string {
  if (typeof arg === 'string') return arg;
  if (typeof arg === 'number') return NUMBERS[language].format(arg);
  if (Array.isArray(arg)) return arg.map((one) => argInWords(one, language)).join(OR[language]);
  if ('text' in arg) return inWords(arg as Said, language);
  if ('amountMinor' in arg) return moneyInWords(arg as Money, language);
  return (arg as Localized)[language];
}

/** As it stands at the beginning of a line. */
export function sentence(what: Said, language: Language): string {
  const words = inWords(what, language);
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}

export const moneyInWords = (money: Money, language: Language): string =>
  formatMoneyExact(money, language).replace(/[.,]00(?=\u00a0)/, '');
