/** A row made of texts, in the shape that byte rows have: for formats whose readers give values and not bytes. */
export class FieldBytes {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  bytes = Buffer.alloc(1 << 12);
  #used = 0;

  constructor(columns: number) {
    this.starts = new Int32Array(columns);
    this.ends = new Int32Array(columns);
  }

  /** Begins a new row with all fields empty. */
  clear(): void {
    this.#used = 0;
    this.starts.fill(0);
    this.ends.fill(0);
  }

  put(column: number, text: string): void {
    // A UTF-16 unit is at most three bytes of UTF-8.
    const most = this.#used + text.length * 3;
    if (most > this.bytes.length)
      this.bytes = Buffer.concat([this.bytes], Math.max(most, this.bytes.length * 2));
    this.starts[column] = this.#used;
    this.#used += this.bytes.write(text, this.#used, 'utf8');
    this.ends[column] = this.#used;
  }
}
