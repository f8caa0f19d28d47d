/** An account that an institution told a contact of, which stands in a post. */
export interface ToldContact {
  readonly accountNo: number;
  readonly institutionId: number;
  readonly hash: Buffer;
}

/** Contacts of unlawful posts that are remembered: 32 bytes and what a map needs each. */
const NAMED_MOST = 1 << 20;
/** Identifiers told with transfers that a post found later may still meet. */
const TOLD_MOST = 1 << 18;
/** Accounts that one of them is remembered of: one person has a few. */
const ACCOUNTS_MOST = 8;
/** What waits to be written down. */
const WAITING_MOST = 1 << 16;
/** Of identifiers that nobody has told of an account before; past it, the next transfer tells again. */
const UNWRITTEN_MOST = 1 << 18;

/**
 * Contacts of posts in memory, for the decision path: an identifier that is told with a transfer costs it one look-up. What
 * meets is only noted here; it is written down soon after, by `joinPosts`.
 */
export class NamedInPosts {
  readonly #named = new Set<string>();
  /** First told first: of which accounts an identifier was told lately. */
  readonly #told = new Map<string, readonly ToldContact[]>();
  readonly #waiting = new Map<string, ToldContact>();
  readonly #unwritten = new Map<string, ToldContact>();
  readonly #customers = new Set<number>();
  /** More customers changed than are remembered: all have to be compared. */
  #overflowed = false;

  /** Identifiers that are remembered. */
  get size(): number {
    return this.#named.size;
  }

  /** A bank told an identifier of an account with a transfer. */
  onTold(accountNo: number, institutionId: number, hash: Buffer): void {
    const key = hash.toString('latin1');
    if (this.#named.has(key)) this.#wait({ accountNo, institutionId, hash });
    const before = this.#told.get(key);
    // Most identifiers are told again and again with the same account.
    if (before?.some((one) => one.accountNo === accountNo && one.institutionId === institutionId))
      return;
    if (before === undefined && this.#told.size >= TOLD_MOST) dropOldest(this.#told);
    const others = before?.slice(1 - ACCOUNTS_MOST) ?? [];
    const told = { accountNo, institutionId, hash };
    this.#told.set(key, [...others, told]);
    if (this.#unwritten.size < UNWRITTEN_MOST) this.#unwritten.set(key + placeOf(told), told);
  }

  /** What a customer is known by, or its accounts, has changed. */
  onCustomer(customerId: number): void {
    if (this.#customers.size >= WAITING_MOST) this.#overflowed = true;
    else this.#customers.add(customerId);
  }

  /** Contacts of an unlawful post; who told of one of them lately waits now. */
  name(hashes: readonly Uint8Array[]): void {
    for (const hash of hashes) {
      const key = Buffer.from(hash).toString('latin1');
      if (this.#named.has(key)) continue;
      if (this.#named.size >= NAMED_MOST) dropOldest(this.#named);
      this.#named.add(key);
      for (const told of this.#told.get(key) ?? []) this.#wait(told);
    }
  }

  /** Takes what waits. */
  take(): {
    readonly told: readonly ToldContact[];
    readonly customerIds: readonly number[];
    readonly overflowed: boolean;
  } {
    const taken = {
      told: [...this.#waiting.values()],
      customerIds: [...this.#customers],
      overflowed: this.#overflowed,
    };
    this.#waiting.clear();
    this.#customers.clear();
    this.#overflowed = false;
    return taken;
  }

  /** Takes what was told and is in no table yet, the oldest first. */
  takeUnwritten(most: number): readonly ToldContact[] {
    const taken: ToldContact[] = [];
    for (const [place, told] of this.#unwritten) {
      if (taken.length >= most) break;
      taken.push(told);
      this.#unwritten.delete(place);
    }
    return taken;
  }

  /** What of it could not be written yet. */
  giveBackUnwritten(told: readonly ToldContact[]): void {
    for (const one of told)
      if (this.#unwritten.size < UNWRITTEN_MOST)
        this.#unwritten.set(one.hash.toString('latin1') + placeOf(one), one);
  }

  /** What was taken and could not be written down waits again. */
  giveBack(told: readonly ToldContact[]): void {
    for (const one of told) this.#wait(one);
  }

  #wait(told: ToldContact): void {
    const place = `${told.hash.toString('latin1')}${placeOf(told)}`;
    if (this.#waiting.has(place) || this.#waiting.size >= WAITING_MOST) return;
    this.#waiting.set(place, told);
  }
}

const placeOf = ({ institutionId, accountNo }: ToldContact): string =>
  `${institutionId} ${accountNo}`;

function dropOldest(all: Set<string> | Map<string, unknown>): void {
  for (const key of all.keys()) {
    all.delete(key);
    return;
  }
}
