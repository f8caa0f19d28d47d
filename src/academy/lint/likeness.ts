import { maskedText } from '../../watch/cluster/masked-text.ts';

/** Characters of a shingle, as in the campaigns of Watch. */
const SHINGLE = 5;
/** A text of fewer shingles is a phrase that may stand anywhere. */
const SHINGLES_LEAST = 20;

export type Shingles = ReadonlySet<string>;

/** Pieces of five characters of a text, with contacts and numbers masked and look-alike letters folded. */
export function shinglesOf(text: string): Shingles {
  const masked = maskedText(text);
  const found = new Set<string>();
  for (let at = 0; at + SHINGLE <= masked.length; at++) found.add(masked.slice(at, at + SHINGLE));
  return found;
}

/**
 * Share of the shorter text that stands in the longer one, 0..1; 0 for a phrase. Counted exactly, without MinHash: lessons are
 * hundreds of texts where posts are millions, and a line quoted in a longer message must be found too.
 */
export function sharedPart(a: Shingles, b: Shingles): number {
  const [short, long] = a.size <= b.size ? [a, b] : [b, a];
  if (short.size < SHINGLES_LEAST) return 0;
  let shared = 0;
  for (const shingle of short) if (long.has(shingle)) shared++;
  return shared / short.size;
}
