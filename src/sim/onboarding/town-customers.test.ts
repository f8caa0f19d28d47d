import { beforeAll, expect, test } from 'vitest';
import {
  type LinkedCustomer,
  linksOf,
  type SharedIdentifier,
} from '../../screening/risk/customer-links.ts';
import type { LinkLimits } from '../../screening/risk/parameter-types.ts';
import type { CustomerLink } from '../../screening/risk/profile.ts';
import type { SimWorld } from '../model.ts';
import { simulate } from '../simulate.ts';
import { phoneAt } from './phone-at.ts';
import { type TownCustomer, TownCustomers } from './town-customers.ts';

const LIMITS: LinkLimits = {
  householdMost: 4,
  crowdFrom: { address: 9, ip: 6 },
  source: 'test',
  date: '2026-11-26',
  mark: 'house',
  verified: 'no',
  validFrom: '2026-11-26',
};
const DAY_MS = 86_400_000;

let world: SimWorld;
let customers: TownCustomers;
let at: number;
beforeAll(() => {
  world = simulate({ seed: 3, days: 30, people: 700, prevalence: 0.05 });
  customers = new TownCustomers(world, LIMITS);
  at = world.options.from + 12 * DAY_MS;
});

/** The slow way: asks everybody of the bank. */
function identifiers({ party, accounts }: TownCustomer): [kind: string, value: string][] {
  const { address } = world.known[party];
  const open = accounts.filter((account) => world.accounts[account].openedAt <= at);
  if (open.length === 0) return [];
  return [
    ['phone', phoneAt(world, party, at)],
    ['address', address],
    ...open.flatMap((account): [string, string][] => [
      ['device', world.devices[world.openings[account].device]],
      ['ip', world.openings[account].ip],
    ]),
  ].filter(([, value]) => value !== '') as [string, string][];
}

test('links are those that a look at everybody finds, of the own bank alone', () => {
  const told = customers.all.map((customer) => ({ customer, has: identifiers(customer) }));
  const linked = ({ id, party, bank }: TownCustomer): LinkedCustomer => ({
    id,
    kind: world.parties[party].kind,
    name: world.parties[party].name,
    listed: false,
    relatives: customers.all
      .filter((one) => one.bank === bank && world.known[party].relatives.includes(one.party))
      .map((one) => one.id),
  });
  let strangers = 0;
  for (const { customer, has } of told) {
    const unique = has.filter(([k, v], i) => has.findIndex(([l, w]) => k === l && v === w) === i);
    const shared = unique.map(([kind, value]) => ({
      kind,
      holders: told
        .filter(({ customer: { bank } }) => bank === customer.bank)
        .filter((one) => one.has.some(([k, v]) => k === kind && v === value))
        .map((one) => linked(one.customer)),
    })) as SharedIdentifier[];
    // Of a crowd only the first are looked at for family.
    const sorted = (list: readonly CustomerLink[]) =>
      list.map((l) => JSON.stringify(l.crowd ? { ...l, family: 0 } : l)).sort();
    const links = customers.profileAt(customer, at)?.links ?? [];
    expect(sorted(links)).toEqual(sorted(linksOf(linked(customer), shared, LIMITS)));
    if (customers.linkedAccountsAt(customer, at) > 0) strangers++;
  }
  expect(strangers).toBeGreaterThan(5);
});

test('nothing is known before it happened', () => {
  for (const customer of customers.all) {
    const first = world.accounts[customer.accounts[0]].openedAt;
    expect(customers.profileAt(customer, first - 1)).toBeUndefined();
    expect(customers.linkedAccountsAt(customer, first - 1)).toBe(0);
    const profile = customers.profileAt(customer, at);
    if (profile === undefined) continue;
    const {
      phoneChangedAt = 0,
      registeredAt = 0,
      openedAt = 0,
      creditApplicationsAt = [],
    } = profile;
    expect(
      Math.max(phoneChangedAt, registeredAt, openedAt, ...creditApplicationsAt),
    ).toBeLessThanOrEqual(at);
    expect(profile.cards).toBeLessThanOrEqual(
      customers.cardsAt(customer, world.options.from + 30 * DAY_MS),
    );
  }
});
