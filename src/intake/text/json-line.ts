/** A wanted place inside JSON objects: the keys that lead to columns and to deeper places. */
export interface JsonPlace {
  readonly key: string;
  readonly keyBytes: Uint8Array;
  /** Column this key's value goes to; -1 when only deeper places are wanted. */
  readonly column: number;
  readonly inside: readonly JsonPlace[];
}

/** Builds the tree of wanted places from paths such as 'payer.account'; path i fills column i. */
function placesOf(paths: readonly string[]): JsonPlace[] {
  const build = (wanted: readonly (readonly [readonly string[], number])[]): JsonPlace[] =>
    [...new Set(wanted.map(([keys]) => keys[0] ?? ''))].map((key) => {
      const here = wanted.filter(([keys]) => keys[0] === key);
      return {
        key,
        keyBytes: new TextEncoder().encode(key),
        column: here.find(([keys]) => keys.length === 1)?.[1] ?? -1,
        inside: build(
          here.flatMap(([keys, column]) =>
            keys.length > 1 ? [[keys.slice(1), column] as const] : [],
          ),
        ),
      };
    });
  return build(paths.map((path, i) => [path.split('.'), i] as const));
}

const MOST_DEPTH = 64;
const QUOTE = 34;
const BACKSLASH = 92;
const COMMA = 44;
const COLON = 58;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;

class JsonError extends Error {}

/**
 * Finds wanted values of one JSON object in its bytes, without turning numbers into floats: a number's column is its
 * digits as written, a string's its text, null and what is not there are empty. Accepts exactly the texts that
 * JSON.parse accepts as an object (nesting up to 64). A key that comes twice: the last one counts.
 */
export class JsonLine {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly #places: readonly JsonPlace[];
  #b: Uint8Array = new Uint8Array();
  #p = 0;
  #to = 0;
  #depth = 0;

  constructor(paths: readonly string[]) {
    this.#places = placesOf(paths);
    this.starts = new Int32Array(paths.length);
    this.ends = new Int32Array(paths.length);
  }

  /** Reads the object in `b[from..to)`; false when it is none. Escaped strings are unescaped in place. */
  read(b: Uint8Array, from: number, to: number): boolean {
    this.starts.fill(from);
    this.ends.fill(from);
    this.#b = b;
    this.#p = from;
    this.#to = to;
    this.#depth = 0;
    try {
      this.#blanks();
      if (this.#here() !== OPEN_OBJECT) return false;
      this.#object(this.#places);
      this.#blanks();
      return this.#p === to;
    } catch (error) {
      if (error instanceof JsonError) return false;
      throw error;
    }
  }

  #here(): number {
    return this.#p < this.#to ? this.#b[this.#p] : -1;
  }

  #blanks(): void {
    for (let c = this.#here(); c === 32 || c === 9 || c === 10 || c === 13; c = this.#here())
      this.#p++;
  }

  #expect(byte: number): void {
    if (this.#here() !== byte) throw new JsonError();
    this.#p++;
  }

  #object(places: readonly JsonPlace[]): void {
    if (++this.#depth > MOST_DEPTH) throw new JsonError();
    this.#p++;
    this.#blanks();
    if (this.#here() === CLOSE_OBJECT) this.#p++;
    else this.#members(places);
    this.#depth--;
  }

  #members(places: readonly JsonPlace[]): void {
    // Keys mostly come in one order: look first at the one after the last found.
    let guess = 0;
    for (;;) {
      this.#blanks();
      const keyFrom = this.#p + 1;
      const keyTo = this.#string();
      const place = this.#place(places, guess, keyFrom, keyTo);
      if (place !== undefined) guess = places.indexOf(place) + 1;
      this.#blanks();
      this.#expect(COLON);
      this.#value(place);
      this.#blanks();
      if (this.#here() !== COMMA) break;
      this.#p++;
    }
    this.#expect(CLOSE_OBJECT);
  }

  #place(
    places: readonly JsonPlace[],
    guess: number,
    from: number,
    to: number,
  ): JsonPlace | undefined {
    for (let i = 0; i < places.length; i++) {
      const place = places[(guess + i) % places.length];
      if (this.#isKey(place.keyBytes, from, to)) return place;
    }
    return undefined;
  }

  #isKey(key: Uint8Array, from: number, to: number): boolean {
    if (key.length !== to - from) return false;
    for (let i = 0; i < key.length; i++) if (key[i] !== this.#b[from + i]) return false;
    return true;
  }

  #value(place: JsonPlace | undefined): void {
    this.#blanks();
    const from = this.#p;
    const c = this.#here();
    const column = place?.column ?? -1;
    if (place !== undefined) this.#forget(place.inside);
    if (c === OPEN_OBJECT || c === OPEN_LIST) {
      if (c === OPEN_OBJECT) this.#object(place?.inside ?? []);
      else this.#list();
      // Where one value is wanted, an object or a list is none.
      if (column >= 0) this.#keep(column, from, from);
    } else if (c === QUOTE) {
      const to = this.#string();
      if (column >= 0) this.#keep(column, from + 1, to);
    } else if (c === 45 || (c >= 48 && c <= 57)) {
      this.#number();
      if (column >= 0) this.#keep(column, from, this.#p);
    } else {
      const isNull = this.#word();
      if (column >= 0) this.#keep(column, from, isNull ? from : this.#p);
    }
  }

