/** Halved every ten minutes: a burst is forgotten within an hour. */
const HALF_LIFE_MS = 600_000;
/** Callers remembered; beyond, the one longest silent is forgotten. */
const CALLERS_MOST = 10_000;

/** How much each caller asked for lately, and all together: a count that fades. */
export class LoadOfCallers {
  readonly #callers = new Map<string, Fading>();
  #all: Fading = { count: 0, at: 0 };

  /** Counts one more; what it was before, of the caller and of all. */
  add(caller: string, now: number): { readonly own: number; readonly all: number } {
    const own = faded(this.#callers.get(caller), now);
    const all = faded(this.#all, now);
    this.#callers.delete(caller);
    const [longestSilent] = this.#callers.keys();
    if (this.#callers.size >= CALLERS_MOST && longestSilent !== undefined)
      this.#callers.delete(longestSilent);
    this.#callers.set(caller, { count: own + 1, at: now });
    this.#all = { count: all + 1, at: now };
    return { own, all };
  }

  get callers(): number {
    return this.#callers.size;
  }
}

interface Fading {
  readonly count: number;
  readonly at: number;
}

function faded(fading: Fading | undefined, now: number): number {
  if (fading === undefined) return 0;
  return fading.count * 0.5 ** (Math.max(0, now - fading.at) / HALF_LIFE_MS);
}
