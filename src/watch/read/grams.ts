import type { PostLanguage } from '../../domain/post.ts';
import type { Token } from './tokens.ts';

/** Letters in a row that the model looks at. */
const SHORTEST = 3;
const LONGEST = 5;
/** Letters of a post that the model looks at, so that a long one costs no more than a page. */
export const LETTERS_MOST = 3_000;

/** The words of a post as one line of plain letters for the model, and which token each letter is of. */
export interface GramText {
  readonly text: string;
  /** Index of the token at every letter; the blank after a token is still of it. */
  readonly tokenAt: Int32Array;
}

const CLASS: Readonly<Partial<Record<Token['kind'], string>>> = {
  number: '#',
  sum: '$',
  share: '%',
  contact: '@',
};

/** Numbers, sums, shares and contacts as one sign each; in Russian and Kazakh posts Latin words by their sound. */
export function gramText(tokens: readonly Token[], lang: PostLanguage): GramText {
  const byEar = lang === 'ru' || lang === 'kk';
  let text = ' ';
  const tokenAt = [0];
  for (const [i, { kind, text: word, other }] of tokens.entries()) {
    const isLatin = word >= 'a' && word <= 'ÿ';
    const written = CLASS[kind] ?? (byEar && isLatin && other !== undefined ? other : word);
    const piece = `${written.slice(0, 40)} `;
    if (text.length + piece.length > LETTERS_MOST) break;
    text += piece;
    for (let k = 0; k < piece.length; k++) tokenAt.push(i);
  }
  return { text, tokenAt: Int32Array.from(tokenAt) };
}

/**
 * Calls `each` with the bucket of every run of 3 to 5 letters and the place of its first one. FNV-1a over UTF-16 units: the
 * same in every JavaScript.
 */
export function eachGram(
  text: string,
  buckets: number,
  each: (bucket: number, at: number) => void,
): void {
  for (let at = 0; at + SHORTEST <= text.length; at++) {
    let hash = 0x811c9dc5;
    const end = Math.min(text.length, at + LONGEST);
    for (let k = at; k < end; k++) {
      hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193);
      if (k - at + 1 >= SHORTEST) each((hash ^ (hash >>> 15)) & (buckets - 1), at);
    }
  }
}

/** The buckets that a text has, each once, in rising order. */
export function gramBuckets(text: string, buckets: number): Int32Array {
  const seen = new Uint8Array(buckets);
  let count = 0;
  eachGram(text, buckets, (bucket) => {
    if (seen[bucket] === 0) count++;
    seen[bucket] = 1;
  });
  const found = new Int32Array(count);
  for (let bucket = 0, k = 0; k < count; bucket++) if (seen[bucket] === 1) found[k++] = bucket;
  return found;
}