  /** What an earlier value of the same key held inside no longer counts. */
  #forget(places: readonly JsonPlace[]): void {
    for (const place of places) {
      if (place.column >= 0) this.#keep(place.column, this.#p, this.#p);
      this.#forget(place.inside);
    }
  }

  #keep(column: number, from: number, to: number): void {
    this.starts[column] = from;
    this.ends[column] = to;
  }

  #list(): void {
    if (++this.#depth > MOST_DEPTH) throw new JsonError();
    this.#p++;
    this.#blanks();
    if (this.#here() === CLOSE_LIST) this.#p++;
    else {
      for (;;) {
        this.#value(undefined);
        this.#blanks();
        if (this.#here() !== COMMA) break;
        this.#p++;
      }
      this.#expect(CLOSE_LIST);
    }
    this.#depth--;
  }

  #word(): boolean {
    for (const word of ['null', 'true', 'false']) {
      let i = 0;
      while (
        i < word.length &&
        this.#p + i < this.#to &&
        this.#b[this.#p + i] === word.charCodeAt(i)
      )
        i++;
      if (i < word.length) continue;
      this.#p += i;
      return word === 'null';
    }
    throw new JsonError();
  }

  #digits(): void {
    const from = this.#p;
    while (this.#here() >= 48 && this.#here() <= 57) this.#p++;
    if (this.#p === from) throw new JsonError();
  }

  #number(): void {
    if (this.#here() === 45) this.#p++;
    if (this.#here() === 48) this.#p++;
    else this.#digits();
    if (this.#here() === 46) {
      this.#p++;
      this.#digits();
    }
    if ((this.#here() | 32) === 101) {
      this.#p++;
      if (this.#here() === 43 || this.#here() === 45) this.#p++;
      this.#digits();
    }
  }

  /** Passes a string and unescapes it in place; where its text ends. It starts after the opening quote. */
  #string(): number {
    this.#expect(QUOTE);
    const b = this.#b;
    let out = this.#p;
    for (;;) {
      const c = this.#here();
      if (c < 32) throw new JsonError();
      this.#p++;
      if (c === QUOTE) return out;
      if (c !== BACKSLASH) b[out++] = c;
      else out = this.#escape(out);
    }
  }

  #escape(out: number): number {
    const c = this.#here();
    this.#p++;
    const plain = ESCAPES.get(c);
    if (plain !== undefined) {
      this.#b[out] = plain;
      return out + 1;
    }
    if (c !== 117) throw new JsonError();
    let unit = this.#hex();
    // A pair of surrogates is one character; one alone is none.
    if (
      unit >= 0xd800 &&
      unit < 0xdc00 &&
      this.#here() === BACKSLASH &&
      this.#b[this.#p + 1] === 117
    ) {
      const back = this.#p;
      this.#p += 2;
      const low = this.#hex();
      if (low >= 0xdc00 && low < 0xe000) unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
      else this.#p = back;
    }
    const utf8 = new TextEncoder().encode(String.fromCodePoint(unit));
    this.#b.set(utf8, out);
    return out + utf8.length;
  }

  #hex(): number {
    const text = String.fromCharCode(...this.#b.subarray(this.#p, Math.min(this.#p + 4, this.#to)));
    if (!/^[0-9a-fA-F]{4}$/.test(text)) throw new JsonError();
    this.#p += 4;
    return Number.parseInt(text, 16);
  }
}

const ESCAPES: ReadonlyMap<number, number> = new Map(
  (
    [
      ['"', '"'],
      ['\\', '\\'],
      ['/', '/'],
      ['b', '\b'],
      ['f', '\f'],
      ['n', '\n'],
      ['r', '\r'],
      ['t', '\t'],
    ] as const
  ).map(([sign, means]) => [sign.charCodeAt(0), means.charCodeAt(0)]),
);
