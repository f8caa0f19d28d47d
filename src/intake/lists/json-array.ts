export interface ItemSink {
  /** One element of the array as it stands; `line` is 1-based. The bytes are the sink's own. */
  item(bytes: Uint8Array, line: number): void;
  tooLong(line: number): void;
  /** The text is no array, or is cut short. Must throw. */
  broken(line: number): never;
}

const MOST_ITEM_BYTES = 1 << 20;

const NEWLINE = 10;
const QUOTE = 34;
const COMMA = 44;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

type Expecting = 'array' | 'first' | 'item' | 'comma' | 'nothing';

/**
 * Cuts a JSON array, UTF-8, into its elements, wherever the chunks are cut; only brackets and quotes are looked at, so an
 * element that is wrong inside costs itself only. Holds one element at most, and no more than 1 MB of it.
 */
export class JsonArray {
  readonly #sink: ItemSink;
  #expecting: Expecting = 'array';
  #line = 1;
  /** Open brackets of the present element; its first byte counts as one until it is closed. */
  #depth = 0;
  #inText = false;
  #escaped = false;
  #itemLine = 0;
  #held: Uint8Array[] = [];
  #heldBytes = 0;

  constructor(sink: ItemSink) {
    this.#sink = sink;
  }

  write(b: Uint8Array): void {
    let from = this.#depth > 0 ? 0 : -1;
    for (let p = 0; p < b.length; p++) {
      const c = b[p];
      if (c === NEWLINE) this.#line++;
      if (this.#depth === 0) {
        if (c <= 32) continue;
        if (!this.#between(c)) continue;
        from = p;
        this.#depth = 1;
        this.#itemLine = this.#line;
        if (c === OPEN_OBJECT || c === OPEN_LIST) continue;
        this.#sink.broken(this.#line);
      } else if (this.#inside(c)) {
        this.#finish(b.subarray(from, p + 1));
        from = -1;
      }
    }
    if (from >= 0) this.#hold(b.subarray(from));
  }

  end(): void {
    if (this.#expecting !== 'nothing') this.#sink.broken(this.#line);
  }

  /** A sign between elements; true when an element begins with it. */
  #between(c: number): boolean {
    const expecting = this.#expecting;
    if (expecting === 'array' && c === OPEN_LIST) this.#expecting = 'first';
    else if (expecting === 'comma' && c === COMMA) this.#expecting = 'item';
    else if ((expecting === 'comma' || expecting === 'first') && c === CLOSE_LIST)
      this.#expecting = 'nothing';
    else if (expecting === 'first' || expecting === 'item') return true;
    else this.#sink.broken(this.#line);
    return false;
  }

  /** A sign inside of an element; true when it is its last. */
  #inside(c: number): boolean {
    if (this.#inText) {
      if (this.#escaped) this.#escaped = false;
      else if (c === BACKSLASH) this.#escaped = true;
      else if (c === QUOTE) this.#inText = false;
      return false;
    }
    if (c === QUOTE) this.#inText = true;
    else if (c === OPEN_OBJECT || c === OPEN_LIST) this.#depth++;
    else if (c === CLOSE_OBJECT || c === CLOSE_LIST) return --this.#depth === 0;
    return false;
  }

  #hold(rest: Uint8Array): void {
    this.#heldBytes += rest.length;
    if (this.#heldBytes <= MOST_ITEM_BYTES) this.#held.push(rest.slice());
    else this.#held = [];
  }

  #finish(rest: Uint8Array): void {
    const isLong = this.#heldBytes + rest.length > MOST_ITEM_BYTES;
    const bytes = isLong ? undefined : Buffer.concat([...this.#held, rest]);
    this.#held = [];
    this.#heldBytes = 0;
    this.#expecting = 'comma';
    if (bytes === undefined) this.#sink.tooLong(this.#itemLine);
    else this.#sink.item(bytes, this.#itemLine);
  }
}
