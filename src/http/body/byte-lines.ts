const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** One line without its end, or the fact that it was too long to be kept. */
export type ByteLine = Buffer | 'too long';

/**
 * Cuts a stream of bytes into lines. A line longer than `most` is passed over in bounded memory and told as such. A last
 * line without a line feed is a line; nothing after the last line feed is none.
 */
export class ByteLines {
  readonly #most: number;
  #kept: Buffer[] = [];
  #length = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** The lines that these bytes end. They stay valid as long as the bytes do. */
  push(chunk: Uint8Array): ByteLine[] {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const lines: ByteLine[] = [];
    let start = 0;
    for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, start)) {
      this.#keep(bytes.subarray(start, end));
      lines.push(this.#take());
      start = end + 1;
    }
    this.#keep(bytes.subarray(start));
    return lines;
  }

  /** The last line, if the stream did not end with a line feed. */
  end(): ByteLine[] {
    return this.#length === 0 ? [] : [this.#take()];
  }

  #keep(part: Buffer): void {
    this.#length += part.length;
    if (this.#length > this.#most) this.#kept = [];
    else if (part.length > 0) this.#kept.push(part);
  }

  #take(): ByteLine {
    const kept = this.#kept;
    const line = kept.length === 1 ? kept[0] : Buffer.concat(kept);
    const isLong = this.#length > this.#most;
    this.#kept = [];
    this.#length = 0;
    if (isLong) return 'too long';
    return line.at(-1) === CARRIAGE_RETURN ? line.subarray(0, -1) : line;
  }
}
