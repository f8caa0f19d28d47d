import {
  formatCount,
  formatDuration,
  formatMoney,
  formatShare,
  type Wording,
} from '../domain/format.ts';
import type { Language, Localized } from '../domain/language.ts';
import { DAY_MS } from './clock.ts';
import type { StoryFacts } from './story-facts.ts';

/** Two sentences on a network: who paid and where to, how fast the money left and where it ended. */
export function tellStory(
  facts: StoryFacts,
  wording: Wording,
  label: (account: number) => string,
): Localized {
  const tell = (language: Language): string => {
    const teller = TELLERS[language];
    const words = wordsOf(facts, wording, language);
    const end = facts.end === null ? null : label(facts.end.account);
    return `${teller.paid(facts, words)} ${teller.left(facts, words, end)}`;
  };
  return { ru: tell('ru'), kk: tell('kk'), en: tell('en') };
}

/** Numbers of the facts, in words of one language. */
interface Words {
  people: string;
  paid: string;
  toAccounts: string;
  throughPaid: string;
  throughFurther: string;
  span: string;
  share: string;
  within: string;
  endCash: string;
  endReceived: string;
  cash: string;
}

interface Teller {
  paid(facts: StoryFacts, words: Words): string;
  left(facts: StoryFacts, words: Words, end: string | null): string;
}

const ONE_DAY: Localized = { ru: 'один день', kk: 'бір күн', en: 'one day' };

function wordsOf(facts: StoryFacts, { currency, clock }: Wording, language: Language): Words {
  const money = (minor: number): string => formatMoney(minor, currency, language);
  const span = (ms: number): string =>
    clock === 'day' && ms <= DAY_MS ? ONE_DAY[language] : formatDuration(ms, language, clock);
  return {
    people: formatCount(facts.payers, 'people', language),
    paid: money(facts.paidMinor),
    toAccounts: formatCount(facts.paidAccounts, 'to_accounts', language),
    throughPaid: formatCount(facts.paidAccounts, 'through_accounts', language),
    throughFurther: formatCount(facts.furtherAccounts, 'through_accounts', language),
    // A single payment has no span; "within a minute" is the least that is said.
    span: span(Math.max(facts.spanMs, 60_000)),
    share: formatShare(facts.leftShare, language),
    within: span(facts.leftWithinMs),
    endCash: money(facts.end?.cashMinor ?? 0),
    endReceived: money(facts.end?.receivedMinor ?? 0),
    cash: money(facts.cashMinor),
  };
}

/** The verb of "1 человек", "21 человек" is singular, that of "14 человек" plural. */
const RUSSIAN_PLURAL = new Intl.PluralRules('ru-RU');

const RUSSIAN: Teller = {
  paid(facts, words) {
    if (facts.payers === 0)
      return `${words.paid} прошли через ${words.throughPaid} за ${words.span}.`;
    const verb = RUSSIAN_PLURAL.select(facts.payers) === 'one' ? 'перевёл' : 'перевели';
    return `${words.people} ${verb} ${words.paid} на ${words.toAccounts} за ${words.span}.`;
  },
  left(facts, words, end) {
    if (facts.leftShare === 0)
      return end === null ? 'Деньги пока никуда не ушли.' : `Деньги остались на счёте ${end}.`;
    const through = facts.furtherAccounts > 0 ? ` через ${words.throughFurther}` : '';
    const to = end === null ? '' : ` на счёт ${end}`;
    const gone = `Из этих денег ${words.share} ушло за ${words.within}${through}${to}`;
    if (end !== null && facts.end !== null && facts.end.cashMinor > 0)
      return `${gone}, с которого вывели наличными или в криптовалюту ${words.endCash}.`;
    if (facts.cashMinor > 0) return `${gone}; наличными или в криптовалюту вывели ${words.cash}.`;
    return end === null ? `${gone}.` : `${gone}, куда пришло ${words.endReceived}.`;
  },
};

const KAZAKH: Teller = {
  paid(facts, words) {
    if (facts.payers === 0) return `${words.span} ішінде ${words.throughPaid} ${words.paid} өтті.`;
    return `${words.people} ${words.span} ішінде ${words.toAccounts} ${words.paid} аударды.`;
  },
  left(facts, words, end) {
    if (facts.leftShare === 0)
      return end === null ? 'Ақша әзірге ешқайда кетпеген.' : `Ақша ${end} шотында қалды.`;
    const through = facts.furtherAccounts > 0 ? `${words.throughFurther} ` : '';
    const to = end === null ? 'басқа шоттарға' : `${end} шотына`;
    const gone = `Бұл ақшаның ${words.share}-ы ${words.within} ішінде ${through}${to} кетті`;
    if (end !== null && facts.end !== null && facts.end.cashMinor > 0)
      return `${gone}, сол шоттан ${words.endCash} қолма-қол немесе криптовалютамен шығарылды.`;
    if (facts.cashMinor > 0)
      return `${gone}; ${words.cash} қолма-қол немесе криптовалютамен шығарылды.`;
    return end === null ? `${gone}.` : `${gone}, оған барлығы ${words.endReceived} түсті.`;
  },
};

const ENGLISH: Teller = {
  paid(facts, words) {
    if (facts.payers === 0)
      return `${words.paid} moved through ${words.throughPaid} within ${words.span}.`;
    return `${words.people} paid ${words.paid} to ${words.toAccounts} within ${words.span}.`;
  },
  left(facts, words, end) {
    if (facts.leftShare === 0)
      return end === null ? 'The money has not left yet.' : `The money stayed at ${end}.`;
    const through = facts.furtherAccounts > 0 ? ` through ${words.throughFurther}` : '';
    const to = end === null ? '' : ` to ${end}`;
    const gone = `Of this money ${words.share} left within ${words.within}${through}${to}`;
    if (end !== null && facts.end !== null && facts.end.cashMinor > 0)
      return `${gone}, which took out ${words.endCash} in cash or crypto.`;
    if (facts.cashMinor > 0) return `${gone}; ${words.cash} was taken out in cash or crypto.`;
    return end === null ? `${gone}.` : `${gone}, which received ${words.endReceived}.`;
  },
};

const TELLERS: Readonly<Record<Language, Teller>> = { ru: RUSSIAN, kk: KAZAKH, en: ENGLISH };
