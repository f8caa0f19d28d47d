import { type LegalForm, LONGEST_FORM, legalFormOf } from './legal-form.ts';
import { oneScript } from './letters.ts';
import type { NamedParty } from './name-match.ts';
import { type NameWord, readWord } from './name-word.ts';

/** A stretch of a name that is compared as one word: a word, or two words that others write as one. */
export interface Span {
  readonly word: NameWord;
  /** The first of its words, from 0. */
  readonly from: number;
  readonly words: 1 | 2;
}

/** A name as far as it is compared. */
export interface ReadName {
  readonly party: NamedParty;
  /** How many words it has without its form. */
  readonly size: number;
  /** All words in their order, then the joined pairs. */
  readonly spans: readonly Span[];
  readonly form: { readonly text: string; readonly kind: LegalForm } | undefined;
}

/** Characters of a name that are read; lists refuse longer ones when they are imported. */
const MOST_CHARACTERS = 500;
/** Words of a name that are compared: the longest names of the UN list have nine. */
const MOST_WORDS = 12;
/** A word of so few sounds is often written together with its neighbour (Нур Султан, Batu Khan). */
const SHORT = 3;

/** Words between names that say nothing of their own: the article and kinship of Arabic names, European particles. */
const PARTICLES = new Set(
  'al el ul as ash ad ibn bin ben bint binti аль эль ибн бин бен аш ас ад ал ел ул de von van der la le де фон ван дер ла ле'.split(
    ' ',
  ),
);
/** Kinship that stands apart from the father's name: `Нұрлан ұлы`. */
const KINSHIP =
  /^(?:ұлы|улы|қызы|кызы|оглы|оғлы|uly|uulu|qyzy|kyzy|kizi|qizi|oglu|oğlu|ogly|uli|ulı|ūly|qızı)$/;

const TOKEN = /[\p{L}\p{M}\p{N}]+(?:['’ʼʹ`´][\p{L}\p{M}\p{N}]*)*\.?/gu;
const APOSTROPHES = /[’ʼʹ`´]/g;
/** Invisible characters and soft hyphens that are copied along. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;

/** Reads one word; an index gives each word of its list only once. */
export type WordReader = (token: string, isDotted?: boolean) => NameWord;

/** Reads a name of any script. Bounded: 500 characters, 12 words; a name without letters and digits has no words. */
export function readName(text: string, party: NamedParty, read: WordReader = readWord): ReadName {
  const plain = text
    .slice(0, MOST_CHARACTERS)
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(APOSTROPHES, "'");
  const tokens = (plain.match(TOKEN) ?? []).map((token) => oneScript(token).toLowerCase());
  const { rest, form } = party === 'person' ? { rest: tokens, form: undefined } : takeForm(tokens);
  const named = party === 'unknown' && form !== undefined ? 'organisation' : party;
  return { party: named, form, ...spansOf(rest.slice(0, MOST_WORDS), read) };
}

const bare = (token: string): string => token.replace(/\.$/, '');

/** Takes the name of a form out, wherever it stands; a name that is nothing else keeps it. */
function takeForm(tokens: readonly string[]): Pick<ReadName, 'form'> & { rest: readonly string[] } {
  const found = [];
  for (let length = Math.min(LONGEST_FORM, tokens.length - 1); length > 0; length--)
    for (const from of new Set([tokens.length - length, 0])) {
      const text = tokens
        .slice(from, from + length)
        .map(bare)
        .join(' ');
      const kind = legalFormOf(text);
      if (kind !== undefined)
        found.push({ rest: tokens.toSpliced(from, length), form: { text, kind } });
    }
  // `Ақ` (white) begins many names, and is the Kazakh for АО.
  return (
    found.find(({ form }) => form.text !== 'ақ') ?? found[0] ?? { rest: tokens, form: undefined }
  );
}

function spansOf(tokens: readonly string[], read: WordReader): Pick<ReadName, 'spans' | 'size'> {
  const words: Span[] = [];
  const joins: Span[] = [];
  let particle = '';
  for (const token of withKinship(tokens)) {
    const text = bare(token);
    if (PARTICLES.has(text) && tokens.length > 1) {
      particle = text;
      continue;
    }
    const word = read(text, token.endsWith('.'));
    if (word.readings.length === 0) continue;
    const before = words.at(-1)?.word;
    const at = words.length;
    if (particle !== '') joins.push({ word: read(particle + text), from: at, words: 1 });
    else if (before !== undefined && isJoinable(before, word))
      joins.push({ word: read(before.text + word.text), from: at - 1, words: 2 });
    particle = '';
    words.push({ word, from: at, words: 1 });
  }
  return { size: words.length, spans: [...words, ...joins] };
}

/** `Нұрлан ұлы` is one word, and it is two to nobody. */
function withKinship(tokens: readonly string[]): string[] {
  const words: string[] = [];
  for (const token of tokens)
    if (words.length > 0 && KINSHIP.test(token)) words.push(bare(words.pop() ?? '') + token);
    else words.push(token);
  return words;
}

const soundsIn = ({ readings }: NameWord): number => readings[0].sounds.length;

const isJoinable = (a: NameWord, b: NameWord): boolean =>
  a.kind === 'word' && b.kind === 'word' && Math.min(soundsIn(a), soundsIn(b)) <= SHORT;
