import { GrowingNumbers } from './growing-numbers.ts';
import type { Likes } from './likes.ts';
import type { NameListed } from './name-match.ts';
import { ownWords } from './pair-words.ts';
import { type ReadName, readName, type Span } from './read-name.ts';
import { PATRONYMIC } from './score-pairs.ts';
import { Vocabulary } from './vocabulary.ts';

/** A column of lists: those of item i stand from `starts[i]` to before `starts[i + 1]`. */
interface Lists {
  readonly starts: Uint32Array;
  readonly values: Uint32Array;
}

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
  readonly #traits: Uint8Array;
  readonly #forms: ReadName['form'][];
  readonly #parties: ReadName['party'][];
  /** Of each name the first span that met it in the search that runs, counted from 1; or one of the two below. */
  readonly #met: Uint8Array;
  /** What a search begins with. */
  readonly #unmet: Uint8Array;

  private constructor(listed: readonly NameListed[]) {
    const starts = new Uint32Array(listed.length + 1);
    const values = new GrowingNumbers();
    const places = new GrowingNumbers();
    this.#sizes = new Uint8Array(listed.length);
    this.#traits = new Uint8Array(listed.length);
    this.#met = new Uint8Array(listed.length);
    this.#forms = new Array(listed.length);
    this.#parties = new Array(listed.length);
    for (const [number, { text, party }] of listed.entries()) {
      const name = readName(text, party, this.vocabulary.read);
      this.#sizes[number] = name.size;
      this.#traits[number] = traitsOf(name);
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
    this.#unmet = this.#traits.map((traits) => ((traits & SCANT) === 0 ? 0 : ALMOST_MET));
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

  /** Names that may score `least` against the asked one, which is at least `LOWEST_THRESHOLD`; none that do are left out. */
  candidates(asked: ReadName, likes: Likes, least: number): number[] {
    const traits = traitsOf(asked);
    return this.#meet(asked, likes, traits).filter((number) => {
      const listed = this.#traits[number];
      const isPlain = (traits & listed & PLAIN) !== 0 && ownCount(traits) === ownCount(listed);
      return !isPlain || this.#plainBound(number, asked, likes) >= least;
    });
  }

  /** Names that two spans of the asked one met, or one where one is enough. */
  #meet(asked: ReadName, likes: Likes, traits: number): number[] {
    const enough: number[] = [];
    const { starts, values } = this.#names;
    this.#met.set(this.#unmet);
    const isOneEnough = (traits & SCANT) !== 0;
    // The span that meets most names comes last: by then whoever has met no other is out.
    const places = [...asked.spans.keys()].sort(
      (a, b) => this.#reach(likes, a) - this.#reach(likes, b),
    );
    for (const place of places)
      for (const word of likes.words(place))
        for (let at = starts[word]; at < starts[word + 1]; at++) {
          const name = values[at];
          const before = this.#met[name];
          if (before === ENOUGH_MET || before === place + 1) continue;
          if (before !== 0 || isOneEnough) {
            this.#met[name] = ENOUGH_MET;
            enough.push(name);
          } else this.#met[name] = place + 1;
        }
    return enough;
  }

  /** How many names a span meets. */
  #reach(likes: Likes, place: number): number {
    const { starts } = this.#names;
    return likes.words(place).reduce((sum, word) => sum + starts[word + 1] - starts[word], 0);
  }

  /**
   * The highest score of two persons with as many own words each, without initials and joined words: then no word meets one
   * of another role. Every word at its best, even if two words want the same one.
   */
  #plainBound(number: number, asked: ReadName, likes: Likes): number {
    const from = this.#spans.starts[number];
    const to = this.#spans.starts[number + 1];
    let met = 0;
    let whole = 0;
    for (const [place, { word }] of asked.spans.entries()) {
      if (word.isPatronymic && (this.#traits[number] & FATHER) === 0) continue;
      let best = 0;
      for (let at = from; at < to; at++) {
        const likeness = likes.whole(place, this.#spans.values[at]);
        if (likeness > best) best = likeness;
      }
      const weight = word.isPatronymic ? PATRONYMIC : 1;
      met += weight * best;
      whole += weight;
    }
    return met / whole;
  }
}

/** One span more is enough. */
const ALMOST_MET = 254;
const ENOUGH_MET = 255;
/** Lowest bits of the traits: how many own words. */
const OWN = 0x0f;
/** A patronymic stands in it, and one only. */
const FATHER = 0x10;
/** A person's, all whole words, no joined ones. */
const PLAIN = 0x20;
/** One word met is enough to be looked at: there is no second one, or an initial, which is in no index. */
const SCANT = 0x40;
/** Fewer whole words than this are scant. */
const ENOUGH = 2;

function traitsOf(name: ReadName): number {
  const { spans, size, party } = name;
  const own = ownWords(name);
  const isWhole = spans.every(({ word }) => word.kind !== 'initial');
  const isPlain = party !== 'organisation' && isWhole && spans.length === size && size - own <= 1;
  return (
    own |
    (size - own === 1 ? FATHER : 0) |
    (isPlain ? PLAIN : 0) |
    (isWhole && size >= ENOUGH ? 0 : SCANT)
  );
}

const ownCount = (traits: number): number => traits & OWN;

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
