import {
  CHANNELS,
  type Channel,
  channelCode,
  PURPOSES,
  type Purpose,
  purposeCode,
} from '../domain/transfer.ts';

/**
 * Words of other systems for how money moved, as `wordKey` spells them. Sources: the type lists of PaySim, AMLSim,
 * IBM AML and Tide; ISO 20022 external code sets; Russian and Kazakh by usage. PAYMENT stands beside TRANSFER in these
 * lists and means paying a merchant. What is not here is 'unknown'.
 */
const CHANNEL_OF: Readonly<Partial<Record<Channel, readonly string[]>>> = {
  transfer: [
    'transfer',
    'wire',
    'ach',
    'p2p',
    'credittransfer',
    'cheque',
    'check',
    'reinvestment',
    'sepa',
    'instant',
    'rtp',
    'trf',
    'xfer',
    'перевод',
    'аударым',
  ],
  purchase: [
    'payment',
    'purchase',
    'creditcard',
    'debitcard',
    'card',
    'pos',
    'ccrd',
    'dcrd',
    'merchant',
    'покупка',
    'оплата',
    'сатыпалу',
  ],
  cash_in: ['cashin', 'deposit', 'cashdeposit', 'cdpt', 'взнос', 'пополнение', 'толтыру'],
  cash_out: ['cashout', 'withdrawal', 'cashwithdrawal', 'atm', 'cwdl', 'снятие', 'шешу'],
  exchange: ['bitcoin', 'crypto', 'exchange', 'usdt', 'крипто'],
  abroad: ['abroad', 'crossborder', 'xbct', 'swift', 'зарубеж'],
};

/** ISO 20022 external purpose codes (ExternalPurpose1Code) and plain words for what a payment is for. */
const PURPOSE_OF: Readonly<Partial<Record<Purpose, readonly string[]>>> = {
  own: ['own', 'ownaccount', 'intc', 'собственныесредства'],
  salary: ['salary', 'sala', 'payr', 'bonu', 'зарплата', 'заработнаяплата', 'жалақы'],
  benefit: [
    'benefit',
    'bene',
    'ssbe',
    'pens',
    'pension',
    'stipend',
    'govt',
    'пенсия',
    'пособие',
    'стипендия',
    'зейнетақы',
    'жәрдемақы',
    'шәкіртақы',
  ],
  rent: ['rent', 'rentalpayment', 'аренда', 'жалдау'],
  loan: ['loan', 'credit', 'займ', 'кредит', 'несие', 'қарыз'],
  loan_return: [
    'loanreturn',
    'loar',
    'loanrepayment',
    'погашениекредита',
    'возвратзайма',
    'несиеөтеу',
  ],
  goods: ['goods', 'gdds', 'gdsv', 'scve', 'shopping', 'товары', 'услуги', 'тауар'],
  gift: ['gift', 'подарок', 'сыйлық'],
  charity: ['charity', 'char', 'благотворительность', 'қайырымдылық'],
  tax: ['tax', 'taxs', 'vatx', 'налог', 'салық'],
  utility: ['utility', 'ubil', 'elec', 'gasb', 'phon', 'wtes', 'коммунальные', 'коммуналдық'],
};

/** ISO 4217 codes by the other ways a file names them. */
const CURRENCY_OF: Readonly<Record<string, string>> = {
  '398': 'KZT',
  '₸': 'KZT',
  тенге: 'KZT',
  теңге: 'KZT',
  тг: 'KZT',
  tenge: 'KZT',
  '643': 'RUB',
  '₽': 'RUB',
  рубль: 'RUB',
  руб: 'RUB',
  ruble: 'RUB',
  rur: 'RUB',
  '840': 'USD',
  $: 'USD',
  usdollar: 'USD',
  доллар: 'USD',
  '978': 'EUR',
  '€': 'EUR',
  euro: 'EUR',
  евро: 'EUR',
  '156': 'CNY',
  yuan: 'CNY',
  юань: 'CNY',
  '826': 'GBP',
  ukpound: 'GBP',
};

const wordKey = (word: string): string =>
  word
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}\p{Sc}]/gu, '');

function codesOf(
  words: Readonly<Partial<Record<string, readonly string[]>>>,
  code: (name: string) => number,
): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(words).flatMap(([name, list]) =>
      (list ?? []).map((word): [string, number] => [word, code(name)]),
    ),
  );
}

const CHANNEL_CODES = codesOf(CHANNEL_OF, (name) => CHANNELS.indexOf(name as Channel));
const PURPOSE_CODES = codesOf(PURPOSE_OF, (name) => PURPOSES.indexOf(name as Purpose));

/** 'Cash' alone does not say which way; whoever knows the two sides decides. Never stored. */
export const CASH_EITHER_WAY = 255;

/** Index into CHANNELS (or CASH_EITHER_WAY) of a word of any known system or of our own names; 0 when it says nothing. */
export function channelOfWord(word: string): number {
  const own = channelCode(word as Channel);
  if (own >= 0) return own;
  const key = wordKey(word);
  return key === 'cash' ? CASH_EITHER_WAY : (CHANNEL_CODES.get(key) ?? 0);
}

/** Index into PURPOSES, likewise. */
export function purposeOfWord(word: string): number {
  const own = purposeCode(word as Purpose);
  return own >= 0 ? own : (PURPOSE_CODES.get(wordKey(word)) ?? 0);
}

/** ISO 4217 code of a currency word, or the word itself, upper case, when it is none of the known. */
export const currencyOfWord = (word: string): string =>
  CURRENCY_OF[wordKey(word)] ?? word.trim().toUpperCase();
