import type { Random } from '../domain/random.ts';
import { DAY_MS } from './calendar.ts';
import { type Economy, MEAN_PURCHASE_TENGE } from './economy.ts';
import type { Registry } from './registry.ts';

type Occupation = 'worker' | 'student' | 'pensioner' | 'self_employed' | 'idle';

/** A person and the habits that daily life is made of. Accounts are world indexes, people town indexes. */
export interface Person {
  readonly index: number;
  readonly party: number;
  readonly age: number;
  readonly occupation: Occupation;
  readonly incomeTenge: number;
  readonly main: number;
  /** -1: has none. */
  readonly second: number;
  /** Moves each salary on to the second account, at another bank, as soon as it comes. */
  readonly sweeps: boolean;
  readonly device: number;
  readonly otherDevice: number;
  /** Account that pays the salary, pension or stipend; -1: none. */
  readonly payerOfIncome: number;
  /** Dates of the month and the share of income paid on each. */
  readonly payDates: readonly number[];
  readonly purchasesPerDay: number;
  /** Multiplies the usual sum of a shop. */
  readonly purchaseScale: number;
  readonly paymentsPerDay: number;
  readonly relatives: number[];
  /** Closest first. */
  readonly friends: number[];
  /** Indexes of Economy.shops visited by habit. */
  readonly shops: readonly number[];
  readonly billDate: number;
  /** 0: no loan. */
  readonly loanTenge: number;
  readonly loanDate: number;
  /** 0: pays no rent by transfer. */
  rentTenge: number;
  /** Town index; -1: none. */
  landlord: number;
  readonly rentDate: number;
  /** Whether a look-alike or a ring already has a use for this person. */
  engaged: boolean;
}

const YEAR_MS = 365.2425 * DAY_MS;
/** Ages 16 to 85 in bands of ten years; roughly the country's pyramid, young on top of that: accounts are. */
const AGE_BANDS = [16, 26, 36, 46, 56, 66, 76] as const;
const AGE_WEIGHTS = [22, 24, 20, 14, 11, 7, 2];
/** Median monthly incomes, tenge: our assumptions near published medians of 2025. */
const MEDIAN_INCOME: Readonly<Record<Occupation, number>> = {
  worker: 270_000,
  student: 48_000,
  pensioner: 125_000,
  self_employed: 230_000,
  idle: 60_000,
};
const INCOME_SIGMA: Readonly<Record<Occupation, number>> = {
  worker: 0.55,
  student: 0.1,
  pensioner: 0.25,
  self_employed: 0.6,
  idle: 0.4,
};

/** The people of the country, in households with friends nearby. */
export function buildPopulation(
  registry: Registry,
  economy: Economy,
  count: number,
  random: Random,
): Person[] {
  const people = Array.from({ length: count }, (_, index) =>
    buildPerson(registry, economy, index, random),
  );
  joinHouseholds(people, random);
  joinFriends(people, random);
  joinTenants(people, random);
  return people;
}

function buildPerson(registry: Registry, economy: Economy, index: number, random: Random): Person {
  const age = random.weighted(AGE_BANDS, AGE_WEIGHTS) + random.int(0, 9);
  const occupation = occupationAt(age, random);
  const incomeTenge =
    Math.round(random.lognormal(MEDIAN_INCOME[occupation], INCOME_SIGMA[occupation]) / 100) * 100;
  const bornAt = Math.floor((registry.from - (age + random.next()) * YEAR_MS) / DAY_MS) * DAY_MS;
  const declares = occupation !== 'idle' && random.chance(0.93);
  const trades = age >= 18 && random.chance(occupation === 'self_employed' ? 0.35 : 0.03);
  const party = registry.addPerson(
    bornAt,
    declares ? incomeTenge * 100 : 0,
    trades ? 'sole_trader' : 'person',
  );
  const device = registry.addDevice();
  const otherDevice = random.chance(0.18) ? registry.addDevice() : device;
  const main = registry.openAccount(party, openedBefore(registry.from, age, random), device);
  const second = random.chance(0.62)
    ? registry.openAccount(party, openedLater(registry, age, random), device)
    : -1;
  if (second >= 0 && random.chance(0.22))
    registry.openAccount(party, openedBefore(registry.from, age, random), device);
  // The poor buy less often, and not only cheaper.
  const means = Math.min(1.5, Math.max(0.4, Math.sqrt(incomeTenge / MEDIAN_INCOME.worker)));
  const purchasesPerDay = random.lognormal(1.4, 0.45) * means;
  const budgetTenge = incomeTenge * (0.4 + 0.25 * random.next());
  return {
    index,
    party,
    age,
    occupation,
    incomeTenge,
    main,
    second,
    sweeps: second >= 0 && occupation === 'worker' && random.chance(0.2),
    device,
    otherDevice,
    payerOfIncome: payerOfIncome(occupation, economy, random),
    payDates: payDates(occupation, random),
    purchasesPerDay,
    purchaseScale: Math.max(0.15, budgetTenge / (30.4 * purchasesPerDay * MEAN_PURCHASE_TENGE)),
    paymentsPerDay: random.lognormal(0.32, 0.6) * (age < 36 ? 1.3 : age > 60 ? 0.5 : 1),
    relatives: [],
    friends: [],
    shops: Array.from(
      { length: 5 },
      () => economy.shopDraw[random.int(0, economy.shopDraw.length - 1)],
    ),
    billDate: random.int(5, 25),
    loanTenge:
      occupation === 'worker' && random.chance(0.35)
        ? Math.round(incomeTenge * (0.06 + 0.16 * random.next()))
        : 0,
    loanDate: random.int(1, 28),
    rentTenge: 0,
    landlord: -1,
    rentDate: random.int(1, 12),
    engaged: false,
  };
}

