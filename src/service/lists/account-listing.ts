import { isInForce, isVisibleTo, type ListHit } from '../../screening/lists/list-hit.ts';
import type { ListIndex } from '../../screening/lists/list-index.ts';
import type { ListSnapshot } from '../../screening/lists/list-snapshot.ts';

/** A hit and who may know of it. */
interface Known {
  readonly hit: ListHit;
  /**
   * null: the account's own number stands in the list. Else what an institution knows of the account or its owner does,
   * and nobody else hears of it.
   */
  readonly by: number | null;
  /** The customer whose identifiers it came by. */
  readonly customerId: number | undefined;
}

/** A hit that a person found to be none. */
export interface DismissedHit {
  readonly entryId: number;
  /** One of the two: whom the hit was of. */
  readonly customerId: number | undefined;
  readonly accountNo: number | undefined;
}

/** A hit of an account, as the store has it. */
export interface AccountHit extends Known {
  readonly accountNo: number;
}

/** A party that was seen since the store was last compared with the lists. */
interface Seen {
  /** Sightings count up. */
  readonly order: number;
  readonly institutionId: number;
  readonly hashes: readonly Uint8Array[];
  readonly accountNos: readonly number[];
  readonly customerId: number | undefined;
}

/** Sightings kept between two calls of `settle`; past them the store is asked for what changed. */
const MOST_SEEN = 1 << 17;

const NONE: readonly ListHit[] = Object.freeze([]);

/**
 * Which accounts are listed, for the decision path: one lookup in a map of the few that are. The map holds hits in force
 * at any time of the versions in force; who asks names the moment and the institution.
 */
export class AccountListing {
  readonly #index: ListIndex;
  readonly #hits = new Map<number, readonly Known[]>();
  /** Accounts that have hits by way of a customer. */
  readonly #accountsOf = new Map<number, Set<number>>();
  /** Hits by way of the customer's name, which a person confirmed, by account; and the accounts of each such customer. */
  readonly #named = new Map<number, readonly Known[]>();
  readonly #namedAccountsOf = new Map<number, readonly number[]>();
  /** Entries that count no more, by whom they were met. */
  readonly #dismissed = new Map<string, Set<number>>();
  /** By customer, or by account that is nobody's yet; the latest last. */
  readonly #seen = new Map<string, Seen>();
  #order = 0;
  #overflowed = false;

  constructor(index: ListIndex) {
    this.#index = index;
  }

  /** Listed accounts. */
  get size(): number {
    return this.#hits.size;
  }

