import type { PostLanguage } from '../../domain/post.ts';
import type { Token } from './tokens.ts';

/** Letters in a row that the model looks at. */
const SHORTEST = 3;
const LONGEST = 5;
/** Letters of a post that the model looks at, so that a long one costs no more than a page. */
const LETTERS_MOST = 3_000;

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
function eachGram(text: string, buckets: number, each: (bucket: number, at: number) => void): void {
  for (let at = 0; at + SHORTEST <= text.length; at++) {
    let hash = 0x811c9dc5;
    const end = Math.min(text.length, at + LONGEST);
    for (let k = at; k < end; k++) {
      hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193);
      if (k - at + 1 >= SHORTEST) each((hash ^ (hash >>> 15)) & (buckets - 1), at);
    }
  }
}

/** How often a text has each bucket, told by bucket in the order of the text. */
export interface GramCounts {
  readonly buckets: Int32Array;
  readonly counts: Int32Array;
  /** Of every run of letters in the text: its bucket by place in `buckets`, and where it begins. */
  readonly runs: Int32Array;
  readonly places: Int32Array;
}

export function gramCounts(text: string, buckets: number): GramCounts {
  const most = 3 * text.length;
  const index = new Int32Array(buckets);
  const found = new Int32Array(Math.min(most, buckets));
  const counts = new Int32Array(found.length);
  const runs = new Int32Array(most);
  const places = new Int32Array(most);
  let distinct = 0;
  let all = 0;
  eachGram(text, buckets, (bucket, at) => {
    if (index[bucket] === 0) {
      found[distinct] = bucket;
      index[bucket] = ++distinct;
    }
    const k = index[bucket] - 1;
    counts[k]++;
    runs[all] = k;
    places[all++] = at;
  });
  return {
    buckets: found.subarray(0, distinct),
    counts: counts.subarray(0, distinct),
    runs: runs.subarray(0, all),
    places: places.subarray(0, all),
  };
}
