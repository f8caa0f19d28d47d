import type { Span } from '../../domain/card.ts';
import { HEARD_AS_CYRILLIC, ONLY_LATIN, SEEN_AS_CYRILLIC, SEEN_AS_LATIN } from './look-alikes.ts';
import { type Sign, signsOf } from './normalise-letters.ts';
import { classOf, SIGN } from './sign-class.ts';

/** Where each UTF-16 unit of a normalised text came from in the original: `[start, end)`. */
export interface OffsetMap {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** A word of the normalised text whose letters were replaced. */
export interface ReplacedWord extends Span {
  /** The word if its foreign letters were meant by their sound and not by their look. */
  readonly heard: string;
  /** Mixed alphabets, a sign of hiding; otherwise digits stood for letters. */
  readonly mixed: boolean;
}

export interface Normalised {
  /** Lower case; look-alikes, spaced and stretched letters written plainly. */
  readonly text: string;
  readonly map: OffsetMap;
  /** In the order of the text. */
  readonly replaced: readonly ReplacedWord[];
}

/**
 * A text as it is to be read: compatibility forms opened, unseen signs dropped, letters that only look like others replaced
 * (only in words that mix alphabets), letters spaced or dotted apart joined, stretched letters squeezed, lower case.
 * Kazakh letters stay. Never throws; linear in the length of the text.
 */
export function normalise(text: string): Normalised {
  const joined = joinSpaced(signsOf(text));
  const squeezed = squeeze(joined);
  const { signs, replaced } = replaceLookAlikes(squeezed);
  let out = '';
  const starts: number[] = [];
  const ends: number[] = [];
  const places: number[] = [];
  for (const sign of signs) {
    places.push(out.length);
    const lower = sign.text.toLowerCase();
    for (let unit = 0; unit < lower.length; unit++) {
      starts.push(sign.start);
      ends.push(sign.end);
    }
    out += lower;
  }
  places.push(out.length);
  return {
    text: out,
    map: { starts: Int32Array.from(starts), ends: Int32Array.from(ends) },
    replaced: replaced.map((word) => ({
      ...word,
      start: places[word.start],
      end: places[word.end],
    })),
  };
}

/** The place in the original of a stretch of the normalised text. */
export function originalSpan({ starts, ends }: OffsetMap, { start, end }: Span): Span {
  if (end <= start) return { start: starts[start] ?? 0, end: starts[start] ?? 0 };
  return { start: starts[start], end: ends[end - 1] };
}

const has = (sign: string, kinds: number): boolean => (classOf(sign) & kinds) !== 0;
const isLetter = (sign: Sign | undefined): boolean =>
  sign !== undefined && has(sign.text, SIGN.letter | SIGN.number);
/** What is put between letters to hide a word. */
const BETWEEN = /^[ .\-_*·•|/,~]$/u;
/** Single letters in a row that make a word: 'т.д.' and 'я и к' are none, 'п р о б е й' is. */
const SPACED_FEWEST = 4;

/** Joins 'П р о б е й' and 'з.а.к.л.а.д': single letters with the same one sign between, four or more in a row. */
function joinSpaced(signs: readonly Sign[]): Sign[] {
  const out: Sign[] = [];
  for (let i = 0; i < signs.length; ) {
    const alone = isLetter(signs[i]) && !isLetter(signs[i - 1]) && !has(signs[i].text, SIGN.number);
    const between = alone && i + 1 < signs.length ? signs[i + 1].text : '';
    if (!BETWEEN.test(between)) {
      out.push(signs[i++]);
      continue;
    }
    let last = i;
    while (
      signs[last + 1]?.text === between &&
      isLetter(signs[last + 2]) &&
      !isLetter(signs[last + 3])
    )
      last += 2;
    const letters = (last - i) / 2 + 1;
    for (let k = i; k <= last; k += letters >= SPACED_FEWEST ? 2 : 1) out.push(signs[k]);
    i = last + 1;
  }
  return out;
}

/** One letter for three or more of the same in a row; its place is that of all of them. Digits stay. */
function squeeze(signs: readonly Sign[]): Sign[] {
  const out: Sign[] = [];
  for (let i = 0; i < signs.length; ) {
    const lower = signs[i].text.toLowerCase();
    let end = i + 1;
    if (has(signs[i].text, SIGN.letter))
      while (end < signs.length && signs[end].text.toLowerCase() === lower) end++;
    if (end - i >= 3) out.push({ ...signs[i], end: signs[end - 1].end });
    else for (let k = i; k < end; k++) out.push(signs[k]);
    i = end;
  }
  return out;
}

/** Writes every word in one alphabet; what was replaced is told by its places among the signs. */
function replaceLookAlikes(signs: readonly Sign[]): { signs: Sign[]; replaced: ReplacedWord[] } {
  const out: Sign[] = [];
  const replaced: ReplacedWord[] = [];
  for (let i = 0; i < signs.length; ) {
    let end = i;
    while (end < signs.length && isLetter(signs[end])) end++;
    if (end === i) {
      out.push(signs[i++]);
      continue;
    }
    const word = signs.slice(i, end);
    const alphabet = alphabetOf(word);
    out.push(...(alphabet === undefined ? word : rewritten(word, alphabet)));
    if (alphabet !== undefined)
      replaced.push({
        start: i,
        end,
        heard: textOf(alphabet === SEEN_AS_CYRILLIC ? rewritten(word, HEARD_AS_CYRILLIC) : word),
        mixed: word.some(({ text }) => has(text, SIGN.latinOrGreek)),
      });
    i = end;
  }
  return { signs: out, replaced };
}

const textOf = (word: readonly Sign[]): string =>
  word.map(({ text }) => text.toLowerCase()).join('');

const rewritten = (word: readonly Sign[], letters: ReadonlyMap<string, string>): Sign[] =>
  word.map((sign) => ({ ...sign, text: letters.get(sign.text) ?? sign.text }));

/** The letters to write a word with, or undefined when it hides nothing. */
function alphabetOf(word: readonly Sign[]): ReadonlyMap<string, string> | undefined {
  let cyrillic = 0;
  let other = 0;
  let digits = 0;
  for (const { text } of word) {
    if (has(text, SIGN.cyrillic)) cyrillic++;
    else if (has(text, SIGN.latinOrGreek)) other++;
    else if (has(text, SIGN.digit)) digits++;
  }
  if (cyrillic === 0 || other + digits === 0) return undefined;
  if (other === 0 && !hidesInDigits(word, digits)) return undefined;
  const looksLatin =
    word.some(({ text }) => ONLY_LATIN.test(text)) &&
    word.every(({ text }) => !has(text, SIGN.cyrillic) || SEEN_AS_LATIN.has(text));
  if (looksLatin && other >= cyrillic) return SEEN_AS_LATIN;
  return SEEN_AS_CYRILLIC;
}

/** 'Ра6ота', '3акладчик': one or two digits among four letters or more, and not a number with its unit ('3месяца', '18лет'). */
function hidesInDigits(word: readonly Sign[], digits: number): boolean {
  const letters = word.length - digits;
  if (digits > 2 || letters < 3 || digits * 2 > letters) return false;
  const inner = word.findIndex(
    ({ text }, at) => has(text, SIGN.digit) && at > 0 && at < word.length - 1,
  );
  if (inner > 0) return true;
  return (
    has(word[0].text, SIGN.digit) &&
    !UNIT.test(
      word
        .slice(1)
        .map(({ text }) => text)
        .join(''),
    )
  );
}

/** Words that follow a number written together with them. */
const UNIT =
  /^(лет|год|мес|дн|ден|нед|час|мин|тыс|млн|руб|тен|тг|шт|раз|чел|кв|эт|ком|кг|гр|км|рубл|айл|жыл|кун|күн|ай|мың|адам)/iu;
