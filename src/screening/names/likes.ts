import type { NameWord } from './name-word.ts';
import type { Span } from './read-name.ts';
import type { Vocabulary } from './vocabulary.ts';
import { wordLikeness } from './word-likeness.ts';

/**
 * How alike the words of a list are to those of the name that is asked for now: one column a span, all of it 0 between two
 * searches. A column is looked up ten times as fast as a map, and a search looks up some 100,000.
 */
export class Likes {
  readonly #vocabulary: Vocabulary;
  readonly #columns: Float64Array[] = [];
  /** Words like each span, by number. */
  readonly #words: number[][] = [];
  #spans: readonly Span[] = [];

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** From now on it is about this name. */
  ask(spans: readonly Span[]): void {
    for (const [place, words] of this.#words.entries())
      for (const word of words) this.#columns[place][word] = 0;
    this.#words.length = 0;
    this.#spans = spans;
    for (const [place, { word }] of spans.entries()) {
      this.#columns[place] ??= new Float64Array(this.#vocabulary.words.length);
      this.#words.push(this.#vocabulary.like(word, this.#columns[place]));
    }
  }

  /** Words of the list that are like a span, by number; none for an initial. */
  words(place: number): readonly number[] {
    return this.#words[place];
  }

  /** The likeness of a span and a word of the list, both of them whole words. */
  whole(place: number, word: number): number {
    return this.#columns[place][word];
  }

  /** The likeness of a span and any word of the list. */
  of(place: number, word: number): number {
    const [asked, listed]: [NameWord, NameWord] = [
      this.#spans[place].word,
      this.#vocabulary.words[word],
    ];
    return asked.kind === 'initial' || listed.kind === 'initial'
      ? wordLikeness(asked, listed)
      : this.#columns[place][word];
  }
}
