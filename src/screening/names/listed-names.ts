import { GrowingNumbers } from './growing-numbers.ts';
import type { NameListed } from './name-match.ts';
import { type ReadName, readName, type Span } from './read-name.ts';
import { Vocabulary } from './vocabulary.ts';

/** A column of lists: those of item i stand from `starts[i]` to before `starts[i + 1]`. */
interface Lists {
  readonly starts: Uint32Array;
  readonly values: Uint32Array;
}

/** A name with fewer full words than this is found by one of them. */
const FULL = 2;
/** Bits of a place: where a span begins, and whether it holds two words. */
const TWO_WORDS = 0x80;

/** All names of a list as numbers of words in flat columns: about 50 bytes a name beside the words. */
export class ListedNames {
  readonly vocabulary = new Vocabulary();
  /** Words of each name's spans, by number. */
  readonly #spans: Lists;
  /** Place of each span in its name. */
  readonly #places: Uint8Array;
  readonly #sizes: Uint8Array;
  /** Names of each word, by number. */
  readonly #names: Lists;
  /** How many of its words an asked name has to meet: 1 or 2. */
  readonly #needs: Uint8Array;
  readonly #forms: ReadName['form'][];
  readonly #parties: ReadName['party'][];
  /** Which spans of the asked name have met a word of each name, as bits; all zero between two searches. */
  readonly #met: Uint16Array;

  private constructor(listed: readonly NameListed[]) {
    const starts = new Uint32Array(listed.length + 1);
    const values = new GrowingNumbers();
    const places = new GrowingNumbers();
    this.#sizes = new Uint8Array(listed.length);
    this.#needs = new Uint8Array(listed.length);
    this.#met = new Uint16Array(listed.length);
    this.#forms = new Array(listed.length);
    this.#parties = new Array(listed.length);
    for (const [number, { text, party }] of listed.entries()) {
      const name = readName(text, party, this.vocabulary.read);
      this.#sizes[number] = name.size;
      this.#needs[number] = needsOf(name);
      this.#forms[number] = name.form;
      this.#parties[number] = name.party;
      for (const { word, from, words } of name.spans) {
        values.push(this.vocabulary.numberOf(word));
        places.push(words === 2 ? from | TWO_WORDS : from);
      }
      starts[number + 1] = values.length;
    }
    this.vocabulary.close();
    this.#spans = { starts, values: values.whole() };
    this.#places = Uint8Array.from(places.whole());
    this.#names = turned(this.#spans, this.vocabulary.words.length);
  }

  static of(listed: readonly NameListed[]): ListedNames {
    return new ListedNames(listed);
  }

  /** A name as it was read. */
  name(number: number): ReadName {
    const spans: Span[] = [];
    const { starts, values } = this.#spans;
    for (let at = starts[number]; at < starts[number + 1]; at++)
      spans.push({
        word: this.vocabulary.words[values[at]],
        from: this.#places[at] & ~TWO_WORDS,
        words: (this.#places[at] & TWO_WORDS) === 0 ? 1 : 2,
      });
    return {
      party: this.#parties[number],
      form: this.#forms[number],
      size: this.#sizes[number],
      spans,
    };
  }

  /** Number of the word at a place among the spans of a name. */
  wordNumber(number: number, place: number): number {
    return this.#spans.values[this.#spans.starts[number] + place];
  }

  /**
   * Names that enough words of the asked name met; a name that scores `LOWEST_THRESHOLD` or more is among them.
   *
   * @param like words of the list that are like each span of the asked name
   */
  candidates(asked: ReadName, like: readonly ReadonlyMap<number, number>[]): number[] {
    const askedNeeds = needsOf(asked);
    const touched = new GrowingNumbers();
    const candidates: number[] = [];
    const { starts, values } = this.#names;
    for (const [place, words] of like.entries()) {
      const bit = 1 << place;
      for (const word of words.keys())
        for (let at = starts[word]; at < starts[word + 1]; at++) {
          const name = values[at];
          const before = this.#met[name];
          if ((before & bit) !== 0) continue;
          this.#met[name] = before | bit;
          if (before === 0) touched.push(name);
          const isEnough =
            before === 0 ? Math.min(askedNeeds, this.#needs[name]) < FULL : isOneBit(before);
          const wasEnough = before !== 0 && Math.min(askedNeeds, this.#needs[name]) < FULL;
          if (isEnough && !wasEnough) candidates.push(name);
        }
    }
    for (const name of touched.whole()) this.#met[name] = 0;
    return candidates;
  }
}

const isOneBit = (bits: number): boolean => (bits & (bits - 1)) === 0;

/** A name of one full word is found by it; so is one with initials, which are looked for in no index. */
function needsOf({ spans, size }: ReadName): number {
  const words = spans.slice(0, size);
  const hasInitial = words.some(({ word }) => word.kind === 'initial');
  return hasInitial || size < FULL ? 1 : FULL;
}

/** Lists turned round: for each value the items that hold it. */
function turned({ starts, values }: Lists, most: number): Lists {
  const ends = new Uint32Array(most + 1);
  for (const value of values) ends[value + 1]++;
  for (let value = 0; value < most; value++) ends[value + 1] += ends[value];
  const next = ends.slice();
  const items = new Uint32Array(values.length);
  for (let item = 0; item + 1 < starts.length; item++)
    for (let at = starts[item]; at < starts[item + 1]; at++) items[next[values[at]]++] = item;
  return { starts: ends, values: items };
}
