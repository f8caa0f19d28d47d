import { createRandom, type Random } from '../domain/random.ts';
import { DAY_MS, DEFAULT_FROM, dayOf } from './calendar.ts';
import { planCrime } from './crime/plan-crime.ts';
import { DailyLife } from './daily-life.ts';
import { DayColumns, type DayTransfers } from './day-transfers.ts';
import { buildEconomy } from './economy.ts';
import { planHonest } from './honest/plan-honest.ts';
import type { SimOptions, SimWorld } from './model.ts';
import { knowCustomers } from './onboarding/know-customers.ts';
import { buildPopulation } from './population.ts';
import { Registry } from './registry.ts';
import { Stage } from './stage.ts';

const FEWEST_PEOPLE = 100;
const FEWEST_DAYS = 7;
/** Bounds of memory: people and planned transfers are kept, everyday ones are made on the way. */
const MOST_PEOPLE = 5_000_000;
const MOST_DAYS = 3_660;

/** Transfers of a person a day in ordinary life; only steers how many rings are founded. */
const USUAL_A_DAY = 2.1;

/**
 * A seeded country at human scale: people, families, employers, shops, honest customs that look odd, and
 * rings of droppers, all labelled. The same options give the same world to the byte.
 * Throws RangeError on options out of bounds.
 */
export function simulate(options: SimOptions): SimWorld {
  const full: Required<SimOptions> = {
    prevalence: 0.01,
    transferPrevalence: 0.003,
    from: DEFAULT_FROM,
    ...options,
  };
  refuseOutOfBounds(full);
  const random = createRandom(full.seed);
  const to = full.from + full.days * DAY_MS;
  const registry = new Registry(random, full.from, to);
  const economy = buildEconomy(registry, full.people, random.fork('economy'));
  const people = buildPopulation(registry, economy, full.people, random.fork('people'));
  const peopleAccounts = registry.accounts.length - registry.hubs.size;
  const stage = new Stage(registry, economy, people, full.from, full.days, random.fork('purposes'));
  // Rings choose first: a custom that misses a person is no loss, a ring that misses one is.
  planCrime(stage, random.fork('crime'), {
    accounts: Math.round(peopleAccounts * full.prevalence),
    transfers: Math.round(full.people * full.days * USUAL_A_DAY * full.transferPrevalence),
  });
  planHonest(stage, random.fork('customs'));
  // Last, and from a stream of its own: what banks know of people changes nothing in what people do.
  const { known, openings } = knowCustomers(stage, random.fork('onboarding'));
  const life = new DailyLife(people, economy, registry.accounts);
  return {
    options: full,
    parties: registry.parties,
    accounts: registry.accounts,
    devices: registry.devices,
    known,
    openings,
    truth: registry.truth,
    rings: stage.rings,
    hubs: registry.hubs,
    days: () => liveDays(full, life, stage, random.fork('days')),
  };
}

function* liveDays(
  options: Required<SimOptions>,
  life: DailyLife,
  stage: Stage,
  random: Random,
): Generator<DayTransfers> {
  let first = 0;
  for (let d = 0; d < options.days; d++) {
    const day = dayOf(options.from, d);
    const columns = new DayColumns();
    life.live(day, random.fork(String(d)), columns);
    columns.append(stage.planned[d]);
    const sorted = columns.sorted(day.start, first);
    first += sorted.count;
    yield sorted;
  }
}

function refuseOutOfBounds({
  days,
  people,
  prevalence,
  transferPrevalence,
  from,
}: Required<SimOptions>) {
  const whole = (name: string, value: number, least: number, most: number) => {
    if (!Number.isInteger(value) || value < least || value > most)
      throw new RangeError(`${name} must be a whole number from ${least} to ${most}, got ${value}`);
  };
  whole('days', days, FEWEST_DAYS, MOST_DAYS);
  whole('people', people, FEWEST_PEOPLE, MOST_PEOPLE);
  for (const share of [prevalence, transferPrevalence])
    if (!(share >= 0 && share <= 0.2))
      throw new RangeError(`a prevalence lies between 0 and 0.2, got ${share}`);
  if (!Number.isSafeInteger(from)) throw new RangeError(`from must be epoch ms, got ${from}`);
}
