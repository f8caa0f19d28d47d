/** Whole numbers in one column that grows: 4 bytes each and not an object more. */
export class GrowingNumbers {
  #column = new Uint32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#column.length) {
      const wider = new Uint32Array(this.#length * 2);
      wider.set(this.#column);
      this.#column = wider;
    }
    this.#column[this.#length++] = value;
  }

  /** What was pushed, in a column of its own size. */
  whole(): Uint32Array {
    return this.#column.slice(0, this.#length);
  }
}
