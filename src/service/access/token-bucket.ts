/** How much of something one caller may have. */
export interface Rate {
  /** What comes back each second. */
  readonly perSecond: number;
  /** What may be taken at once after a rest. */
  readonly burst: number;
}

/** Callers remembered at once. Beyond, the one longest silent is forgotten: it has rested most, so its bucket is the fullest. */
const CALLERS_MOST = 10_000;

/**
 * Token buckets, one a caller, in memory: a restart fills them all. A bucket is kept as the one time at which it will be
 * full again (the generic cell rate algorithm), which does not drift.
 */
export class RateLimiter {
  readonly #unitMs: number;
  readonly #burstMs: number;
  readonly #most: number;
  /** When each is full, in the order of last use. */
  readonly #fullAt = new Map<string | number, number>();

  constructor({ perSecond, burst }: Rate, most = CALLERS_MOST) {
    if (!(perSecond > 0) || !(burst >= 1)) throw new RangeError('a rate is above zero');
    this.#unitMs = 1000 / perSecond;
    this.#burstMs = burst * this.#unitMs;
    this.#most = most;
  }

  /**
   * Takes `cost` for a caller, or nothing. Returns 0 when taken, else the milliseconds after which it would be. A cost
   * above the burst is taken as the whole burst: a large batch waits for a full bucket and is not refused for ever.
   */
  take(caller: string | number, now: number, cost = 1): number {
    const costMs = Math.min(cost * this.#unitMs, this.#burstMs);
    const fullNow = this.#full(caller, now);
    const full = fullNow + costMs;
    const waitMs = full - now - this.#burstMs;
    if (waitMs > 0) {
      this.#fullAt.set(caller, fullNow);
      return Math.ceil(waitMs);
    }
    this.#fullAt.delete(caller);
    if (this.#fullAt.size >= this.#most) {
      const [longestSilent] = this.#fullAt.keys();
      if (longestSilent !== undefined) this.#fullAt.delete(longestSilent);
    }
    this.#fullAt.set(caller, full);
    return 0;
  }

  /** Milliseconds until a caller may take one; takes nothing. */
  waitMs(caller: string | number, now: number): number {
    const waitMs = this.#full(caller, now) + this.#unitMs - now - this.#burstMs;
    return waitMs > 0 ? Math.ceil(waitMs) : 0;
  }

  get callers(): number {
    return this.#fullAt.size;
  }

  /** A clock that stepped back must not make anybody wait longer than for an empty bucket. */
  #full(caller: string | number, now: number): number {
    return Math.min(Math.max(this.#fullAt.get(caller) ?? now, now), now + this.#burstMs);
  }
}