  /** What an account meets at that moment in lists that the institution sees. */
  hitsOf(accountNo: number, at: number, institutionId: number): readonly ListHit[] {
    const [known, named] = [this.#hits.get(accountNo), this.#named.get(accountNo)];
    if (known === undefined && named === undefined) return NONE;
    return [...(known ?? []), ...(named ?? [])]
      .filter(
        ({ hit, by, customerId }) =>
          isFor(hit, by, institutionId) &&
          isInForce(hit, at) &&
          (hit.via === 'name' || !this.#isDismissed(hit.entryId, customerId, accountNo)),
      )
      .map(({ hit }) => hit);
  }

  /** What an identifier meets that the institution itself tells. */
  hitsOfHash(hash: Uint8Array, at: number, institutionId: number): readonly ListHit[] {
    return this.#index.hitsOf(hash, at, institutionId);
  }

  /** An account is seen for the first time, known by these keyed hashes. */
  onNewAccount(accountNo: number, institutionId: number, hashes: readonly Uint8Array[]): void {
    this.#see({ institutionId, hashes, accountNos: [accountNo], customerId: undefined });
  }

  /**
   * What a customer is known by, and all accounts of the customer; replaces what came by this customer before. Call it
   * after the commit of the change.
   */
  onCustomer(
    customerId: number,
    institutionId: number,
    hashes: readonly Uint8Array[],
    accountNos: readonly number[],
  ): void {
    for (const accountNo of this.#accountsOf.get(customerId) ?? [])
      this.#replace(accountNo, (known) => known.customerId !== customerId, []);
    this.#accountsOf.delete(customerId);
    // Until the store has been asked whether anything changed, what was dismissed counts again.
    this.#dismissed.delete(subjectOf(customerId, undefined));
    this.#see({ institutionId, hashes, accountNos, customerId });
  }

  /** A person has taken the customer for these parties; replaces whom it was taken for before. Call it after the commit. */
  onConfirmedNames(
    customerId: number,
    institutionId: number,
    hits: readonly ListHit[],
    accountNos: readonly number[],
  ): void {
    for (const accountNo of this.#namedAccountsOf.get(customerId) ?? [])
      this.#named.delete(accountNo);
    this.#namedAccountsOf.delete(customerId);
    if (hits.length === 0) return;
    this.#namedAccountsOf.set(customerId, accountNos);
    const known = hits.map((hit) => ({ hit, by: institutionId, customerId }));
    for (const accountNo of accountNos) this.#named.set(accountNo, known);
  }

  /** Whether the customer was taken for somebody. */
  hasConfirmedName(customerId: number): boolean {
    return this.#namedAccountsOf.has(customerId);
  }

  /** Puts a version in force: from this call on its entries count, and those of the version before no more. */
  swap(
    snapshot: ListSnapshot,
    hits: readonly AccountHit[],
    dismissed: readonly DismissedHit[],
  ): void {
    const { listId } = snapshot.facts;
    this.#index.swap(snapshot);
    for (const accountNo of [...this.#hits.keys()])
      this.#replace(accountNo, ({ hit }) => hit.listId !== listId, []);
    for (const known of hits) this.#add(known);
    // The store did not know them yet when it was asked for `hits`.
    for (const seen of this.#seen.values()) this.#meet(seen, listId);
    for (const hit of dismissed) this.dismiss(hit, true);
  }

  /** A person found that a hit is none, or that it is one after all. */
  dismiss({ entryId, customerId, accountNo }: DismissedHit, isNone: boolean): void {
    const subject = subjectOf(customerId, accountNo);
    const entries = this.#dismissed.get(subject) ?? new Set();
    if (isNone) this.#dismissed.set(subject, entries.add(entryId));
    else entries.delete(entryId);
  }

  /** What was seen and is not forgotten yet. `overflowed`: there were more customers than are named. */
  seen(): {
    readonly customerIds: readonly number[];
    readonly order: number;
    readonly overflowed: boolean;
  } {
    const customerIds = [...this.#seen.values()].flatMap(({ customerId }) => customerId ?? []);
    return { customerIds, order: this.#order, overflowed: this.#overflowed };
  }

  /**
   * The store has been compared with what was seen up to that order: drops it, but for accounts past `lastAccountNo`,
   * which the store does not hold yet.
   */
  forget(order: number, lastAccountNo: number): void {
    for (const [party, { order: seenAt, customerId, accountNos }] of this.#seen) {
      const isPending = customerId === undefined && accountNos[0] > lastAccountNo;
      if (seenAt <= order && !isPending) this.#seen.delete(party);
    }
    this.#overflowed = false;
  }

  #isDismissed(entryId: number, customerId: number | undefined, accountNo: number): boolean {
    const subject =
      customerId === undefined ? subjectOf(undefined, accountNo) : subjectOf(customerId, undefined);
    return this.#dismissed.get(subject)?.has(entryId) ?? false;
  }

  #see(seen: Omit<Seen, 'order'>): void {
    const party = subjectOf(seen.customerId, seen.accountNos[0]);
    // Seen again: what it was known by before counts no more.
    this.#seen.delete(party);
    if (this.#seen.size >= MOST_SEEN) this.#dropOldest();
    this.#seen.set(party, { ...seen, order: ++this.#order });
    this.#meet(seen);
  }

  /** New accounts are found again by their numbers; customers only by a search through all. */
  #dropOldest(): void {
    for (const [party, { customerId }] of this.#seen) {
      this.#seen.delete(party);
      this.#overflowed ||= customerId !== undefined;
      return;
    }
  }

  #meet(
    { institutionId, hashes, accountNos, customerId }: Omit<Seen, 'order'>,
    listId?: number,
  ): void {
    for (const hit of this.#index.collect(hashes)) {
      if (listId !== undefined && hit.listId !== listId) continue;
      const by = hit.via === 'account' && customerId === undefined ? null : institutionId;
      if (by !== null && !isVisibleTo(hit, by)) continue;
      for (const accountNo of accountNos) this.#add({ accountNo, hit, by, customerId });
    }
  }

  #add({ accountNo, ...known }: AccountHit): void {
    const { customerId } = known;
    this.#replace(accountNo, (other) => !isSame(other, known), [known]);
    if (customerId === undefined) return;
    const accounts = this.#accountsOf.get(customerId) ?? new Set();
    this.#accountsOf.set(customerId, accounts.add(accountNo));
  }

  #replace(accountNo: number, keep: (known: Known) => boolean, more: readonly Known[]): void {
    const left = [...(this.#hits.get(accountNo) ?? []).filter(keep), ...more];
    if (left.length === 0) this.#hits.delete(accountNo);
    else this.#hits.set(accountNo, left);
  }
}

const subjectOf = (customerId: number | undefined, accountNo: number | undefined): string =>
  customerId === undefined ? `account ${accountNo}` : `customer ${customerId}`;

const isFor = (hit: ListHit, by: number | null, institutionId: number): boolean =>
  isVisibleTo(hit, institutionId) && (by === null || by === institutionId);

const isSame = (a: Known, b: Known): boolean =>
  a.hit.entryId === b.hit.entryId &&
  a.hit.via === b.hit.via &&
  a.by === b.by &&
  a.customerId === b.customerId;
