import { MOST_ROW_BYTES } from './csv-rows.ts';

export interface LineSink {
  /** One line without its newline, not blank; `line` is 1-based. The bytes are the sink's own until it returns. */
  line(b: Uint8Array, from: number, to: number, line: number): void;
  tooLong(line: number): void;
}

const NEWLINE = 10;

/** Cuts bytes into lines, wherever the chunks are cut. Lines over 1 MB are reported and passed over. */
export class TextLines {
  readonly #sink: LineSink;
  #line = 1;
  #held: Uint8Array[] = [];
  #heldBytes = 0;

  constructor(sink: LineSink) {
    this.#sink = sink;
  }

  write(chunk: Uint8Array): void {
    let from = 0;
    for (;;) {
      const newline = chunk.indexOf(NEWLINE, from);
      if (newline < 0) break;
      this.#finish(chunk.subarray(from, newline));
      from = newline + 1;
    }
    this.#hold(chunk.subarray(from));
  }

  /** The last line may lack its newline. */
  end(): void {
    if (this.#heldBytes > 0) this.#finish(new Uint8Array());
  }

  #hold(rest: Uint8Array): void {
    if (rest.length === 0) return;
    this.#heldBytes += rest.length;
    if (this.#heldBytes <= MOST_ROW_BYTES) this.#held.push(rest.slice());
    else this.#held = [];
  }

  #finish(rest: Uint8Array): void {
    const line = this.#line++;
    const bytes = this.#heldBytes === 0 ? rest : Buffer.concat([...this.#held, rest]);
    const length = this.#heldBytes + rest.length;
    this.#held = [];
    this.#heldBytes = 0;
    if (length > MOST_ROW_BYTES) this.#sink.tooLong(line);
    else if (!isBlank(bytes)) this.#sink.line(bytes, 0, bytes.length, line);
  }
}

function isBlank(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if (bytes[i] > 32) return false;
  return true;
}
