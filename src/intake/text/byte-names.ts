const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Text of `b[from..to)`; undefined when the bytes are not UTF-8. */
export function utf8Text(b: Uint8Array, from: number, to: number): string | undefined {
  let high = 0;
  for (let i = from; i < to; i++) high |= b[i];
  const view = Buffer.from(b.buffer, b.byteOffset + from, to - from);
  if (high < 128) return view.toString('latin1');
  try {
    return strictUtf8.decode(view);
  } catch {
    return undefined;
  }
}

/** A slot of the table: index + 1 (0 is free), length, and the name itself when it fits. */
const SLOT = 4;
const NAME = 2;
/** Bytes of a name that stand in its slot. Wider slots were measured slower: the table then falls out of the cache. */
const INLINE_BYTES = (SLOT - NAME) * 4;
const FIRST_SLOTS = 1 << 10;

/**
 * Interns names straight from the bytes of a buffer: a string is made only for a name not met before. Indexes are
 * dense and in order of first appearance. Names new since `takeFresh` wait there for the one who keeps the strings.
 *
 * An open-addressed table whose slots hold a short name's bytes as words, so that finding it touches one cache line
 * and no other memory; a longer name has its hash there and its place in an arena.
 */
export class ByteNames {
  size = 0;
  #slots = FIRST_SLOTS;
  #table = new Uint32Array(FIRST_SLOTS * SLOT);
  #arena = new Uint8Array(1 << 10);
  #arenaUsed = 0;
  #fresh: string[] = [];
  /** The name in hand, as a slot would hold it, and its hash. */
  readonly #words = new Uint32Array(SLOT - NAME);
  #hash = 0;

  /** Index of the name `b[from..to)`, added if new; -1 when it is new and not UTF-8. */
  intern(b: Uint8Array, from: number, to: number): number {
    const length = to - from;
    const isShort = length <= INLINE_BYTES;
    if (isShort) this.#load(b, from, to);
    else this.#loadLong(b, from, to);
    const table = this.#table;
    const words = this.#words;
    const mask = this.#slots - 1;
    let slot = this.#hash & mask;
    for (;;) {
      const at = slot * SLOT;
      const found = table[at];
      if (found === 0) break;
      if (
        table[at + 1] === length &&
        table[at + 2] === words[0] &&
        (isShort ? table[at + 3] === words[1] : this.#isInArena(table[at + 3], b, from, to))
      )
        return found - 1;
      slot = (slot + 1) & mask;
    }
    const name = utf8Text(b, from, to);
    if (name === undefined) return -1;
    this.#add(slot * SLOT, b, from, to);
    this.#fresh.push(name);
    return this.size - 1;
  }

  /** Takes back the name added last, whose row turned out to be unusable. At most once after an `intern`. */
  forgetLast(): void {
    const name = Buffer.from(this.#fresh.pop() ?? '');
    if (name.length <= INLINE_BYTES) this.#load(name, 0, name.length);
    else this.#loadLong(name, 0, name.length);
    let slot = this.#hash & (this.#slots - 1);
    while (this.#table[slot * SLOT] !== this.size) slot = (slot + 1) & (this.#slots - 1);
    this.#table.fill(0, slot * SLOT, (slot + 1) * SLOT);
    this.size--;
  }

  /** Names added since the last call, in order of their indexes. */
  takeFresh(): string[] {
    const fresh = this.#fresh;
    this.#fresh = [];
    return fresh;
  }

  #load(b: Uint8Array, from: number, to: number): void {
    const words = this.#words;
    const middle = from + 4 < to ? from + 4 : to;
    let first = 0;
    let second = 0;
    let i = from;
    for (let shift = 0; i < middle; i++, shift += 8) first |= b[i] << shift;
    for (let shift = 0; i < to; i++, shift += 8) second |= b[i] << shift;
    words[0] = first;
    words[1] = second;
    this.#hash = finish(mix(mix(to - from, first), second));
  }

  #loadLong(b: Uint8Array, from: number, to: number): void {
    let hash = to - from;
    let i = from;
    for (; i + 3 < to; i += 4)
      hash = mix(hash, b[i] | (b[i + 1] << 8) | (b[i + 2] << 16) | (b[i + 3] << 24));
    for (; i < to; i++) hash = mix(hash, b[i]);
    this.#words[0] = hash;
    this.#hash = finish(hash);
  }

  #isInArena(start: number, b: Uint8Array, from: number, to: number): boolean {
    const arena = this.#arena;
    for (let i = from, a = start; i < to; i++, a++) if (arena[a] !== b[i]) return false;
    return true;
  }

  #add(at: number, b: Uint8Array, from: number, to: number): void {
    const length = to - from;
    if (length > INLINE_BYTES) {
      const start = this.#arenaUsed;
      this.#arenaUsed += length;
      if (this.#arenaUsed > this.#arena.length) this.#arena = wider(this.#arena, this.#arenaUsed);
      this.#arena.set(b.subarray(from, to), start);
      this.#words[1] = start;
    }
    this.#table[at] = ++this.size;
    this.#table[at + 1] = length;
    this.#table.set(this.#words, at + NAME);
    if (this.size * 4 > this.#slots * 3) this.#grow();
  }

  #grow(): void {
    const old = this.#table;
    this.#slots *= 2;
    this.#table = new Uint32Array(this.#slots * SLOT);
    const mask = this.#slots - 1;
    for (let from = 0; from < old.length; from += SLOT) {
      if (old[from] === 0) continue;
      let slot = hashOfSlot(old, from) & mask;
      while (this.#table[slot * SLOT] !== 0) slot = (slot + 1) & mask;
      this.#table.set(old.subarray(from, from + SLOT), slot * SLOT);
    }
  }
}

/** One step of the hash; constants of MurmurHash3 (A. Appleby, public domain). */
function mix(hash: number, word: number): number {
  const mixed = Math.imul(hash ^ word, 0xcc9e2d51);
  return mixed ^ (mixed >>> 15);
}

function finish(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

/** The hash that `#load` or `#loadLong` gave the name in a slot. */
function hashOfSlot(table: Uint32Array, at: number): number {
  const length = table[at + 1];
  if (length > INLINE_BYTES) return finish(table[at + NAME]);
  return finish(mix(mix(length, table[at + NAME]), table[at + NAME + 1]));
}

function wider(bytes: Uint8Array, least: number): Uint8Array<ArrayBuffer> {
  const more = new Uint8Array(Math.max(least, bytes.length * 2));
  more.set(bytes);
  return more;
}
