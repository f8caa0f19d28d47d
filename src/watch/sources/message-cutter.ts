/** Where an array of messages stands. */
export interface MessageList {
  /** Single values that stand before the array in the same object: name, type and id of a chat. */
  readonly chat: Readonly<Record<string, string>>;
}

export interface MessageSink {
  /** One element of a `messages` array as it stands, UTF-8; the bytes are the sink's own. `number` counts from 1 over all lists. */
  message(bytes: Uint8Array, list: MessageList, number: number): void;
  /** An element that is longer or nested deeper than any real message. */
  refused(reason: 'long' | 'deep', number: number): void;
}

/** A message has 4,096 characters; its formatting, reactions and polls come beside. */
const MOST_MESSAGE_BYTES = 4 << 20;
const MOST_DEPTH = 64;
const MOST_VALUE_BYTES = 1_024;

const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/** An object or array that is open outside of a message. */
interface Level {
  readonly isObject: boolean;
  readonly isMessages: boolean;
  readonly values: Record<string, string>;
  key: string;
}

const WANTED_VALUES = new Set(['name', 'type', 'id']);

/**
 * Cuts the messages out of an export of Telegram, wherever they stand in it (one chat, or all of them), however large the
 * file is and wherever its chunks are cut. Only brackets, quotes and keys are looked at, so a message that is wrong inside
 * costs itself only. Holds one message at most, and no more than 4 MB of it.
 */
export class MessageCutter {
  readonly #sink: MessageSink;
  readonly #decoder = new TextDecoder();
  readonly #levels: Level[] = [];
  #number = 0;
  /** False once the text is no JSON object that has its brackets right. */
  #isBroken = false;
  #isDone = false;
  #lists = 0;
  // A string or bare value outside of a message.
  #inText = false;
  #escaped = false;
  #value: number[] = [];
  #hasValue = false;
  // The present message: brackets that are open in it.
  #open = 0;
  #deepest = 0;
  #held: Uint8Array[] = [];
  #heldBytes = 0;

  constructor(sink: MessageSink) {
    this.#sink = sink;
  }

  /** Nothing more can be read: brackets are wrong, or the file is none of an export. */
  get isBroken(): boolean {
    return this.#isBroken;
  }

  /** Lists of messages that were met. */
  get lists(): number {
    return this.#lists;
  }

  write(bytes: Uint8Array): void {
    let from = this.#open > 0 ? 0 : -1;
    for (let p = 0; p < bytes.length && !this.#isBroken; p++) {
      const c = bytes[p];
      if (this.#open === 0) {
        if (!this.#outside(c)) continue;
        from = p;
        this.#open = 1;
        this.#deepest = 1;
        this.#number++;
      } else if (this.#inside(c)) {
        this.#finish(bytes.subarray(from, p + 1));
        from = -1;
      }
    }
    if (from >= 0) this.#hold(bytes.subarray(from));
  }

  /** True when the text was whole. */
  end(): boolean {
    return this.#isDone && !this.#isBroken;
  }

  /** One byte outside of messages; true when a message begins with it. */
  #outside(c: number): boolean {
    if (this.#inText) {
      this.#textByte(c);
      return false;
    }
    const level = this.#levels.at(-1);
    if (c === OPEN_OBJECT && level?.isMessages) return true;
    if (c === QUOTE) {
      this.#value = [];
      this.#inText = true;
    } else if (c === OPEN_OBJECT || c === OPEN_LIST) this.#push(c === OPEN_OBJECT);
    else if (c === CLOSE_OBJECT || c === CLOSE_LIST) this.#pop(c === CLOSE_OBJECT);
    else if (c === COLON && level !== undefined) level.key = this.#taken();
    else if (c === COMMA && level !== undefined) this.#keep(level);
    else if (c > 32) this.#bareByte(c);
    return false;
  }

  #textByte(c: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (c === BACKSLASH) this.#escaped = true;
    else if (c === QUOTE) {
      this.#inText = false;
      this.#hasValue = true;
      return;
    }
    this.#collect(c);
  }

  #bareByte(c: number): void {
    if (this.#levels.length === 0) {
      // Only a byte order mark may stand before the object.
      if (this.#isDone || ![0xef, 0xbb, 0xbf].includes(c)) this.#isBroken = true;
      return;
    }
    if (!this.#hasValue) this.#value = [];
    this.#hasValue = true;
    this.#collect(c);
  }

  #collect(c: number): void {
    if (this.#value.length < MOST_VALUE_BYTES) this.#value.push(c);
  }

  #taken(): string {
    const text = this.#decoder.decode(Uint8Array.from(this.#value));
    this.#value = [];
    this.#hasValue = false;
    return unescaped(text);
  }

  #keep(level: Level): void {
    if (!this.#hasValue) return;
    const value = this.#taken();
    if (level.isObject && WANTED_VALUES.has(level.key)) level.values[level.key] = value;
  }

  #push(isObject: boolean): void {
    const parent = this.#levels.at(-1);
    if (this.#levels.length >= MOST_DEPTH || (this.#isDone && parent === undefined)) {
      this.#isBroken = true;
      return;
    }
    const isMessages = !isObject && parent?.isObject === true && parent.key === 'messages';
    if (isMessages) this.#lists++;
    this.#levels.push({ isObject, isMessages, values: {}, key: '' });
  }

  #pop(isObject: boolean): void {
    const level = this.#levels.pop();
    if (level === undefined || level.isObject !== isObject) {
      this.#isBroken = true;
      return;
    }
    this.#value = [];
    this.#hasValue = false;
    this.#isDone = this.#levels.length === 0;
  }

  /** One byte of a message; true when it is its last. */
  #inside(c: number): boolean {
    if (this.#inText) {
      if (this.#escaped) this.#escaped = false;
      else if (c === BACKSLASH) this.#escaped = true;
      else if (c === QUOTE) this.#inText = false;
      return false;
    }
    if (c === QUOTE) this.#inText = true;
    else if (c === OPEN_OBJECT || c === OPEN_LIST)
      this.#deepest = Math.max(this.#deepest, ++this.#open);
    else if (c === CLOSE_OBJECT || c === CLOSE_LIST) return --this.#open === 0;
    return false;
  }

  #hold(rest: Uint8Array): void {
    this.#heldBytes += rest.length;
    if (this.#heldBytes <= MOST_MESSAGE_BYTES) this.#held.push(rest.slice());
    else this.#held = [];
  }

  #finish(rest: Uint8Array): void {
    const pieces = [...this.#held, rest];
    const length = this.#heldBytes + rest.length;
    this.#held = [];
    this.#heldBytes = 0;
    if (length > MOST_MESSAGE_BYTES) this.#sink.refused('long', this.#number);
    else if (this.#deepest > MOST_DEPTH) this.#sink.refused('deep', this.#number);
    else this.#sink.message(joined(pieces, length), this.#list(), this.#number);
  }

  /** The chat is the object that holds the list. */
  #list(): MessageList {
    return { chat: this.#levels.at(-2)?.values ?? {} };
  }
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** A value as JSON writes it; what is cut or wrong stays as written. */
function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return text;
  }
}
