/**
 * Ids seen lately, so that a repeat is recognised. Two generations of fixed size: when the younger is
 * full the older is forgotten, so memory is bounded and at least CAPACITY ids back are remembered.
 * A transfer is known by 53 bits of hash over its id and contents; the chance that two of the last
 * million distinct ones collide is below one in 10,000 per million transfers.
 */
const SLOTS = 1 << 21;
const CAPACITY = 1 << 20;

export class RecentIds {
  #young = new Float64Array(SLOTS);
  #old = new Float64Array(SLOTS);
  #count = 0;

  /** True if `key` (a positive safe integer) was seen lately; remembers it. */
  seen(key: number): boolean {
    if (contains(this.#old, key)) return true;
    let slot = key % SLOTS;
    for (; this.#young[slot] !== 0; slot = (slot + 1) % SLOTS)
      if (this.#young[slot] === key) return true;
    this.#young[slot] = key;
    if (++this.#count === CAPACITY) {
      [this.#young, this.#old] = [this.#old, this.#young];
      this.#young.fill(0);
      this.#count = 0;
    }
    return false;
  }

  save(): { young: Float64Array; old: Float64Array; count: number } {
    return { young: this.#young, old: this.#old, count: this.#count };
  }

  restore(young: Float64Array, old: Float64Array, count: number): void {
    this.#young.set(young);
    this.#old.set(old);
    this.#count = count;
  }
}

function contains(table: Float64Array, key: number): boolean {
  for (let slot = key % SLOTS; table[slot] !== 0; slot = (slot + 1) % SLOTS)
    if (table[slot] === key) return true;
  return false;
}

/** Key of a transfer for `seen`: a hash over the bytes of its id and what it moves. */
export function transferKey(
  idBytes: Uint8Array,
  from: number,
  to: number,
  payer: number,
  payee: number,
  amountMinor: number,
): number {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let i = from; i < to; i++) {
    a = Math.imul(a ^ idBytes[i], 0x01000193);
    b = Math.imul(b ^ idBytes[i], 0x85ebca6b);
  }
  a = Math.imul(a ^ payer, 0x01000193);
  b = Math.imul(b ^ payee, 0xc2b2ae35);
  a = Math.imul(a ^ (amountMinor | 0), 0x01000193);
  b = Math.imul(b ^ (amountMinor / 0x100000000), 0x85ebca6b);
  a ^= a >>> 15;
  b ^= b >>> 13;
  return (a >>> 0) * 0x200000 + ((b >>> 11) & 0x1fffff) + 1;
}
