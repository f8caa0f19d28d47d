import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { ArticleText } from './articles.ts';

/** What an article was when it was read: one digest of all of it, and one of each numbered part. */
export interface ArticleDigest {
  /** SHA-256, hex; null where the text at hand is only an extract. */
  readonly whole: string | null;
  /** Number of the part ('2', '3-1'; '0' is what stands before the first, 'note' the note) -> 16 hex digits. */
  readonly parts: Readonly<Record<string, string>>;
}

const PART = /^(\d+(?:-\d+)*)\.\s/;
const NOTE = /^(?:Примечани[ея]|Ескерту(?:лер)?|Notes?)\s*[.:]/u;
/** What editors of a collection put in: footnotes, and items that say which law took them out. */
const FOOTNOTE = /^(?:Сноска|Снсока|Ескерту)\s*\./u;
const TAKEN_OUT = /^\d+(?:-\d+)*[).,](?:\s*\d+(?:-\d+)*[).,])*\s*(?:исключен|алып тасталды)/u;
/** A gap that a retyped text leaves. */
const GAP = /\[\s*(?:…|\.\.\.)\s*\]/u;

/**
 * Digests of an article whose text is the same however it is set: white space, marks of Markdown, quotes, dashes, footnotes,
 * links and editors' notes in square brackets do not count; every other sign does.
 */
export function digestOf({ title, lines }: ArticleText): ArticleDigest {
  const parts = partsOf(lines);
  const whole = [...parts.values()].flat().concat(title);
  const isWhole = !whole.some((line) => GAP.test(line));
  const entries = [...parts]
    .filter(([, of]) => !of.some((line) => GAP.test(line)))
    .map(([part, of]) => [part, normalForm(of.join('\n'))] as const)
    .filter(([, text]) => text !== '');
  const all = [normalForm(title), ...entries.map(([part, text]) => `${part} ${text}`)].join('\n');
  return {
    whole: isWhole ? hash(all) : null,
    parts: Object.fromEntries(entries.map(([part, text]) => [part, hash(text).slice(0, 16)])),
  };
}

const hash = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** Lines by the numbered part they stand in. */
function partsOf(lines: readonly string[]): ReadonlyMap<string, string[]> {
  const parts = new Map<string, string[]>();
  let current = '0';
  for (const line of lines) {
    if (isEditorial(line)) continue;
    const plain = unmarked(line);
    // Items of a note are numbered anew and are no parts.
    if (NOTE.test(plain)) current = 'note';
    else if (current !== 'note') current = PART.exec(plain)?.[1] ?? current;
    parts.set(current, [...(parts.get(current) ?? []), plain]);
  }
  return parts;
}

function isEditorial(line: string): boolean {
  const plain = unmarked(line.replace(/^\s*>\s?/, ''));
  // 'Ескерту.' also begins a note of the law itself: only a quoted one is a footnote.
  const isQuoted = /^\s*>/.test(line);
  return (FOOTNOTE.test(plain) && (isQuoted || !NOTE.test(plain))) || TAKEN_OUT.test(plain);
}

const unmarked = (line: string): string =>
  line
    .replace(/<[^>]*>/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`#\\]/g, '')
    .trim();

/** Letters that look alike in Roman numerals, which texts write in either alphabet. */
const ALIKE: Readonly<Record<string, string>> = { і: 'i', х: 'x', с: 'c', м: 'm' };

/** Lower case, one blank between words, one kind of quotes and dashes. */
function normalForm(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/[\u00ad\u200b-\u200d\ufeff]/g, '')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[іхсм]/g, (letter) => ALIKE[letter] ?? letter)
    .replace(/[«»„“”‟"'’‘]/g, '"')
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/ ?([,.;:()"-]) ?/g, '$1')
    .trim();
}
