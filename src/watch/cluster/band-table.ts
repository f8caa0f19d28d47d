import { HASHES } from './signature.ts';

/** Values of one band. With 21 bands a pair of likeness 0.5 meets in one with 94 %, one of 0.2 with 15 %. */
const ROWS = 3;
const BANDS = Math.floor(HASHES / ROWS);

/**
 * Which texts have a band of their signatures in common (locality-sensitive hashing). Texts are numbered from 0 in the order they
 * come; columns grow by doubling, 12 bytes a band.
 */
export class BandTable {
  #heads = new Int32Array(1 << 12).fill(-1);
  /** By text and band: the entry before in the same slot, and the band's hash. */
  #next = new Int32Array(BANDS * 64);
  #hashes = new Uint32Array(BANDS * 64);
  #texts = 0;

  /** Adds the next text. */
  add(values: Uint32Array): void {
    const first = this.#texts * BANDS;
    this.#texts++;
    this.#reserve(this.#texts * BANDS);
    for (let band = 0; band < BANDS; band++) {
      this.#hashes[first + band] = bandHash(values, band);
      this.#link(first + band);
    }
  }

  /** Visits every text that shares a band, some of them more than once, in a fixed order, until `visit` says false. */
  visitSharing(values: Uint32Array, visit: (text: number) => boolean): void {
    const mask = this.#heads.length - 1;
    const hashes = this.#hashes;
    const next = this.#next;
    for (let band = 0; band < BANDS; band++) {
      const hash = bandHash(values, band);
      for (let entry = this.#heads[hash & mask]; entry >= 0; entry = next[entry])
        if (hashes[entry] === hash && entry % BANDS === band)
          if (!visit((entry / BANDS) | 0)) return;
    }
  }

  #link(entry: number): void {
    const slot = this.#hashes[entry] & (this.#heads.length - 1);
    this.#next[entry] = this.#heads[slot];
    this.#heads[slot] = entry;
  }

  #reserve(entries: number): void {
    if (entries > this.#next.length) {
      const next = new Int32Array(this.#next.length * 2);
      const hashes = new Uint32Array(this.#next.length * 2);
      next.set(this.#next);
      hashes.set(this.#hashes);
      this.#next = next;
      this.#hashes = hashes;
    }
    if (entries <= this.#heads.length) return;
    this.#heads = new Int32Array(this.#heads.length * 2).fill(-1);
    for (let entry = 0; entry < entries - BANDS; entry++) this.#link(entry);
  }
}

function bandHash(values: Uint32Array, band: number): number {
  let hash = band + 1;
  for (let row = band * ROWS; row < (band + 1) * ROWS; row++) {
    hash = Math.imul(hash ^ values[row], 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}

/** Whether two signatures share a band. */
export function shareBand(a: Uint32Array, b: Uint32Array): boolean {
  for (let band = 0; band < BANDS; band++) {
    let row = band * ROWS;
    while (row < (band + 1) * ROWS && a[row] === b[row]) row++;
    if (row === (band + 1) * ROWS) return true;
  }
  return false;
}
