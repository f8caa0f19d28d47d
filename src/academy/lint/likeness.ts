import { maskedText } from '../../watch/cluster/masked-text.ts';

/** Characters of a shingle, as in the campaigns of Watch. */
const SHINGLE = 5;
/** A text of fewer shingles is a phrase that may stand anywhere. */
const SHINGLES_LEAST = 20;

export type Shingles = ReadonlySet<string>;

/** Pieces of five characters of a text, with contacts and numbers masked and look-alike letters folded. */
export function shinglesOf(text: string): Shingles {
  const found = new Set<string>();
  if (text.length < SHINGLES_LEAST) return found;
  const masked = maskedText(text);
  for (let at = 0; at + SHINGLE <= masked.length; at++) found.add(masked.slice(at, at + SHINGLE));
  return found;
}

/**
 * Texts that others are held against. Counted exactly, without MinHash: lessons are hundreds of texts where posts are millions, and a
 * line that is quoted in a longer message must be found too.
 */
export class LikenessIndex {
  readonly #texts: readonly Shingles[];
  readonly #holders = new Map<string, number[]>();

  constructor(texts: readonly Shingles[]) {
    this.#texts = texts;
    for (const [i, shingles] of texts.entries())
      for (const shingle of shingles) {
        const holders = this.#holders.get(shingle);
        if (holders === undefined) this.#holders.set(shingle, [i]);
        else holders.push(i);
      }
  }

  /** Places of the texts of which more than `most` of the shorter one is shared with this one, 0..1; none for a phrase. */
  like(text: Shingles, most: number): number[] {
    const shared = new Map<number, number>();
    for (const shingle of text)
      for (const i of this.#holders.get(shingle) ?? []) shared.set(i, (shared.get(i) ?? 0) + 1);
    return [...shared]
      .filter(([i, count]) => {
        const shorter = Math.min(text.size, this.#texts[i].size);
        return shorter >= SHINGLES_LEAST && count > most * shorter;
      })
      .map(([i]) => i)
      .sort((a, b) => a - b);
  }
}
