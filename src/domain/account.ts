/**
 * What is known of an account besides its transfers. Everything is optional: a CSV tells nothing,
 * a bank's file tells much. Facts come from intake (statements, customers.csv) and never from guesses.
 */
export interface AccountFacts {
  /** Institution as the input names it, e.g. 'Kaspi Bank', and its 3-digit IBAN bank code when known. */
  bank?: string;
  bankCode?: string;
  /** The owner's identity across banks: IIN or BIN when known. One owner may have many accounts. */
  owner?: string;
  ownerName?: string;
  ownerKind?: OwnerKind;
  /** The owner's birth date as epoch ms, read off the IIN. */
  bornAt?: number;
  /** Epoch ms. */
  openedAt?: number;
  /** What the owner says to earn a month, minor units. */
  incomeMonthMinor?: number;
  /** Points of the risk rating of the owner as a customer, 0..100. */
  ratingPoints?: number;
  /** Accounts of other customers that share a phone, a device or an address with the owner, whom no family and no crowd explains. */
  linkedAccounts?: number;
  /** Cards of the owner at this institution, on all accounts. */
  cards?: number;
  /** Phones and devices the owner uses, as the input names them: shared ones tie accounts together. */
  contacts?: readonly string[];
  /** Said by the input to be a shop, employer, utility, bank or the outside: never walked through. */
  hub?: boolean;
  /** This account's own statement is in the input (its view is complete in the covered period). */
  hasStatement?: boolean;
  statementFrom?: number;
  statementTo?: number;
}

export const OWNER_KINDS = ['unknown', 'person', 'sole_trader', 'company'] as const;
export type OwnerKind = (typeof OWNER_KINDS)[number];

/** Interned account names: dense index <-> the name as the input wrote it. */
export class AccountTable {
  readonly #index = new Map<string, number>();
  readonly names: string[] = [];
  /** Facts by account index; sparse. */
  readonly facts = new Map<number, AccountFacts>();
  readonly #devices = new Map<string, number>();

  get size(): number {
    return this.names.length;
  }

  /** Index of `name`, added if new. */
  intern(name: string): number {
    const known = this.#index.get(name);
    if (known !== undefined) return known;
    const index = this.names.length;
    this.#index.set(name, index);
    this.names.push(name);
    return index;
  }

  indexOf(name: string): number | undefined {
    return this.#index.get(name);
  }

  /** Gives every account a new number: `numbers[old]` is the new one, each of 0 to size - 1 once. */
  renumber(numbers: Uint32Array): void {
    const names = [...this.names];
    const facts = [...this.facts].map(([account, told]) => [numbers[account], told] as const);
    names.forEach((name, old) => {
      this.names[numbers[old]] = name;
      this.#index.set(name, numbers[old]);
    });
    this.facts.clear();
    for (const [account, told] of facts.sort(([a], [b]) => a - b)) this.facts.set(account, told);
  }

  /** Number of a device the payers of this scan used, from 1: 0 in a batch means not told. */
  internDevice(name: string): number {
    const known = this.#devices.get(name);
    if (known !== undefined) return known;
    const number = this.#devices.size + 1;
    this.#devices.set(name, number);
    return number;
  }

  /** Devices in the order of their numbers, the first has 1. */
  get devices(): string[] {
    return [...this.#devices.keys()];
  }

  /** Merges facts into what is known; a later value wins only where nothing was known. */
  learn(account: number, facts: AccountFacts): void {
    const known = this.facts.get(account);
    this.facts.set(account, known === undefined ? { ...facts } : { ...facts, ...known });
  }
}
