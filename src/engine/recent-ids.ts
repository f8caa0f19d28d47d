import type { TransferBatch } from '../domain/transfer.ts';

/**
 * Ids seen lately, so that a repeat is recognised. Two generations of fixed size: when the younger is
 * full the older is forgotten, so memory is bounded and at least CAPACITY ids back are remembered.
 * A transfer is known by 53 bits of hash over its id and contents; the chance that two of the last
 * million distinct ones collide is below one in 10,000 per million transfers.
 *
 * Both generations lie side by side, slot by slot: looking an id up in both is one cache miss, not two.
 */
const SLOTS = 1 << 21;
const CAPACITY = 1 << 20;

export class RecentIds {
  readonly #keys = new Float64Array(2 * SLOTS);
  /** Which of each two words is the younger generation's: 0 or 1. */
  #young = 0;
  #count = 0;
  #turns = 0;

  /** True if `key` (a positive safe integer) was seen lately; remembers it. */
  seen(key: number): boolean {
    const keys = this.#keys;
    const young = this.#young;
    // The remainder of a power of two, without the slow division of doubles.
    let slot = key - Math.floor(key / SLOTS) * SLOTS;
    for (let old = slot; keys[2 * old + 1 - young] !== 0; old = (old + 1) % SLOTS)
      if (keys[2 * old + 1 - young] === key) return true;
    for (; keys[2 * slot + young] !== 0; slot = (slot + 1) % SLOTS)
      if (keys[2 * slot + young] === key) return true;
    keys[2 * slot + young] = key;
    if (++this.#count === CAPACITY) this.#turn();
    return false;
  }

  /** True if `key` was seen lately; remembers nothing. */
  has(key: number): boolean {
    const keys = this.#keys;
    for (const side of [0, 1])
      for (
        let slot = key - Math.floor(key / SLOTS) * SLOTS;
        keys[2 * slot + side] !== 0;
        slot = (slot + 1) % SLOTS
      )
        if (keys[2 * slot + side] === key) return true;
    return false;
  }

  /** How often the older half was forgotten: ids seen before the last but one turn are no longer known. */
  get turns(): number {
    return this.#turns;
  }

  #turn(): void {
    this.#turns++;
    this.#young = 1 - this.#young;
    this.#count = 0;
    for (let i = this.#young; i < 2 * SLOTS; i += 2) this.#keys[i] = 0;
  }

  save(): { keys: Float64Array; young: number; count: number } {
    return { keys: this.#keys, young: this.#young, count: this.#count };
  }

  restore(keys: Float64Array, young: number, count: number): void {
    this.#keys.set(keys);
    this.#young = young;
    this.#count = count;
  }
}

/** Key of a transfer for `seen`: a hash over the bytes of its id and what it moves. */
function transferKey(
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

/** The same of transfer `i` of a batch. */
export function transferKeyOf(
  {
    payer,
    payee,
    amountMinor,
    idBytes,
    idEnd,
  }: Pick<TransferBatch, 'payer' | 'payee' | 'amountMinor' | 'idBytes' | 'idEnd'>,
  i: number,
): number {
  const from = i === 0 ? 0 : idEnd[i - 1];
  return transferKey(idBytes, from, idEnd[i], payer[i], payee[i], amountMinor[i]);
}
