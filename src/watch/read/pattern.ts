import type { Token, TokenKind } from './tokens.ts';

/** One place of a pattern: a word, its beginning, or a kind of token. */
interface Element {
  /** Whole words. */
  readonly words: ReadonlySet<string>;
  /** Beginnings of words: 'карт*'. */
  readonly stems: readonly string[];
  readonly kinds: readonly TokenKind[];
  /** Words that may stand between this place and the one before. */
  readonly gap: number;
}

/** A sequence of places, the first of them certain. */
export interface Pattern {
  readonly elements: readonly Element[];
}

/** '...' lets so many words stand between; so does '+', in either order. */
const GAP_WORDS = 4;
/** Places of one pattern. */
const ELEMENTS_MOST = 12;
/** Sequences that one line may stand for. */
const SEQUENCES_MOST = 200;

const KINDS: Readonly<Record<string, TokenKind>> = {
  '#': 'number',
  $: 'sum',
  '%': 'share',
  '@': 'contact',
};

/**
 * Compiles a line of the lexicon, folded and in lower case:
 *
 *     карт* аренд*              one after the other; '*' stands for any ending
 *     сда*|отда* ... карт*      one of several; up to four words between
 *     карт* + аренд*            near each other in either order
 *     оплата (в день|сразу)?    a group; with '?' it may be missing
 *     по данным / по словам     whole lines to choose from
 *     # ... $                   '#' a number, '$' a sum of money, '%' a share, '@' a contact
 *
 * The text says what is wrong with one that cannot be read.
 */
export function compilePattern(line: string): readonly Pattern[] | string {
  const patterns: Pattern[] = [];
  for (const choice of line.trim().split(/\s+\/\s+/)) {
    const read = readChoice(choice);
    if (typeof read === 'string') return read;
    patterns.push(...read);
    if (patterns.length > SEQUENCES_MOST) return `stands for more than ${SEQUENCES_MOST} sequences`;
  }
  return patterns;
}

function readChoice(choice: string): readonly Pattern[] | string {
  const sides: Element[][][] = [];
  for (const side of choice.split(/\s+\+\s+/)) {
    const read = readSequence(side);
    if (typeof read === 'string') return read;
    sides.push(read);
  }
  if (sides.length > 2) return "more than one '+'";
  if (sides.length === 1) return checked(sides[0]);
  const near = ([first, ...rest]: Element[]): Element[] => [{ ...first, gap: GAP_WORDS }, ...rest];
  const both = (a: Element[][], b: Element[][]): Element[][] =>
    a.flatMap((one) => b.map((other) => [...one, ...near(other)]));
  return checked([...both(sides[0], sides[1]), ...both(sides[1], sides[0])]);
}

function checked(sequences: readonly Element[][]): readonly Pattern[] | string {
  for (const elements of sequences) {
    if (elements.length === 0) return 'no words';
    if (elements.length > ELEMENTS_MOST) return `more than ${ELEMENTS_MOST} words`;
  }
  return sequences.map((elements) => ({ elements }));
}

/** Groups '(…)', '(…)?' and words between blanks. */
const PART = /\(([^()]*)\)(\?)?|([^\s()]+)/gy;

/** All sequences that a line with groups stands for. */
function readSequence(side: string): Element[][] | string {
  let sequences: Element[][] = [[]];
  let gap = 0;
  let at = 0;
  const line = side.trim();
  while (at < line.length) {
    PART.lastIndex = at;
    const part = PART.exec(line);
    if (part === null) return `'${line.slice(at, at + 20)}' cannot be read`;
    at = PART.lastIndex;
    while (line[at] === ' ') at++;
    const [, group, optional, word] = part;
    if (word === '...') {
      if (sequences[0].length === 0) return "'...' at the beginning";
      gap = GAP_WORDS;
      continue;
    }
    const choices = group === undefined ? readWords(word, gap) : readGroup(group, gap);
    if (typeof choices === 'string') return choices;
    const longer = sequences.flatMap((one) => choices.map((more) => [...one, ...more]));
    sequences = optional === undefined ? longer : [...sequences, ...longer];
    if (sequences.length > SEQUENCES_MOST)
      return `stands for more than ${SEQUENCES_MOST} sequences`;
    // What stands after something optional may be as far as it could have been.
    if (optional === undefined) gap = 0;
  }
  return gap > 0 && line.endsWith('...') ? "'...' at the end" : sequences;
}

