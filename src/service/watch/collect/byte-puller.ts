const NEWLINE = 10;

/** Reads a stream by lines and by lengths. Holds one chunk and what is asked for, never more than `most`. */
export class BytePuller {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #held: Uint8Array = new Uint8Array();

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** The next line with its newline; the last may have none; of a longer one the first `most` bytes. undefined at the end. */
  async line(most: number): Promise<Uint8Array | undefined> {
    const pieces: Uint8Array[] = [];
    let length = 0;
    while (length < most && (await this.#fill())) {
      const room = this.#held.subarray(0, most - length);
      const newline = room.indexOf(NEWLINE);
      const piece = this.#take(newline < 0 ? room.length : newline + 1);
      pieces.push(piece);
      length += piece.length;
      if (newline >= 0) break;
    }
    return length === 0 ? undefined : Buffer.concat(pieces);
  }

  /** The next `length` bytes, of which the first `most` are kept and the others passed over; fewer at the end. */
  async block(length: number, most: number): Promise<{ kept: Uint8Array; passed: number }> {
    const pieces: Uint8Array[] = [];
    let passed = 0;
    while (passed < length && (await this.#fill())) {
      const piece = this.#take(Math.min(this.#held.length, length - passed));
      if (passed < most) pieces.push(piece.subarray(0, most - passed));
      passed += piece.length;
    }
    return { kept: Buffer.concat(pieces), passed };
  }

  async close(): Promise<void> {
    await this.#chunks.return?.();
  }

  async #fill(): Promise<boolean> {
    while (this.#held.length === 0) {
      const { done, value } = await this.#chunks.next();
      if (done) return false;
      this.#held = value;
    }
    return true;
  }

  #take(length: number): Uint8Array {
    const taken = this.#held.subarray(0, length);
    this.#held = this.#held.subarray(length);
    return taken;
  }
}
