import { type NameWord, readWord } from './name-word.ts';
import { isOneApart, skeletonKeys } from './skeleton.ts';
import { soundLikeness, wordLikeness } from './word-likeness.ts';

/** A stem of sounds and the words that may be read with it. */
interface ListedStem {
  readonly sounds: string;
  readonly words: number[];
}

/** Stems with the same consonants. */
interface ListedSkeleton {
  readonly skeleton: string;
  readonly stems: ListedStem[];
  /** The last look-up that looked at it. */
  lookUp: number;
}

/** All words of a list, each once and by a number, found again by words that sound like them. */
export class Vocabulary {
  readonly words: NameWord[] = [];
  readonly #byText = new Map<string, NameWord>();
  readonly #numbers = new Map<NameWord, number>();
  readonly #stems = new Map<string, ListedStem>();
  readonly #skeletons = new Map<string, ListedSkeleton>();
  /** Skeletons by their consonants, whole and with each left out. */
  readonly #byKey = new Map<string, ListedSkeleton[]>();
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
    this.#stems.clear();
    this.#skeletons.clear();
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
    const stem = { sounds, words: [number] };
    this.#stems.set(sounds, stem);
    const alike = this.#skeletons.get(skeleton);
    if (alike === undefined) this.#addSkeleton({ skeleton, stems: [stem], lookUp: 0 });
    else alike.stems.push(stem);
  }

  #addSkeleton(added: ListedSkeleton): void {
    this.#skeletons.set(added.skeleton, added);
    for (const key of skeletonKeys(added.skeleton)) {
      const skeletons = this.#byKey.get(key);
      if (skeletons === undefined) this.#byKey.set(key, [added]);
      else skeletons.push(added);
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
        for (const near of this.#byKey.get(key) ?? []) {
          if (near.lookUp === this.#lookUps) continue;
          near.lookUp = this.#lookUps;
          if (!isOneApart(reading.skeleton, near.skeleton)) continue;
          for (const { sounds, words } of near.stems)
            if (soundLikeness(reading.sounds, sounds) > 0) this.#take(word, words, column, found);
        }
    }
    return found;
  }

  #take(word: NameWord, numbers: readonly number[], column: Float64Array, found: number[]): void {
    for (const number of numbers) {
      if (column[number] > 0) continue;
      column[number] = wordLikeness(word, this.words[number]);
      if (column[number] > 0) found.push(number);
    }
  }
}
