import { type NameWord, readWord } from './name-word.ts';
import { skeletonKeys } from './skeleton.ts';
import { stemLikeness, wordLikeness } from './word-likeness.ts';

/** A stem of sounds and the words that may be read with it. */
interface ListedStem {
  readonly sounds: string;
  readonly skeleton: string;
  readonly words: number[];
  /** The last look-up that looked at it. */
  lookUp: number;
}

/** All words of a list, each once and by a number, found again by words that sound like them. */
export class Vocabulary {
  readonly words: NameWord[] = [];
  readonly #byText = new Map<string, NameWord>();
  readonly #numbers = new Map<NameWord, number>();
  readonly #stems = new Map<string, ListedStem>();
  /** Stems by their consonants, whole and with each left out. */
  readonly #byKey = new Map<string, ListedStem[]>();
  #lookUps = 0;

  /** Reads a word, the same one for the same letters. */
  readonly read = (token: string, isDotted = false): NameWord => {
    const key = isDotted ? `${token}.` : token;
    const known = this.#byText.get(key);
    if (known !== undefined) return known;
    const word = readWord(token, isDotted);
    this.#byText.set(key, word);
    this.#add(word);
    return word;
  };

  numberOf(word: NameWord): number {
    return this.#numbers.get(word) as number;
  }

  /** The list is complete: what only served to number its words is let go. */
  close(): void {
    this.#byText.clear();
    this.#numbers.clear();
  }

  #add(word: NameWord): void {
    const number = this.words.push(word) - 1;
    this.#numbers.set(word, number);
    if (word.kind === 'initial') return;
    for (const { sounds, skeleton } of word.readings) this.#addStem(sounds, skeleton, number);
  }

  #addStem(sounds: string, skeleton: string, number: number): void {
    const known = this.#stems.get(sounds);
    if (known !== undefined) {
      if (known.words.at(-1) !== number) known.words.push(number);
      return;
    }
    const stem = { sounds, skeleton, words: [number], lookUp: 0 };
    this.#stems.set(sounds, stem);
    for (const key of skeletonKeys(skeleton)) {
      const stems = this.#byKey.get(key);
      if (stems === undefined) this.#byKey.set(key, [stem]);
      else stems.push(stem);
    }
  }

  /**
   * Words like this one, by number; their likeness goes into `column`, which is 0 before. Initials are like too many, and
   * like none here.
   */
  like(word: NameWord, column: Float64Array): number[] {
    const found: number[] = [];
    if (word.kind === 'initial') return found;
    for (const reading of word.readings) {
      this.#lookUps++;
      for (const key of skeletonKeys(reading.skeleton))
        for (const stem of this.#byKey.get(key) ?? []) {
          if (stem.lookUp === this.#lookUps) continue;
          stem.lookUp = this.#lookUps;
          if (stemLikeness(reading, stem) === 0) continue;
          for (const number of stem.words) {
            if (column[number] > 0) continue;
            column[number] = wordLikeness(word, this.words[number]);
            if (column[number] > 0) found.push(number);
          }
        }
    }
    return found;
  }
}
