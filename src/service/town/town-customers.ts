import type { LinkLimits } from '../../screening/risk/parameter-types.ts';
import type { SimWorld } from '../../sim/model.ts';
import { phoneAt } from '../../sim/onboarding/phone-at.ts';
import { type TownCustomer, TownCustomers } from '../../sim/onboarding/town-customers.ts';
import type { ToldCustomer } from '../customers/kept-customer.ts';

/** A customer as one of the town's banks tells of it. */
export interface TownTold {
  /** By place in SIM_BANKS. */
  readonly bank: number;
  readonly told: ToldCustomer;
}

/** Name of a party among the customers of a bank. */
const externalIdOf = (party: number): string => `P${String(party + 1).padStart(6, '0')}`;

/** What the banks of the town know of their customers at a moment, epoch ms: nothing that is yet to happen. */
export function* townCustomers(
  world: SimWorld,
  limits: LinkLimits,
  at: number,
): Generator<TownTold> {
  const customers = new TownCustomers(world, limits);
  for (const customer of customers.all) {
    const accounts = customer.accounts.filter((account) => world.accounts[account].openedAt <= at);
    if (accounts.length === 0) continue;
    const told = toldOf(world, customer, accounts, customers.cardsAt(customer, at), at);
    yield { bank: customer.bank, told };
  }
}

function toldOf(
  world: SimWorld,
  { party: index }: TownCustomer,
  accounts: readonly number[],
  cards: number,
  at: number,
): ToldCustomer {
  const party = world.parties[index];
  const known = world.known[index];
  const newest = accounts[accounts.length - 1];
  const { phoneChangedAt, registeredAt } = known;
  const isChanged = phoneChangedAt !== null && phoneChangedAt <= at;
  const phone = phoneAt(world, index, at);
  return {
    externalId: externalIdOf(index),
    name: party.name,
    kind: party.kind,
    identifiers: [
      { kind: party.kind === 'company' ? 'bin' : 'iin', value: party.id },
      ...(phone === '' ? [] : [{ kind: 'phone' as const, value: phone }]),
    ],
    accounts: accounts.map((account) => world.accounts[account].number),
    openedAt: world.accounts[newest].openedAt,
    incomeMonthMinor: party.kind === 'company' ? undefined : party.incomeMonthMinor,
    citizenship: known.citizenship,
    resident: known.resident,
    pep: known.pep === 'none' ? undefined : known.pep,
    address: known.address === '' ? undefined : known.address,
    devices: each(accounts.map((account) => world.devices[world.openings[account].device])),
    ips: each(accounts.map((account) => world.openings[account].ip)),
    cards,
    registeredOn: registeredAt === null || registeredAt > at ? undefined : dayOf(registeredAt),
    openedRemotely: world.openings[newest].remote,
    phoneChangedAt: isChanged ? phoneChangedAt : undefined,
    creditApplicationsAt: known.creditApplicationsAt.filter((applied) => applied <= at),
    relatives: known.relatives.map(externalIdOf),
  };
}

/** Each once, without those that are not told. */
const each = (texts: readonly string[]): string[] => [
  ...new Set(texts.filter((text) => text !== '')),
];

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 'YYYY-MM-DD'.length);
