/** Values of a signature. */
export const HASHES = 64;
/** Characters of a shingle. */
const SHINGLE = 5;
/** Longest text whose shingles are taken; masked texts are not longer. */
const SHINGLES_MOST = 4_096;

/** Odd multipliers and offsets of the 64 hashes; any will do, these come from the Weyl sequence of the golden ratio. */
const MULTIPLIERS = Uint32Array.from({ length: HASHES }, (_, i) => (scramble(2 * i + 1) | 1) >>> 0);
const OFFSETS = Uint32Array.from({ length: HASHES }, (_, i) => scramble(2 * i + 2));

/** The 32-bit finaliser of MurmurHash3 over a step of the golden ratio. */
function scramble(step: number): number {
  let x = Math.imul(step, 0x9e3779b9);
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

/** MinHash of a text, and how many different shingles it has. */
export interface Signature {
  readonly values: Uint32Array;
  readonly shingles: number;
}

/**
 * MinHash of the 5-character shingles of a masked text (Broder, 1997): the share of equal values of two signatures estimates
 * how many of all their shingles two texts have in common, with a deviation of at most 1/16.
 */
export function signatureOf(text: string): Signature {
  const shingles = shinglesOf(text);
  const values = new Uint32Array(HASHES).fill(0xffffffff);
  for (const shingle of shingles)
    for (let i = 0; i < HASHES; i++) {
      const value = (Math.imul(shingle, MULTIPLIERS[i]) + OFFSETS[i]) >>> 0;
      if (value < values[i]) values[i] = value;
    }
  return { values, shingles: shingles.size };
}

function shinglesOf(text: string): Set<number> {
  const found = new Set<number>();
  for (let at = 0; at + SHINGLE <= text.length && at < SHINGLES_MOST; at++) {
    let hash = 0x811c9dc5; // FNV-1a over UTF-16 units
    for (let i = at; i < at + SHINGLE; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    found.add(scramble(hash));
  }
  return found;
}

/** Estimated likeness (Jaccard) of two texts, 0..1; 0 as soon as it cannot reach `least`. */
export function likenessOf(a: Uint32Array, b: Uint32Array, least = 0): number {
  let different = 0;
  const most = HASHES * (1 - least);
  for (let i = 0; i < HASHES; i++) if (a[i] !== b[i] && ++different > most) return 0;
  return 1 - different / HASHES;
}

/** A text of 53 bits: two texts that share it are taken for one. */
export function textKey(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x5f356495);
  }
  high = scramble(high ^ (low >>> 13));
  low = scramble(low ^ (high >>> 7));
  return (high & 0x1fffff) * 2 ** 32 + low;
}
