/**
 * Seeded randomness, passed in wherever something must vary: simulated people, generated identifiers,
 * property tests. The same seed gives the same stream on every machine and for ever: files made by
 * `qorgan simulate` depend on it, so the order of draws inside a method is part of its contract.
 */
export interface Random {
  /** Uniform in [0, 1), 53 bits. */
  next(): number;
  /** Uniform integer in [lo, hi], both included; safe integers, lo <= hi. */
  int(lo: number, hi: number): number;
  /** True with probability p. */
  chance(p: number): boolean;
  /** One of `items` (not empty), each as likely. */
  pick<T>(items: readonly T[]): T;
  /** One of `items`, as likely as its weight (>= 0, not all 0) says. */
  weighted<T>(items: readonly T[], weights: readonly number[]): T;
  /** A shuffled copy. */
  shuffle<T>(items: readonly T[]): T[];
  /** Normal (Gauss). */
  normal(mean: number, deviation: number): number;
  /** exp(normal): `median` is the middle value, `sigma` the deviation of its natural logarithm. */
  lognormal(median: number, sigma: number): number;
  /**
   * A child stream that depends on the seed and the labels down to it and not on how much was drawn:
   * a new draw in one part of a simulation leaves all the others as they were.
   */
  fork(label: string): Random;
}

/** A stream for a seed: any safe integer, negative ones too. */
export function createRandom(seed: number): Random {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`seed must be a safe integer, got ${seed}`);
  return new Sfc32(seed >>> 0, Math.floor(seed / 2 ** 32) >>> 0, 0);
}

/**
 * sfc32, "small fast counting" by Chris Doty-Humphrey (PractRand): 128 bits of state, its counter makes
 * the period at least 2^32; seeded like PractRand's seed(u64) with a third word for forks.
 */
class Sfc32 implements Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;
  readonly #seed: readonly [number, number, number];

  constructor(a: number, b: number, c: number) {
    this.#seed = [a, b, c];
    this.#a = a;
    this.#b = b;
    this.#c = c;
    for (let round = 0; round < 15; round++) this.#bits();
  }

  /** 32 uniform bits as an integer >= 0. */
  #bits(): number {
    const out = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + out) | 0;
    return out >>> 0;
  }

  next(): number {
    const high = this.#bits() >>> 5;
    const low = this.#bits() >>> 6;
    return (high * 2 ** 26 + low) / 2 ** 53;
  }

  int(lo: number, hi: number): number {
    const span = hi - lo + 1;
    if (!Number.isSafeInteger(lo) || !Number.isSafeInteger(hi) || span < 1 || span > 2 ** 53)
      throw new RangeError(`no integers from ${lo} to ${hi}`);
    return lo + Math.floor(this.next() * span);
  }

  chance(p: number): boolean {
    return this.next() < p;
  }

  pick<T>(items: readonly T[]): T {
    if (items.length === 0) throw new RangeError('nothing to pick from');
    return items[this.int(0, items.length - 1)];
  }

  weighted<T>(items: readonly T[], weights: readonly number[]): T {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    if (items.length !== weights.length || !(total > 0))
      throw new RangeError('weights must match the items and not all be 0');
    let left = this.next() * total;
    let last = 0;
    for (let i = 0; i < weights.length; i++) {
      const weight = weights[i];
      if (weight <= 0) continue;
      last = i;
      left -= weight;
      if (left < 0) break;
    }
    return items[last];
  }

  shuffle<T>(items: readonly T[]): T[] {
    const out = [...items];
    for (let i = out.length - 1; i > 0; i--) {
      const j = this.int(0, i);
      [out[i], out[j]] = [out[j], out[i]];
    }
    return out;
  }

  /** Box-Muller with both draws spent each time, so that every call costs the stream the same. */
  normal(mean: number, deviation: number): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    return mean + deviation * radius * Math.cos(2 * Math.PI * this.next());
  }

  lognormal(median: number, sigma: number): number {
    return median * Math.exp(this.normal(0, sigma));
  }

  fork(label: string): Random {
    let [a, b, c] = this.#seed;
    c = (c ^ 0x9e3779b9) | 0; // a fork by '' is not its parent
    for (let i = 0; i < label.length; i++) {
      a = scramble(a ^ label.charCodeAt(i));
      b = scramble(b + a);
      c = scramble(c ^ b);
    }
    return new Sfc32(scramble(a) >>> 0, scramble(b) >>> 0, scramble(c) >>> 0);
  }
}

/** The 32-bit finaliser of MurmurHash3: every bit in reaches every bit out, reversibly. */
function scramble(word: number): number {
  let x = word | 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}
