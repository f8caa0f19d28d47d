import type { NameListed } from './name-match.ts';

/** IINs and BINs of a list, sorted: 12 bytes each. Twelve digits are exact as a float. */
export class ListedKeys {
  readonly #keys: Float64Array;
  /** Numbers of their names, in the same order. */
  readonly #names: Uint32Array;

  private constructor(listed: readonly NameListed[]) {
    const keyed = [...listed.keys()].filter((number) => listed[number].iinOrBin !== undefined);
    const key = (number: number): number => Number(listed[number].iinOrBin);
    this.#names = Uint32Array.from(keyed).sort((a, b) => key(a) - key(b) || a - b);
    this.#keys = Float64Array.from(this.#names, key);
  }

  static of(listed: readonly NameListed[]): ListedKeys {
    return new ListedKeys(listed);
  }

  /** Numbers of the names that have this one. */
  of(iinOrBin: string): Uint32Array {
    const key = Number(iinOrBin);
    const from = this.#firstNotBelow(key);
    let to = from;
    while (this.#keys[to] === key) to++;
    return this.#names.subarray(from, to);
  }

  #firstNotBelow(key: number): number {
    let from = 0;
    let to = this.#keys.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.#keys[middle] < key) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
