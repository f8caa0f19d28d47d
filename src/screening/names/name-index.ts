import { compareRead } from './compare-names.ts';
import { Likes } from './likes.ts';
import { ListedKeys } from './listed-keys.ts';
import { ListedNames } from './listed-names.ts';
import type { NameAsked, NameListed, NameMatch } from './name-match.ts';
import { pairWords, type SpanLikeness } from './pair-words.ts';
import { type ReadName, readName } from './read-name.ts';
import { scorePairs } from './score-pairs.ts';
import { factsOf, leastNameScore, weighFacts } from './weigh-facts.ts';

/**
 * A match from here on is shown to a person. Chosen on generated pairs (docs/reference/names.md): the highest that misses
 * none of them.
 */
export const NAME_THRESHOLD = 0.82;
/** A lower threshold is raised to this one: a name of which one word met, of two, may score that much and is not looked at. */
export const LOWEST_THRESHOLD = 0.8;
const MOST_MATCHES = 100;

interface Found {
  readonly number: number;
  readonly score: number;
}

/** The names of lists in memory, searched by likeness. Never changed: another list makes another index. */
export class NameIndex {
  readonly #listed: readonly NameListed[];
  readonly #names: ListedNames;
  readonly #keys: ListedKeys;
  readonly #likes: Likes;

  private constructor(listed: readonly NameListed[]) {
    this.#listed = listed;
    this.#names = ListedNames.of(listed);
    this.#keys = ListedKeys.of(listed);
    this.#likes = new Likes(this.#names.vocabulary);
  }

  /** Reads all names; they are kept, so they must not be changed afterwards. */
  static build(listed: readonly NameListed[]): NameIndex {
    return new NameIndex(listed);
  }

  get size(): number {
    return this.#listed.length;
  }

  /** Matches at or above the threshold, the best first, one an entry, `most` of them. The same IIN or BIN is always one. */
  search(
    asked: NameAsked,
    { threshold = NAME_THRESHOLD, most = MOST_MATCHES }: { threshold?: number; most?: number } = {},
  ): NameMatch[] {
    const from = Math.max(threshold, LOWEST_THRESHOLD);
    const found = new Map<number, Found>();
    const keep = (number: number, nameScore: number): void => {
      const listed = this.#listed[number];
      const score = weighFacts(nameScore, factsOf(asked, listed), listed.weak);
      const known = found.get(listed.entry);
      if (score >= from && (known === undefined || isBefore({ number, score }, known)))
        found.set(listed.entry, { number, score });
    };
    const read = readName(asked.text, asked.party);
    const least = asked.births?.length ? leastNameScore(from) : from;
    this.#searchNames(read, least, keep);
    if (asked.iinOrBin !== undefined)
      for (const number of this.#keys.of(asked.iinOrBin)) keep(number, 0);
    return [...found.values()]
      .sort((a, b) => (isBefore(a, b) ? -1 : 1))
      .slice(0, most)
      .map(({ number }) => {
        const [listed, name] = [this.#listed[number], this.#names.name(number)];
        return compareRead(asked, listed, read, name, this.#likenessTo(number));
      });
  }

  /** Likeness of the spans of the name that is asked for now and those of a listed one. */
  #likenessTo(number: number): SpanLikeness {
    return (asked, listed) => this.#likes.of(asked, this.#names.wordNumber(number, listed));
  }

  #searchNames(
    asked: ReadName,
    least: number,
    keep: (number: number, score: number) => void,
  ): void {
    this.#likes.ask(asked.spans);
    for (const number of this.#names.candidates(asked, this.#likes, least)) {
      const name = this.#names.name(number);
      const pairs = pairWords(asked, name, this.#likenessTo(number));
      const score = scorePairs(asked, name, pairs);
      if (score >= least) keep(number, score);
    }
  }
}

/** The better one, and of equals the one that was listed first. */
const isBefore = (a: Found, b: Found): boolean =>
  a.score > b.score || (a.score === b.score && a.number < b.number);
