import { ByteNames, utf8Text } from './byte-names.ts';

/** Words met so often that looking them up again would be a waste; more than this many are not words. */
const MOST_WORDS = 4096;

/** Codes of the few words a column repeats. */
export class WordCodes {
  readonly #codeOf: (word: string) => number;
  readonly #names = new ByteNames();
  readonly #codes = new Uint8Array(MOST_WORDS);

  constructor(codeOf: (word: string) => number) {
    this.#codeOf = codeOf;
  }

  code(b: Uint8Array, from: number, to: number): number {
    if (from === to) return 0;
    if (this.#names.size >= MOST_WORDS) return this.#codeOf(utf8Text(b, from, to) ?? '');
    const known = this.#names.size;
    const index = this.#names.intern(b, from, to);
    if (index < 0) return 0;
    if (index === known)
      for (const word of this.#names.takeFresh()) this.#codes[index] = this.#codeOf(word.trim());
    return this.#codes[index];
  }
}
