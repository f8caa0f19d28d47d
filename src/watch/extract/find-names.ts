import { skeletonOf } from './confusable-letters.ts';
import type { NamedEntry, TextWord, WordPattern } from './named-words.ts';
import { patternsOf } from './named-words.ts';

export interface NameFound {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** Stems shorter than this are whole words in the data; the index is by that many letters. */
const KEY_LETTERS = 3;
/** Longest ending behind a stem: 'алматылықтардың'. */
const ENDING_MOST = 12;
/** A word of letters with signs among them: 'k@spi', 'kr**en'. A dot ends a word. */
const WORD = /[\p{L}\d](?:[\p{L}\d@$*|!]{0,60}[\p{L}\d*])?/gu;
/** At least four letters, each apart: 'к а с п и', 'K.a.s.p.i'. */
const SPACED = /(?<![\p{L}\d])\p{L}(?:[ .\-_*]\p{L}){3,19}(?![\p{L}\d])/gu;
const WORDS_MOST = 5_000;

/** Finds names of a kind (banks, brands or cities) in words of a text. */
export class NameFinder {
  readonly #byKey = new Map<string, WordPattern[]>();
  readonly #bySkeleton = new Map<string, { id: string; isStem: boolean }>();
  /** Names of one word by length: what a masked word is compared with. */
  readonly #byLength = new Map<number, { id: string; text: string }[]>();

  constructor(entries: readonly NamedEntry[]) {
    for (const pattern of patternsOf(entries)) {
      const [first] = pattern.words;
      if (pattern.needs !== 'hidden') {
        const key = first.text.slice(0, KEY_LETTERS);
        this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), pattern]);
      }
      if (pattern.words.length > 1 || first.text.length < 4) continue;
      this.#bySkeleton.set(skeletonOf(first.text), { id: pattern.id, isStem: first.isStem });
      const sameLength = this.#byLength.get(first.text.length) ?? [];
      this.#byLength.set(first.text.length, [...sameLength, { id: pattern.id, text: first.text }]);
    }
    for (const patterns of this.#byKey.values())
      patterns.sort((a, b) => b.words.length - a.words.length || lettersOf(b) - lettersOf(a));
  }

  /** Names among the words, the longest where two begin alike; none overlaps another. */
  find(text: string, words: readonly TextWord[]): NameFound[] {
    const found: NameFound[] = [];
    for (let at = 0; at < words.length; at++) {
      const named = this.#named(text, words, at);
      if (named !== undefined) {
        const last = words[at + named.count - 1];
        found.push({ id: named.id, start: words[at].start, end: last.end });
        at += named.count - 1;
        continue;
      }
      const id = this.#hidden(words[at].text);
      if (id !== undefined) found.push({ id, start: words[at].start, end: words[at].end });
    }
    return found;
  }

  #named(
    text: string,
    words: readonly TextWord[],
    at: number,
  ): { id: string; count: number } | undefined {
    const candidates = this.#byKey.get(words[at].text.slice(0, KEY_LETTERS));
    if (candidates === undefined) return undefined;
    for (const { id, words: wanted, needs } of candidates) {
      if (!wanted.every((word, i) => fits(words[at + i], word))) continue;
      if (wanted.length > 1 && !areBeside(text, words, at, wanted.length)) continue;
      if (needs === 'capital' && !isNameAmid(text, words[at])) continue;
      return { id, count: wanted.length };
    }
    return undefined;
  }

  /** The name that has this skeleton, or whose stem the skeleton begins with. */
  #alike(skeleton: string): string | undefined {
    const shortest = Math.max(4, skeleton.length - ENDING_MOST);
    for (let length = skeleton.length; length >= shortest; length--) {
      const named = this.#bySkeleton.get(skeleton.slice(0, length));
      if (named !== undefined && (named.isStem || length === skeleton.length)) return named.id;
    }
    return undefined;
  }

  /** A word with letters replaced or starred out. */
  #hidden(word: string): string | undefined {
    if (word.length < 4 || !isSuspicious(word)) return undefined;
    if (!word.includes('*')) return this.#alike(skeletonOf(word));
    const known = word.length - word.split('*').length + 1;
    if (known < 2 || known * 2 < word.length) return undefined;
    return this.#byLength.get(word.length)?.find(({ text }) => fitsMask(word, text))?.id;
  }
}

const lettersOf = ({ words }: WordPattern): number =>
  words.reduce((sum, { text }) => sum + text.length, 0);

function fits(
  word: TextWord | undefined,
  wanted: { readonly text: string; readonly isStem: boolean },
): boolean {
  if (word === undefined) return false;
  if (!wanted.isStem) return word.text === wanted.text;
  return word.text.startsWith(wanted.text) && word.text.length <= wanted.text.length + ENDING_MOST;
}

function areBeside(text: string, words: readonly TextWord[], at: number, count: number): boolean {
  for (let i = at + 1; i < at + count; i++)
    if (!/^[ \-.'"]{1,2}$/.test(text.slice(words[i - 1].end, words[i].start))) return false;
  return true;
}

/** Written with a capital letter, and not because a sentence begins: 'в Семей', '📍Семей', a line of its own. */
function isNameAmid(text: string, { start, end }: TextWord): boolean {
  const first = text[start];
  if (first === first.toLowerCase()) return false;
  const before = text.slice(Math.max(0, start - 4), start).trimEnd();
  const beginsSentence =
    before === '' ? true : /[.!?\n]$/.test(before) && !/(?:^|[^\p{L}])[гқ]\.$/iu.test(before);
  const alone =
    /^[ ,;:)]{0,2}(?:\n|$)/.test(text.slice(end, end + 3)) ||
    /^ ?(?:қ\.|қала)/.test(text.slice(end, end + 6));
  return !beginsSentence || alone;
}

/** Of two alphabets, or with digits and signs among letters. */
function isSuspicious(word: string): boolean {
  if (/[@$*|!]/.test(word)) return true;
  const latin = /[a-z]/.test(word);
  const cyrillic = /[\u0400-\u04ff]/.test(word);
  return (latin && cyrillic) || (/\d/.test(word) && (latin || cyrillic));
}

function fitsMask(masked: string, text: string): boolean {
  for (let i = 0; i < masked.length; i++) {
    if (masked[i] === '*' || masked[i] === text[i]) continue;
    if (skeletonOf(masked[i]) !== skeletonOf(text[i])) return false;
  }
  return true;
}

/** Words of a folded text in lower case ('ё' as 'е'), in order; letters that stand apart make a word too. */
export function wordsOf(lower: string): TextWord[] {
  const words: TextWord[] = [];
  for (const match of lower.matchAll(WORD)) {
    if (words.length === WORDS_MOST) break;
    const text = match[0].includes('ё') ? match[0].replaceAll('ё', 'е') : match[0];
    words.push({ text, start: match.index, end: match.index + match[0].length });
  }
  for (const match of lower.matchAll(SPACED)) {
    const end = match.index + match[0].length;
    words.push({ text: match[0].replace(/[^\p{L}]/gu, ''), start: match.index, end });
  }
  return words;
}
