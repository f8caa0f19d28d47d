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

/**
 * Interns names straight from the bytes of a buffer: a string is made only for a name not met before. An
 * open-addressed table of [hash, index + 1] pairs over an arena of the names' bytes; indexes are dense and
 * in order of first appearance. Names new since `takeFresh` wait there for the one who keeps the strings.
 */
export class ByteNames {
  size = 0;
  #mask = 1023;
  #table = new Uint32Array(2048);
  #arena = new Uint8Array(1 << 14);
  #ends = new Float64Array(1 << 10);
  #fresh: string[] = [];
  #lastHash = 0;

  /** Index of the name `b[from..to)`, added if new; -1 when it is new and not UTF-8. */
  intern(b: Uint8Array, from: number, to: number): number {
    const hash = hashOf(b, from, to);
    const table = this.#table;
    let slot = hash & this.#mask;
    for (;;) {
      const found = table[slot * 2 + 1];
      if (found === 0) break;
      if (table[slot * 2] === hash && this.#is(found - 1, b, from, to)) return found - 1;
      slot = (slot + 1) & this.#mask;
    }
    const name = utf8Text(b, from, to);
    if (name === undefined) return -1;
    return this.#add(slot, hash, b, from, to, name);
  }

  /** Takes back the name added last, whose row turned out to be unusable. At most once after an `intern`. */
  forgetLast(): void {
    let slot = this.#lastHash & this.#mask;
    while (this.#table[slot * 2 + 1] !== this.size) slot = (slot + 1) & this.#mask;
    this.#table[slot * 2 + 1] = 0;
    this.size--;
    this.#fresh.pop();
  }

  /** Names added since the last call, in order of their indexes. */
  takeFresh(): string[] {
    const fresh = this.#fresh;
    this.#fresh = [];
    return fresh;
  }

  #is(index: number, b: Uint8Array, from: number, to: number): boolean {
    const start = index === 0 ? 0 : this.#ends[index - 1];
    if (this.#ends[index] - start !== to - from) return false;
    const arena = this.#arena;
    for (let i = from, a = start; i < to; i++, a++) if (arena[a] !== b[i]) return false;
    return true;
  }

  #add(slot: number, hash: number, b: Uint8Array, from: number, to: number, name: string): number {
    const index = this.size++;
    this.#lastHash = hash;
    const start = index === 0 ? 0 : this.#ends[index - 1];
    const end = start + to - from;
    if (end > this.#arena.length) this.#arena = wider(this.#arena, end);
    this.#arena.set(b.subarray(from, to), start);
    if (index === this.#ends.length) {
      const ends = new Float64Array(index * 2);
      ends.set(this.#ends);
      this.#ends = ends;
    }
    this.#ends[index] = end;
    this.#table[slot * 2] = hash;
    this.#table[slot * 2 + 1] = index + 1;
    this.#fresh.push(name);
    if (this.size * 2 > this.#mask) this.#rehash();
    return index;
  }

  #rehash(): void {
    const old = this.#table;
    this.#mask = this.#mask * 2 + 1;
    this.#table = new Uint32Array((this.#mask + 1) * 2);
    for (let i = 0; i < old.length; i += 2) {
      if (old[i + 1] === 0) continue;
      let slot = old[i] & this.#mask;
      while (this.#table[slot * 2 + 1] !== 0) slot = (slot + 1) & this.#mask;
      this.#table[slot * 2] = old[i];
      this.#table[slot * 2 + 1] = old[i + 1];
    }
  }
}

/** Four bytes a step: a multiplication a byte would be most of the cost. Constants of MurmurHash3 (public domain). */
function hashOf(b: Uint8Array, from: number, to: number): number {
  let hash = to - from;
  let i = from;
  for (; i + 3 < to; i += 4) {
    const four = b[i] | (b[i + 1] << 8) | (b[i + 2] << 16) | (b[i + 3] << 24);
    hash = Math.imul(hash ^ four, 0xcc9e2d51);
    hash ^= hash >>> 15;
  }
  for (; i < to; i++) hash = Math.imul(hash ^ b[i], 0x1b873593);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

function wider(bytes: Uint8Array, least: number): Uint8Array<ArrayBuffer> {
  const more = new Uint8Array(Math.max(least, bytes.length * 2));
  more.set(bytes);
  return more;
}
