/**
 * A post with what only hides its characters taken away: zero-width signs, combining strokes and keycaps, full-width and
 * mathematical letters and digits, odd spaces and dashes. Case stays: an invitation and a wallet tell cases apart.
 */
export interface FoldedText {
  readonly text: string;
  /** The same in lower case, unit for unit. */
  readonly lower: string;
  /** Place in the text as it came of every unit, and its length at the end; undefined where nothing moved. */
  readonly places: Uint32Array | undefined;
  readonly originalLength: number;
}

/** Characters that stand for themselves. */
const PLAIN = /^[\n -~\u0400-\u0482\u048a-\u04ff]*$/;
const DROPPED = /^[\p{Cf}\p{Me}\p{Mn}\r]$/u;
const SPACE = /^[\p{Zs}\t\v\f]$/u;
const LINE_END = /^[\u2028\u2029\u0085]$/;
/** Letters that people write in two code points: the second one is a mark. */
const COMPOSED: Readonly<Record<string, string>> = {
  'и\u0306': 'й',
  'И\u0306': 'Й',
  'е\u0308': 'ё',
  'Е\u0308': 'Ё',
};

export function foldText(original: string): FoldedText {
  if (PLAIN.test(original))
    return {
      text: original,
      lower: original.toLowerCase(),
      places: undefined,
      originalLength: original.length,
    };
  const places = new Uint32Array(original.length * 3 + 1); // a sign becomes three at most
  let text = '';
  for (let at = 0; at < original.length; ) {
    const code = original.codePointAt(at) ?? 0;
    const size = code > 0xffff ? 2 : 1;
    const character = original.slice(at, at + size);
    const composed = size === 1 && text !== '' ? COMPOSED[text.slice(-1) + character] : undefined;
    if (composed !== undefined) {
      text = text.slice(0, -1) + composed;
    } else {
      const folded = foldedCharacter(character, code);
      for (let unit = 0; unit < folded.length; unit++) places[text.length + unit] = at;
      text += folded;
    }
    at += size;
  }
  places[text.length] = original.length;
  return { text, lower: text.toLowerCase(), places, originalLength: original.length };
}

const isPlain = (code: number): boolean =>
  code === 10 ||
  (code >= 0x20 && code < 0x7f) ||
  (code >= 0x400 && code < 0x483) ||
  (code >= 0x48a && code < 0x500);

/** What was found of each character so far; as many as there are in use, so no bound is needed below Unicode's own. */
const foldedBefore = new Map<number, string>();

function foldedCharacter(character: string, code: number): string {
  if (isPlain(code)) return character;
  const known = foldedBefore.get(code);
  if (known !== undefined) return known;
  const folded = fold(character);
  foldedBefore.set(code, folded);
  return folded;
}

function fold(character: string): string {
  if (DROPPED.test(character)) return '';
  if (SPACE.test(character)) return ' ';
  if (LINE_END.test(character)) return '\n';
  if (/^[\p{Pd}\u2212]$/u.test(character)) return '-';
  if (character === 'İ') return 'I'; // the one letter whose lower case is longer
  if (!/^[\p{L}\p{N}]$/u.test(character)) return character;
  const plain = character.normalize('NFKC');
  return /^[\p{L}\d]{1,3}$/u.test(plain) ? plain : character;
}

/** Where a stretch of the folded text stands in the text as it came. */
export function originalSpan(
  { places, originalLength }: FoldedText,
  start: number,
  end: number,
): { start: number; end: number } {
  if (places === undefined) return { start, end };
  const from = places[start];
  // The end is where the next kept character begins, without the hidden ones before it when the stretch is the last.
  const last = end > start ? places[end - 1] : from;
  const next = places[end] ?? originalLength;
  return { start: from, end: Math.max(Math.min(next, originalLength), last + 1) };
}
