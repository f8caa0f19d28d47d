import { beforeAll, describe, expect, test } from 'vitest';
import type { SimWorld } from '../model.ts';
import { simulate } from '../simulate.ts';

let world: SimWorld;
/** By account: works for a ring. Organisations that all deal with are left out everywhere. */
let dropper: boolean[];
let accounts: number[];
beforeAll(() => {
  world = simulate({ seed: 12, days: 120, people: 6000, prevalence: 0.02 });
  dropper = world.truth.map(({ role }) => role !== 'none' && role !== 'victim');
  accounts = world.accounts.map((_, i) => i).filter((i) => !world.hubs.has(i));
});

const ownerOf = (account: number) => world.known[world.accounts[account].owner];

/** How many parties have the same word as the owner of each account. */
function sharers(of: (account: number) => string): (account: number) => number {
  const parties = new Map<string, Set<number>>();
  for (const account of accounts) {
    const word = of(account);
    if (word !== '')
      parties.set(word, (parties.get(word) ?? new Set()).add(world.accounts[account].owner));
  }
  return (account) => parties.get(of(account))?.size ?? 0;
}

const phoneOf = (account: number) => ownerOf(account).phone;
const deviceOf = (account: number) => world.devices[world.openings[account].device];

/** Every column of customers.csv as a number. */
const columns = (): Record<string, (account: number) => number> => ({
  born: (a) => world.parties[world.accounts[a].owner].bornAt ?? 0,
  income: (a) => world.parties[world.accounts[a].owner].incomeMonthMinor,
  opened: (a) => world.accounts[a].openedAt,
  cards: (a) => world.accounts[a].cards + world.openings[a].moreCards,
  remote: (a) => Number(world.openings[a].remote),
  foreign: (a) => Number(ownerOf(a).citizenship !== 'KZ'),
  resident: (a) => Number(ownerOf(a).resident),
  pep: (a) => Number(ownerOf(a).pep !== 'none'),
  registered: (a) => ownerOf(a).registeredAt ?? 0,
  'phone changed': (a) => ownerOf(a).phoneChangedAt ?? 0,
  'credit applications': (a) => ownerOf(a).creditApplicationsAt.length,
  relatives: (a) => ownerOf(a).relatives.length,
  'on the phone': sharers(phoneOf),
  'on the device': sharers(deviceOf),
  'at the address': sharers((a) => ownerOf(a).address),
  'from the IP': sharers((a) => world.openings[a].ip),
});

/** Best precision of "at least" and "at most" a value among those that find a fifth of the droppers. */
function bestPrecision(value: (account: number) => number): number {
  const all = accounts.filter((account) => dropper[account]).length;
  let best = 0;
  for (const sign of [1, -1]) {
    const order = accounts
      .map((account) => [sign * value(account), dropper[account]] as const)
      .sort(([a], [b]) => b - a);
    let found = 0;
    order.forEach(([x, guilty], i) => {
      if (guilty) found++;
      const isThreshold = i + 1 === order.length || order[i + 1][0] < x;
      if (isThreshold && found >= all / 5) best = Math.max(best, found / (i + 1));
    });
  }
  return best;
}

describe('what banks know', () => {
  test('tells no dropper by any one column', () => {
    const share = accounts.filter((account) => dropper[account]).length / accounts.length;
    expect(share).toBeLessThan(0.03);
    for (const [name, value] of Object.entries(columns()))
      expect(bestPrecision(value), name).toBeLessThan(0.5);
  });

  test('is complete: everybody lives somewhere, and nothing is dated after the period', () => {
    const end = world.options.from + world.options.days * 86_400_000;
    for (const account of accounts) {
      const { address, phoneChangedAt, registeredAt, creditApplicationsAt } = ownerOf(account);
      expect(address).not.toBe('');
      const times = [phoneChangedAt ?? 0, registeredAt ?? 0, ...creditApplicationsAt];
      expect(Math.max(...times)).toBeLessThanOrEqual(end);
      expect([...creditApplicationsAt].sort((a, b) => a - b)).toEqual(creditApplicationsAt);
    }
  });

  test('family is mutual', () => {
    world.known.forEach(({ relatives }, party) => {
      for (const other of relatives) expect(world.known[other].relatives).toContain(party);
    });
  });
});

describe('droppers', () => {
  test('leave their signs before the first payment of the ring', () => {
    for (const account of accounts) {
      const { moreCards, moreCardsAt } = world.openings[account];
      const { ringFrom } = world.truth[account];
      expect(Number.isNaN(ringFrom)).toBe(world.truth[account].ring === 0);
      if (dropper[account] && moreCards > 7) expect(moreCardsAt).toBeLessThan(ringFrom);
    }
  });

  test('of whom a third, about, shows nothing that a bank could look at', () => {
    const { cards, ...shared } = columns();
    const looks = [shared['on the phone'], shared['on the device']];
    const young = accounts.filter((account) => dropper[account]);
    const plain = young.filter((account) => {
      const { phoneChangedAt, creditApplicationsAt } = ownerOf(account);
      return (
        looks.every((look) => look(account) <= 1) &&
        cards(account) <= 5 &&
        phoneChangedAt === null &&
        creditApplicationsAt.length < 3
      );
    });
    expect(plain.length / young.length).toBeGreaterThan(0.25);
    expect(plain.length / young.length).toBeLessThan(0.7);
  });
});

describe('honest look-alikes', () => {
  const honest = () => accounts.filter((account) => !dropper[account]);
  const count = (fits: (account: number) => boolean) => honest().filter(fits).length;

  test('families and neighbours share numbers and phones', () => {
    const [onPhone, onDevice] = [sharers(phoneOf), sharers(deviceOf)];
    const guilty = accounts.filter((account) => dropper[account]);
    for (const shares of [onPhone, onDevice])
      expect(count((a) => shares(a) > 1)).toBeGreaterThan(
        guilty.filter((a) => shares(a) > 1).length,
      );
  });

  test('dormitories, business centres and mobile networks hold many', () => {
    const at = sharers((a) => ownerOf(a).address);
    const from = sharers((a) => world.openings[a].ip);
    expect(count((a) => at(a) >= 12)).toBeGreaterThan(100);
    expect(count((a) => from(a) >= 50)).toBeGreaterThan(1000);
  });

  test('some have many cards, compare lenders within an hour, come from abroad, are in office', () => {
    const { cards, foreign, pep } = columns();
    expect(count((a) => cards(a) > 5)).toBeGreaterThan(10);
    expect(count((a) => foreign(a) === 1)).toBeGreaterThan(20);
    expect(count((a) => pep(a) === 1)).toBeGreaterThan(10);
    const inAnHour = (times: readonly number[]) =>
      times.some((t, i) => i >= 2 && t - times[i - 2] <= 3_600_000);
    expect(count((a) => inAnHour(ownerOf(a).creditApplicationsAt))).toBeGreaterThan(10);
  });
});
