import { createRandom, type Random } from '../../src/domain/random.ts';
import type { RiskParameters } from '../../src/screening/risk/parameter-types.ts';
import type { CustomerProfile } from '../../src/screening/risk/profile.ts';
import { rateCustomer } from '../../src/screening/risk/rate-customer.ts';
import type { RiskRating } from '../../src/screening/risk/rating.ts';
import type { SimOptions, SimWorld } from '../../src/sim/model.ts';
import { type TownCustomer, TownCustomers } from '../../src/sim/onboarding/town-customers.ts';
import { simulate } from '../../src/sim/simulate.ts';

/** A customer of one bank as rated twice, and what is true. */
export interface Rated {
  readonly dropper: boolean;
  /** On the day its newest account was opened. */
  readonly atOpening: RiskRating;
  /** On the eve: for a dropper just before the first transfer of its ring, for others at a dropper's moment drawn by lot. */
  readonly onTheEve: RiskRating;
  /** What the eve's rating was made of. */
  readonly profile: CustomerProfile;
}

/** How often a moment is drawn for somebody who was no customer yet at the last one. */
const DRAWS = 20;

/**
 * Rates every customer of a town's banks. Honest ones are rated at moments drawn from those of droppers, so that both had as
 * long to collect new phones and cards. Transfers are planned but not walked through.
 */
export function rateTown(options: SimOptions, parameters: RiskParameters): Rated[] {
  const world = simulate(options);
  const customers = new TownCustomers(world, parameters.links);
  const moments = customers.all.map((customer) => firstTransferOf(world, customer));
  const droppers = moments.filter((at) => at !== undefined);
  const random = createRandom(options.seed).fork('moments');
  return customers.all.flatMap((customer, i) => {
    const eve = moments[i] ?? drawEve(world, customer, droppers, random);
    const profile = eve === undefined ? undefined : customers.profileAt(customer, eve);
    const opened = profile?.openedAt;
    const first = opened === undefined ? undefined : customers.profileAt(customer, opened);
    if (profile === undefined || first === undefined) return [];
    return {
      dropper: moments[i] !== undefined,
      atOpening: rateCustomer(first, parameters),
      onTheEve: rateCustomer(profile, parameters),
      profile,
    };
  });
}

/** A second before the first transfer of the ring that an account of the customer works for. */
function firstTransferOf({ truth }: SimWorld, { accounts }: TownCustomer): number | undefined {
  const working = accounts.filter(
    (account) => truth[account].role !== 'none' && truth[account].role !== 'victim',
  );
  if (working.length === 0) return undefined;
  return Math.min(...working.map((account) => truth[account].ringFrom)) - 1000;
}

function drawEve(
  world: SimWorld,
  { accounts }: TownCustomer,
  moments: readonly number[],
  random: Random,
): number | undefined {
  const since = world.accounts[accounts[0]].openedAt;
  for (let draw = 0; draw < DRAWS; draw++) {
    const at = random.pick(moments);
    if (at > since) return at;
  }
  return undefined;
}