function occupationAt(age: number, random: Random): Occupation {
  if (age < 18) return random.chance(0.8) ? 'student' : 'idle';
  if (age < 24) return random.weighted(['student', 'worker', 'idle'] as const, [50, 38, 12]);
  if (age >= 63) return random.chance(0.9) ? 'pensioner' : 'worker';
  return random.weighted(['worker', 'self_employed', 'idle'] as const, [74, 18, 8]);
}

/** Accounts are some years old, those of the young of necessity younger; every eighth is quite new. */
function openedBefore(from: number, age: number, random: Random): number {
  const oldest = Math.max(0.5, Math.min(12, age - 15.5));
  const years = random.chance(0.12) ? 0.4 * random.next() : oldest * random.next();
  return Math.floor(from - years * YEAR_MS - random.next() * DAY_MS);
}

/** A further account: now and then opened in the middle of the period. */
function openedLater(registry: Registry, age: number, random: Random): number {
  const opened = openedBefore(registry.from, age, random);
  if (!random.chance(0.05)) return opened;
  return Math.floor(registry.from + (registry.to - registry.from) * random.next());
}

function payerOfIncome(occupation: Occupation, economy: Economy, random: Random): number {
  if (occupation === 'pensioner') return economy.state;
  if (occupation === 'student') return economy.university;
  if (occupation !== 'worker') return -1;
  // A few large employers and many small ones.
  const rank = Math.floor(economy.employers.length * random.next() ** 2);
  return economy.employers[rank];
}

function payDates(occupation: Occupation, random: Random): number[] {
  if (occupation === 'pensioner') return [random.int(4, 18)];
  if (occupation === 'student') return [25];
  if (occupation !== 'worker') return [];
  return random.weighted([[10, 25], [5], [10], [1], [15, 30]], [30, 25, 25, 10, 10]);
}

function joinHouseholds(people: readonly Person[], random: Random): void {
  for (let start = 0; start < people.length; ) {
    const size = random.weighted([1, 2, 3, 4, 5], [15, 20, 25, 25, 15]);
    const home = people.slice(start, start + size);
    for (const one of home)
      for (const other of home) if (other !== one) one.relatives.push(other.index);
    start += size;
  }
}

const NEIGHBOURHOOD = 150;

function joinFriends(people: readonly Person[], random: Random): void {
  for (const person of people) {
    const count = random.int(4, 12);
    const friends = new Set<number>();
    for (let tries = 0; friends.size < count && tries < 4 * count; tries++) {
      const near = random.chance(0.7)
        ? person.index + random.int(-NEIGHBOURHOOD, NEIGHBOURHOOD)
        : random.int(0, people.length - 1);
      if (near >= 0 && near < people.length && near !== person.index) friends.add(near);
    }
    person.friends.push(...friends);
  }
}

/** Every eighth person rents from somebody; a landlord has one to six tenants. */
function joinTenants(people: readonly Person[], random: Random): void {
  const landlords = people.filter((person) => person.age >= 30 && random.chance(0.035));
  if (landlords.length === 0) return;
  for (const person of people) {
    if (person.age > 55 || person.age < 18 || !random.chance(0.11)) continue;
    const landlord = random.pick(landlords);
    if (landlord === person) continue;
    person.landlord = landlord.index;
    person.rentTenge = Math.round(Math.min(350_000, random.lognormal(110_000, 0.4)) / 5000) * 5000;
  }
}
