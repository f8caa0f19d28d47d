import {
  explainSharing,
  type LinkedCustomer,
  linksOf,
  type SharedIdentifier,
} from '../../screening/risk/customer-links.ts';
import type { LinkLimits } from '../../screening/risk/parameter-types.ts';
import type { CustomerProfile } from '../../screening/risk/profile.ts';
import type { SimWorld } from '../model.ts';
import { Ties } from './ties.ts';

/** Somebody as one bank knows them: a party with its accounts there. */
export interface TownCustomer {
  /** Index into `TownCustomers.all`. */
  readonly id: number;
  readonly party: number;
  readonly bank: number;
  /** Indexes into SimWorld.accounts, in the order of opening. */
  readonly accounts: readonly number[];
}

/**
 * The customers of a town's banks as each bank would rate them at a moment: only what it knew by then, only its own customers
 * beside them. `limits` says which links a household or a crowd explains.
 */
export class TownCustomers {
  readonly all: readonly TownCustomer[];
  readonly #world: SimWorld;
  readonly #limits: LinkLimits;
  readonly #ties = new Ties();
  /** By customer. */
  readonly #linked: readonly LinkedCustomer[];

  constructor(world: SimWorld, limits: LinkLimits) {
    this.#world = world;
    this.#limits = limits;
    this.all = customersOf(world);
    this.#linked = linkedOf(world, this.all);
    for (const customer of this.all) this.#tie(customer);
  }

  /** What the bank knows of the customer at `at`, epoch ms; undefined before the first account. */
  profileAt(customer: TownCustomer, at: number): CustomerProfile | undefined {
    const { parties, known } = this.#world;
    const party = parties[customer.party];
    const told = known[customer.party];
    const accounts = this.#accountsAt(customer, at);
    if (accounts.length === 0) return undefined;
    const { phoneChangedAt, registeredAt, pep } = told;
    const customerSince = this.#world.accounts[accounts[0]].openedAt;
    const newest = accounts[accounts.length - 1];
    return {
      kind: party.kind,
      at,
      iinOrBin: 'valid',
      citizenship: told.citizenship,
      resident: told.resident,
      openedAt: this.#world.accounts[newest].openedAt,
      openedRemotely: this.#world.openings[newest].remote,
      accounts: accounts.length,
      cards: this.cardsAt(customer, at),
      creditApplicationsAt: told.creditApplicationsAt.filter((applied) => applied <= at),
      links: linksOf(this.#linked[customer.id], this.#sharedAt(customer, at), this.#limits),
      listed: [],
      ...(pep !== 'none' && { pep }),
      ...(party.kind !== 'company' && { incomeMonthMinor: party.incomeMonthMinor }),
      ...(party.bornAt !== null && { bornAt: party.bornAt }),
      ...(registeredAt !== null && registeredAt <= at && { registeredAt }),
      // A number that was there before the first account is no new one to the bank.
      ...(phoneChangedAt !== null &&
        phoneChangedAt <= at &&
        phoneChangedAt > customerSince && { phoneChangedAt }),
    };
  }

  cardsAt(customer: TownCustomer, at: number): number {
    const { accounts, openings } = this.#world;
    return this.#accountsAt(customer, at).reduce((sum, account) => {
      const { moreCards, moreCardsAt } = openings[account];
      return sum + accounts[account].cards + (moreCardsAt <= at ? moreCards : 0);
    }, 0);
  }

  /** Accounts of others who share a phone, a device or an address, whom neither family nor a crowd explains. */
  linkedAccountsAt(customer: TownCustomer, at: number): number {
    const shared = this.#sharedAt(customer, at).filter(({ kind }) => kind !== 'ip');
    const strangers = new Set<number>();
    for (const { others } of explainSharing(this.#linked[customer.id], shared, this.#limits))
      for (const { other, explanation } of others)
        if (explanation === undefined) strangers.add(other.id);
    let accounts = 0;
    for (const other of strangers) accounts += this.#accountsAt(this.all[other], at).length;
    return accounts;
  }

  #tie({ id, party, bank, accounts }: TownCustomer): void {
    const { parties, known, openings, devices } = this.#world;
    const { phone, phoneChangedAt, address } = known[party];
    const from = this.#world.accounts[accounts[0]].openedAt;
    this.#ties.add('phone', phone, id, bank, Math.max(from, phoneChangedAt ?? from));
    if (phoneChangedAt !== null)
      this.#ties.add('phone', parties[party].phone, id, bank, from, phoneChangedAt);
    this.#ties.add('address', address, id, bank, from);
    for (const account of accounts) {
      const { openedAt } = this.#world.accounts[account];
      const { device, ip } = openings[account];
      this.#ties.add('device', devices[device], id, bank, openedAt);
      this.#ties.add('ip', ip, id, bank, openedAt);
    }
  }

  #accountsAt({ accounts }: TownCustomer, at: number): number[] {
    return accounts.filter((account) => this.#world.accounts[account].openedAt <= at);
  }

  #sharedAt(customer: TownCustomer, at: number): SharedIdentifier[] {
    return this.#ties.of(customer.id, at).map(({ kind, holders }) => ({
      kind,
      holders: holders.slice(0, HOLDERS_MOST).map((id) => this.#linked[id]),
      customers: holders.length,
    }));
  }
}

/** Holders of one identifier who are looked at one by one; of a mobile network's IP address there are hundreds. */
const HOLDERS_MOST = 40;

function linkedOf(world: SimWorld, customers: readonly TownCustomer[]): LinkedCustomer[] {
  const idOf = new Map(customers.map(({ party, bank, id }) => [`${party} ${bank}`, id]));
  return customers.map(({ id, party, bank }) => ({
    id,
    kind: world.parties[party].kind,
    name: world.parties[party].name,
    listed: false,
    relatives: world.known[party].relatives.flatMap((kin) => idOf.get(`${kin} ${bank}`) ?? []),
  }));
}

/** Everybody but the organisations that all the town deals with. */
function customersOf(world: SimWorld): TownCustomer[] {
  const byKey = new Map<string, number[]>();
  world.accounts.forEach(({ owner, bank }, account) => {
    if (world.hubs.has(account)) return;
    const key = `${owner} ${bank}`;
    byKey.set(key, [...(byKey.get(key) ?? []), account]);
  });
  return [...byKey.values()].map((accounts, id) => {
    const { owner, bank } = world.accounts[accounts[0]];
    const openedAt = (account: number) => world.accounts[account].openedAt;
    return { id, party: owner, bank, accounts: accounts.sort((a, b) => openedAt(a) - openedAt(b)) };
  });
}
