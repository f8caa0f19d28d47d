/** What is thought of an account changed because of a transfer. */
export interface Reconsidered {
  readonly account: number;
  /** 0..100: what was thought of it before, and is now. */
  readonly before: number;
  readonly after: number;
  /** Transfers of the account since the last change that had passed without a word. */
  readonly passed: number;
}

/** Half-life of an opinion: as long as suspicion is remembered (`model/heard.ts`). */
const HALF_LIFE_MS = 14 * 86_400_000;

/**
 * What is thought of each account, in the light of all that came so far. A transfer that looked like nothing stays
 * judged as it was; but when later money explains it, the account is thought of anew, and that is said once for every
 * verdict it rises to. 16 bytes an account.
 */
export class Opinions {
  readonly #levels: readonly number[];
  #score = new Float32Array(1024);
  #passed = new Uint32Array(1024);
  #at = new Float64Array(1024);

  /** @param levels scores at which a verdict changes, ascending */
  constructor(levels: readonly number[]) {
    this.#levels = levels;
  }

  /** What is thought of `account` at `atMs`, 0..100. */
  of(account: number, atMs: number): number {
    if (account >= this.#score.length) return 0;
    return this.#score[account] * 2 ** (-Math.max(0, atMs - this.#at[account]) / HALF_LIFE_MS);
  }

  /** Takes in the score of a transfer of `account`; tells if a verdict on the account rose. */
  take(account: number, score: number, atMs: number): Reconsidered | undefined {
    this.#ensure(account);
    const before = this.of(account, atMs);
    const after = Math.max(before, score);
    this.#score[account] = after;
    this.#at[account] = Math.max(this.#at[account], atMs);
    const rose = this.#levelOf(after) > this.#levelOf(before);
    const passed = this.#passed[account];
    if (rose) this.#passed[account] = 0;
    else if (this.#levelOf(score) === 0) this.#passed[account]++;
    // The first transfer of all is judged, not reconsidered.
    return rose && passed > 0 ? { account, before, after, passed } : undefined;
  }

  /** Everything it knows, as bytes for a snapshot. */
  save(): Uint8Array[] {
    return [this.#score, this.#passed, this.#at].map(
      (column) => new Uint8Array(column.buffer, column.byteOffset, column.byteLength),
    );
  }

  /** Goes on from what `save` gave. */
  restore([score, passed, at]: readonly Uint8Array[]): void {
    this.#score = new Float32Array(new Uint8Array(score).buffer);
    this.#passed = new Uint32Array(new Uint8Array(passed).buffer);
    this.#at = new Float64Array(new Uint8Array(at).buffer);
  }

  #levelOf(score: number): number {
    // A loop: it is asked four times a transfer, and a filter would make an array each time.
    let reached = 0;
    for (const level of this.#levels) if (score >= level) reached++;
    return reached;
  }

  #ensure(account: number): void {
    if (account < this.#score.length) return;
    const size = Math.max(account + 1, this.#score.length * 2);
    this.#score = widened(new Float32Array(size), this.#score);
    this.#passed = widened(new Uint32Array(size), this.#passed);
    this.#at = widened(new Float64Array(size), this.#at);
  }
}

function widened<A extends Float32Array | Uint32Array | Float64Array>(wider: A, kept: A): A {
  wider.set(kept);
  return wider;
}
