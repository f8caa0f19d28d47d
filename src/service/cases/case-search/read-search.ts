import { type AccountNaming, type ExactKey, exactKey } from '../../../screening/lists/exact-key.ts';
import { wordsOf } from '../case-words.ts';

/** What a line that somebody typed into the search may mean; each that fits is looked for. */
export interface ReadSearch {
  /** Beginning of a case's number, as it is written: 'KZ-2026-000123', or the last digits alone. */
  readonly number: string | undefined;
  /** Identifiers of people, accounts, wallets, posts. */
  readonly keys: readonly ExactKey[];
  /** Words of a title; all of them must be there. */
  readonly words: readonly string[];
}

const NUMBER = /^([A-Za-z]{2})-(\d{4})-(\d{1,6})$/;
const SAID = ['iin_or_bin', 'phone', 'account', 'card', 'wallet', 'handle'] as const;
/** Digits at the end of a number that are enough to mean it. */
const SHORT_NUMBER = /^\d{1,6}$/;

/**
 * Reads a search. Twelve digits are an IIN or BIN when their check digit says so; digits that are no identifier may be the
 * end of a case's number; a word with '@' before it is a handle, and one without is a word. `naming` says what the whole
 * system calls an account that the reader's own institution calls so.
 */
export function readSearch(text: string, naming?: AccountNaming): ReadSearch {
  const told = text.trim();
  const full = NUMBER.exec(told);
  if (full !== null) {
    const number = `${full[1].toUpperCase()}-${full[2]}-${full[3].padStart(6, '0')}`;
    return { number, keys: [], words: [] };
  }
  const keys = new Map<string, ExactKey>();
  for (const said of SAID) {
    if (said === 'handle' && !/^@|t\.me\//.test(told)) continue;
    const key = exactKey(said, told);
    if (key.ok) keys.set(`${key.value.kind} ${key.value.value}`, key.value);
  }
  // What a bank calls an account may be any word: it is looked for beside the words.
  const words = keys.size > 0 ? [] : wordsOf(told);
  const own = exactKey('account', told, naming);
  if (own.ok && keys.size === 0) keys.set('own', own.value);
  return {
    number: SHORT_NUMBER.test(told) ? told.padStart(6, '0') : undefined,
    keys: [...keys.values()],
    words,
  };
}
