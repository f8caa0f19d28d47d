import type { ErrorCode } from '../../domain/errors/catalogue.ts';

/** Who receives the rows. `row`: field i is b[starts[i]..ends[i]), valid during the call only. */
export interface FieldSink {
  row(b: Uint8Array, starts: Int32Array, ends: Int32Array, count: number, line: number): void;
  reject(line: number, code: ErrorCode): void;
}

export interface CsvShape {
  readonly delimiter: number;
  /** 10, or 13 in files that end lines with a lone CR. */
  readonly newline: number;
}

/** Longest row taken, and so the most that is held back while its end has not come. */
export const MOST_ROW_BYTES = 1 << 20;

/** Most columns a row is split into; more are counted and not kept. */
const MOST_COLUMNS = 1024;

const QUOTE = 34;
const CR = 13;

/**
 * Splits CSV bytes into rows of field positions, by RFC 4180: fields in quotes may hold delimiters, newlines and
 * doubled quotes; CRLF or LF ends a row; empty lines are no rows. A quote inside an unquoted field is itself.
 * A row with broken quotes costs its first line only: reading goes on at the next line, so one stray quote never
 * swallows the rest. The result does not depend on where the chunks are cut.
 */
export class CsvRows {
  #line = 1;
  readonly #sink: FieldSink;
  readonly #delimiter: number;
  readonly #newline: number;
  readonly #fieldStart = new Int32Array(MOST_COLUMNS);
  readonly #fieldEnd = new Int32Array(MOST_COLUMNS);
  /** Fields of the present row that hold doubled quotes. */
  readonly #doubled: number[] = [];
  #work = new Uint8Array(1 << 16);
  #held = 0;
  /** Inside a line that is too long, looking for its end; its number is in #line. */
  #skipping = false;
  // Where the quoted field just read closed, and the lines it ran over.
  #closing = 0;
  #quotedLines = 0;

  constructor(shape: CsvShape, sink: FieldSink) {
    this.#sink = sink;
    this.#delimiter = shape.delimiter;
    this.#newline = shape.newline;
  }

  write(chunk: Uint8Array): void {
    this.#feed(chunk, false);
  }

  /** Reads what is held back: the last line may lack its newline. */
  end(): void {
    this.#feed(new Uint8Array(), true);
  }