function readWords(word: string, gap: number): Element[][] | string {
  const element = readElement(word.split('|'), gap);
  return typeof element === 'string' ? element : [[element]];
}

/** Single words of a group become one place; longer choices are sequences of their own. */
function readGroup(group: string, gap: number): Element[][] | string {
  const choices = group.split('|').map((choice) => choice.trim().split(/\s+/));
  const single = choices.filter((choice) => choice.length === 1).map(([word]) => word);
  const sequences: Element[][] = [];
  if (single.length > 0) {
    const element = readElement(single, gap);
    if (typeof element === 'string') return element;
    sequences.push([element]);
  }
  for (const choice of choices) {
    if (choice.length === 1) continue;
    const elements: Element[] = [];
    for (const [i, word] of choice.entries()) {
      const element = readElement([word], i === 0 ? gap : 0);
      if (typeof element === 'string') return element;
      elements.push(element);
    }
    sequences.push(elements);
  }
  return sequences;
}

const WORD = /^(\p{L}[\p{L}\p{N}']*\*?|\d{1,4}|[!?+₽€₸]|\p{Extended_Pictographic})$/u;

function readElement(choices: readonly string[], gap: number): Element | string {
  const words = new Set<string>();
  const stems: string[] = [];
  const kinds: TokenKind[] = [];
  for (const choice of choices) {
    if (choice in KINDS) kinds.push(KINDS[choice]);
    else if (!WORD.test(choice)) return `'${choice}' is no word`;
    else if (choice.endsWith('*')) stems.push(choice.slice(0, -1));
    else words.add(choice);
  }
  return { words, stems, kinds, gap };
}

/** First letters by which patterns are found; kinds by their sign. */
const KEY_LETTERS = 2;

/** Where to look a pattern up: the beginnings of what may stand first. */
export function keysOf({ elements: [first] }: Pattern): readonly string[] {
  return [
    ...[...first.words].map((word) => word.slice(0, KEY_LETTERS)),
    ...first.stems.map((stem) => stem.slice(0, KEY_LETTERS)),
    ...first.kinds.map((kind) => `=${kind}`),
  ];
}

/** The keys under which patterns that may begin at a token are. */
export function tokenKeys({ kind, text, other }: Token): readonly string[] {
  const keys = [text.slice(0, KEY_LETTERS)];
  if (kind !== 'word' && kind !== 'sign') keys.push(`=${kind}`);
  if (kind === 'word' && text.length > 1) keys.push(text.slice(0, 1));
  if (kind === 'sum') keys.push('=number');
  const second = other?.slice(0, KEY_LETTERS);
  if (second !== undefined && second !== keys[0]) keys.push(second);
  return keys;
}

/** The index after the last token of a match that begins at `at`, or -1. */
export function matchAt({ elements }: Pattern, tokens: readonly Token[], at: number): number {
  return step(elements, tokens, 0, at);
}

function step(
  elements: readonly Element[],
  tokens: readonly Token[],
  e: number,
  at: number,
): number {
  if (e === elements.length) return at;
  const element = elements[e];
  const last = Math.min(tokens.length - 1, at + element.gap);
  for (let i = at; i <= last; i++) {
    if (!meets(element, tokens[i])) continue;
    const end = step(elements, tokens, e + 1, i + 1);
    if (end >= 0) return end;
  }
  return -1;
}

function meets({ words, stems, kinds }: Element, { kind, text, other }: Token): boolean {
  if (kinds.length > 0 && (kinds.includes(kind) || (kind === 'sum' && kinds.includes('number'))))
    return true;
  if (words.has(text) || (other !== undefined && words.has(other))) return true;
  for (const stem of stems)
    if (text.startsWith(stem) || other?.startsWith(stem) === true) return true;
  return false;
}
