/** Stretches of a text that have a meaning already: digits of a card must not become a phone as well. */
export class Claims {
  readonly #taken: Uint8Array;

  constructor(length: number) {
    this.#taken = new Uint8Array(length);
  }

  isFree(start: number, end: number): boolean {
    for (let at = start; at < end; at++) if (this.#taken[at] === 1) return false;
    return true;
  }

  claim(start: number, end: number): void {
    this.#taken.fill(1, start, end);
  }
}