  #feed(chunk: Uint8Array, last: boolean): void {
    const end = this.#held + chunk.length;
    if (end >= this.#work.length) {
      const wider = new Uint8Array(Math.max(end + 1, this.#work.length * 2));
      wider.set(this.#work.subarray(0, this.#held));
      this.#work = wider;
    }
    const b = this.#work;
    b.set(chunk, this.#held);
    // A newline past the end spares a bounds check on every byte.
    b[end] = this.#newline;
    let p = 0;
    if (this.#skipping) p = this.#skipLine(0, end, last);
    while (p < end) {
      const next = this.#row(b, p, end, last);
      if (next < 0) break;
      p = next;
    }
    if (p > 0) b.copyWithin(0, p, end);
    this.#held = end - p;
  }

  /** Reads the row at `from`; where the next one starts, or -1 when its end has not come yet. */
  #row(b: Uint8Array, from: number, end: number, last: boolean): number {
    const delimiter = this.#delimiter;
    const newline = this.#newline;
    let count = 0;
    let p = from;
    let lines = 1;
    let quoted = false;
    for (;;) {
      let fieldFrom = p;
      let fieldTo: number;
      if (b[p] === QUOTE) {
        const outcome = this.#quotedField(b, p, end, last, count);
        if (outcome !== CLOSED) {
          if (outcome === UNFINISHED && end - from <= MOST_ROW_BYTES) return -1;
          return this.#giveUp(
            b,
            from,
            end,
            last,
            outcome === JUNK && this.#closing - from <= MOST_ROW_BYTES,
          );
        }
        quoted = true;
        lines += this.#quotedLines;
        fieldFrom = p + 1;
        fieldTo = this.#closing;
        p = fieldTo + 1;
        if (b[p] === CR && this.#newline !== CR && p < end) p++;
      } else {
        while (b[p] !== delimiter && b[p] !== newline) p++;
        fieldTo = p;
      }
      this.#fieldStart[count] = fieldFrom;
      this.#fieldEnd[count] = fieldTo;
      count++;
      if (p >= end || b[p] !== delimiter) break;
      p++;
    }
    if (p >= end && !last) {
      this.#doubled.length = 0;
      return end - from <= MOST_ROW_BYTES ? -1 : this.#giveUp(b, from, end, last, false);
    }
    if (p - from > MOST_ROW_BYTES) return this.#giveUp(b, from, end, last, false);
    const lastField = count <= MOST_COLUMNS ? count - 1 : -1;
    if (
      lastField >= 0 &&
      b[p - 1] === CR &&
      this.#fieldEnd[lastField] === p &&
      p > this.#fieldStart[lastField]
    )
      this.#fieldEnd[lastField] = p - 1;
    if (this.#doubled.length > 0) this.#undouble(b);
    const isBlank = count === 1 && !quoted && this.#fieldStart[0] === this.#fieldEnd[0];
    if (!isBlank) this.#sink.row(b, this.#fieldStart, this.#fieldEnd, count, this.#line);
    this.#line += lines;
    return p + 1;
  }

  /** Finds the closing quote of the field whose opening quote is at `open`. */
  #quotedField(b: Uint8Array, open: number, end: number, last: boolean, field: number): number {
    let p = open + 1;
    let lines = 0;
    let isDoubled = false;
    for (; ; p++) {
      if (p >= end) {
        this.#doubled.length = 0;
        return last ? UNCLOSED : UNFINISHED;
      }
      const c = b[p];
      if (c === this.#newline) lines++;
      if (c !== QUOTE) continue;
      if (p + 1 >= end && !last) {
        this.#doubled.length = 0;
        return UNFINISHED;
      }
      if (b[p + 1] !== QUOTE || p + 1 >= end) break;
      isDoubled = true;
      p++;
    }
    const after = p + 1;
    const isCrlf = b[after] === CR && (after + 1 >= end || b[after + 1] === this.#newline);
    this.#closing = p;
    this.#quotedLines = lines;
    const isEnd = after >= end || b[after] === this.#delimiter || b[after] === this.#newline;
    if (!isEnd && !isCrlf) {
      this.#doubled.length = 0;
      return JUNK;
    }
    if (isDoubled && field < MOST_COLUMNS) this.#doubled.push(field);
    return CLOSED;
  }

  /** Refuses the row at `from` and goes to the line after its first one. */
  #giveUp(b: Uint8Array, from: number, end: number, last: boolean, isJunk: boolean): number {
    this.#doubled.length = 0;
    let p = from;
    while (b[p] !== this.#newline) p++;
    const isLong = p - from > MOST_ROW_BYTES;
    if (p >= end && !last) {
      if (!isLong) return -1;
      this.#skipping = true;
      return end;
    }
    const code = isLong ? 'QRG_ROW_LONG' : isJunk ? 'QRG_ROW_QUOTE' : 'QRG_ROW_QUOTE_OPEN';
    this.#sink.reject(this.#line++, code);
    return p + 1;
  }

  #skipLine(from: number, end: number, last: boolean): number {
    let p = from;
    while (this.#work[p] !== this.#newline) p++;
    if (p >= end && !last) return end;
    this.#skipping = false;
    this.#sink.reject(this.#line++, 'QRG_ROW_LONG');
    return Math.min(p + 1, end);
  }

  /** Halves the doubled quotes in place; the row is whole, so nobody reads these bytes again. */
  #undouble(b: Uint8Array): void {
    for (const field of this.#doubled) {
      let to = this.#fieldStart[field];
      const end = this.#fieldEnd[field];
      for (let p = to; p < end; p++) {
        b[to++] = b[p];
        if (b[p] === QUOTE) p++;
      }
      this.#fieldEnd[field] = to;
    }
    this.#doubled.length = 0;
  }
}

const CLOSED = 0;
const UNFINISHED = 1;
const UNCLOSED = 2;
const JUNK = 3;
