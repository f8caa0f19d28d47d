const LEAST_ACCOUNTS = 1024;

/** A few 32-bit words per account, zero at first, seen as whole numbers and as floats; grows as accounts appear. */
export class GrowingColumns {
  readonly #words: number;
  u32: Uint32Array;
  f32: Float32Array;

  constructor(words: number) {
    this.#words = words;
    this.u32 = new Uint32Array(LEAST_ACCOUNTS * words);
    this.f32 = new Float32Array(this.u32.buffer);
  }

  /** Makes the words of `account` exist. */
  ensure(account: number): void {
    const need = (account + 1) * this.#words;
    if (need > this.u32.length) this.#lay(Math.max(need, this.u32.length * 2), this.u32);
  }

  /** All words, for a snapshot. */
  save(): Uint32Array {
    return this.u32;
  }

  restore(words: Uint32Array): void {
    this.#lay(Math.max(words.length, LEAST_ACCOUNTS * this.#words), words);
  }

  #lay(length: number, kept: Uint32Array): void {
    const wider = new Uint32Array(length);
    wider.set(kept);
    this.u32 = wider;
    this.f32 = new Float32Array(wider.buffer);
  }
}
