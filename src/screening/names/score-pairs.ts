import { isCommonWord } from './legal-form.ts';
import type { NameWord } from './name-word.ts';
import { bits, ownWords, type WordPair } from './pair-words.ts';
import type { ReadName } from './read-name.ts';

/** What a father's name counts beside a surname or a given name, which count 1. */
export const PATRONYMIC = 0.7;
/** A word that many organisations have. */
const COMMON = 0.45;
/** One more name on one side (a second given name, a tribe), where two others met. */
const SURPLUS = 0.15;
/** One more word where only one met: a surname alone is nobody. All words of an organisation count. */
const SURPLUS_OF_ONE = 0.5;
/** Both tell a legal form, and not the same one. */
const OTHER_FORM = 0.97;
/** One side tells a father's name and the other none. */
const NO_PATRONYMIC = 0.99;
/** A person is no organisation; a sole trader is both. */
const OTHER_PARTY = 0.6;

/** What of a name met nothing. */
interface Rest {
  /** Weight of its own words. */
  own: number;
  /** Weight of those that stand against an unmet father's name: initials, and all where this side tells a father too. */
  other: number;
  /** How many patronymics. */
  fathers: number;
}

/** How much of two names met, 0..1: likeness of the pairs, weighed, over what could have met. Initials alone are nobody. */
export function scorePairs(asked: ReadName, listed: ReadName, pairs: readonly WordPair[]): number {
  if (pairs.every(isByInitial)) return 0;
  const isCompany = asked.party === 'organisation' || listed.party === 'organisation';
  let met = 0;
  let whole = 0;
  for (const { asked: one, listed: other, likeness } of pairs) {
    const weight = Math.max(weightOf(one.word, isCompany), weightOf(other.word, isCompany));
    met += weight * likeness;
    whole += weight;
  }
  whole += unmetWeight(asked, listed, pairs, isCompany);
  return (met / whole) * factorOf(asked, listed);
}

const isByInitial = ({ asked: { word: a }, listed: { word: l } }: WordPair): boolean =>
  a.kind === 'initial' || l.kind === 'initial';

function weightOf(word: NameWord, isCompany: boolean): number {
  if (isCompany) return isCommonWord(word.text) ? COMMON : 1;
  return word.isPatronymic ? PATRONYMIC : 1;
}

function unmetWeight(
  asked: ReadName,
  listed: ReadName,
  pairs: readonly WordPair[],
  isCompany: boolean,
): number {
  const a = restOf(asked, usedBits(pairs, 'asked'), isCompany);
  const l = restOf(listed, usedBits(pairs, 'listed'), isCompany);
  const strangers = Math.min(a.own, l.own);
  const surplus = Math.max(a.own, l.own) - strangers;
  const isOther =
    (a.fathers > 0 && (l.fathers > 0 || l.other > strangers)) ||
    (l.fathers > 0 && a.other > strangers);
  if (isOther) return strangers + PATRONYMIC;
  return strangers + surplus * (isCompany || pairs.length < 2 ? SURPLUS_OF_ONE : SURPLUS);
}

function usedBits(pairs: readonly WordPair[], side: 'asked' | 'listed'): number {
  let used = 0;
  for (const pair of pairs) used |= bits(pair[side]);
  return used;
}

function restOf(name: ReadName, used: number, isCompany: boolean): Rest {
  const rest = { own: 0, other: 0, fathers: 0 };
  const hasFather = ownWords(name) < name.size;
  for (let at = 0; at < name.size; at++) {
    if ((used & (1 << at)) !== 0) continue;
    const { word } = name.spans[at];
    const weight = weightOf(word, isCompany);
    if (word.isPatronymic && !isCompany) rest.fathers++;
    else rest.own += weight;
    if (word.kind === 'initial' || (hasFather && !word.isPatronymic)) rest.other += weight;
  }
  return rest;
}

function factorOf(asked: ReadName, listed: ReadName): number {
  let factor = 1;
  if (asked.form && listed.form && asked.form.kind !== listed.form.kind) factor *= OTHER_FORM;
  if (isOtherParty(asked, listed) || isOtherParty(listed, asked)) factor *= OTHER_PARTY;
  const hasFather = ownWords(asked) < asked.size;
  if (hasFather !== ownWords(listed) < listed.size) factor *= NO_PATRONYMIC;
  return factor;
}

const isOtherParty = (one: ReadName, other: ReadName): boolean =>
  one.party === 'person' && other.party === 'organisation' && other.form?.kind !== 'sole';
