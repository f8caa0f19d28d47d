import type { Channel, Purpose } from '../../domain/transfer.ts';
import { CHANNEL_WORDS, DIRECTION_WORDS, PURPOSE_WORDS, REVERSAL_WORDS } from './purpose-words.ts';
import { normalSpelling } from './spelling.ts';

/** What a row says about itself, besides who and how much. */
export interface RowTexts {
  readonly kind: string;
  /** Money transfer system, '' for none. */
  readonly system: string;
  readonly knp: string;
  readonly purpose: string;
  /** The other side is said to be a non-resident. */
  readonly foreign: boolean;
  /** Both accounts have one owner. */
  readonly ownAccounts: boolean;
  readonly payeeIsPerson: boolean;
}

/** How money moved and what for, as far as the row's texts tell. The kind column outweighs the purpose text. */
export function classify(texts: RowTexts): { channel: Channel; purpose: Purpose } {
  const kind = normalSpelling(texts.kind);
  const purpose = normalSpelling(`${texts.purpose} ${/^\d{3}$/.test(texts.knp) ? '' : texts.knp}`);
  const spoken = firstHit(CHANNEL_WORDS, kind) ?? firstHit(CHANNEL_WORDS, purpose);
  const silent = kind === '' && purpose === '' && texts.system === '' ? 'unknown' : 'transfer';
  const channel = spoken ?? (texts.foreign ? 'abroad' : silent);
  return { channel, purpose: purposeOf(texts, kind, purpose) };
}

/** «Кредит» and «дебет» in a kind are sides of the account, not loans. */
const BOOKKEEPING = /(?<= |^)(?:по )?(?:кредит|кредиту|дебет|дебету)(?= |$)/g;

function purposeOf(texts: RowTexts, kind: string, purpose: string): Purpose {
  if (texts.ownAccounts) return 'own';
  return (
    purposeOfKnp(texts.knp, texts.payeeIsPerson) ??
    firstHit(PURPOSE_WORDS, purpose) ??
    firstHit(PURPOSE_WORDS, kind.replace(BOOKKEEPING, ' ')) ??
    'unknown'
  );
}

/**
 * Only what is sure of the payment purpose codes (NBK resolution No 203 of 31.08.2016): section 0 is pensions and
 * benefits, paid in when the payee is an organisation and paid out when it is a person; 121 to 124 are medical
 * insurance contributions; section 7 goods; section 9 the budget.
 */
function purposeOfKnp(knp: string, payeeIsPerson: boolean): Purpose | undefined {
  if (!/^\d{3}$/.test(knp)) return undefined;
  if (knp.startsWith('0')) return payeeIsPerson ? 'benefit' : 'tax';
  if (knp >= '121' && knp <= '124') return 'tax';
  if (knp.startsWith('7')) return 'goods';
  return knp.startsWith('9') ? 'tax' : undefined;
}

/** Direction of money by the words of an operation's kind: 'out' is the words' debit. */
export function directionOfKind(kind: string): 'in' | 'out' | undefined {
  const text = normalSpelling(kind);
  if (DIRECTION_WORDS.out.some((word) => hasPhrase(text, word))) return 'out';
  return DIRECTION_WORDS.in.some((word) => hasPhrase(text, word)) ? 'in' : undefined;
}

/** The row says that it takes a payment back: by its kind, or at the beginning of its purpose. */
export function isReversalText({ kind, purpose }: { kind: string; purpose: string }): boolean {
  const spelled = normalSpelling(kind);
  const start = normalSpelling(purpose);
  return REVERSAL_WORDS.some((word) => hasPhrase(spelled, word) || start.startsWith(word));
}

type WordLists<T> = readonly (readonly [T, readonly string[]])[];

/** Texts of a statement repeat: what was found for one is kept, up to a bound. */
const FOUND = new Map<WordLists<unknown>, Map<string, unknown>>();
const MOST_FOUND = 10_000;

function firstHit<T>(lists: WordLists<T>, text: string): T | undefined {
  if (text === '') return undefined;
  let found = FOUND.get(lists) as Map<string, T | undefined> | undefined;
  if (found === undefined || found.size >= MOST_FOUND) {
    found = new Map();
    FOUND.set(lists, found);
  }
  if (found.has(text)) return found.get(text);
  const hit = lists.find(([, phrases]) => phrases.some((phrase) => hasPhrase(text, phrase)))?.[0];
  found.set(text, hit);
  return hit;
}

const PATTERNS = new Map<string, RegExp>();

/** Every word of the phrase begins a word of the text, one after another; words under three letters stand whole, as do Latin ones. */
function hasPhrase(text: string, phrase: string): boolean {
  let pattern = PATTERNS.get(phrase);
  if (pattern === undefined) {
    const words = phrase
      .split(' ')
      .map((word) => word + (word.length < 3 || /[a-z]/.test(word) ? '' : '\\p{L}*'));
    pattern = new RegExp(`(?:^| )${words.join(' ')}(?: |$)`, 'u');
    PATTERNS.set(phrase, pattern);
  }
  return pattern.test(text);
}
