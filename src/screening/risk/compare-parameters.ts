import type { RiskParameters } from './parameter-types.ts';
import type { CustomerProfile } from './profile.ts';
import { rateCustomer } from './rate-customer.ts';
import { RISK_LEVELS, type RiskLevel } from './rating.ts';

/** A customer whose level would change. */
export interface MovedCustomer {
  readonly id: number;
  readonly from: RiskLevel;
  readonly to: RiskLevel;
}

/** What other parameters would do to customers. */
export interface Moves {
  /** Each change of level that would happen, with how many customers; the most first. */
  readonly moved: readonly {
    readonly from: RiskLevel;
    readonly to: RiskLevel;
    readonly count: number;
  }[];
  /** The first of them, a few of every change. */
  readonly examples: readonly MovedCustomer[];
  /** Customers that were rated. */
  readonly total: number;
}

/** Examples of each change of level. */
const EXAMPLES_MOST = 5;

/** A customer to be rated by both sets. */
export interface ComparedCustomer {
  readonly id: number;
  readonly profile: CustomerProfile;
  /** By the other parameters, where they explain its links otherwise. */
  readonly profileAfter?: CustomerProfile;
}

/** Rates every customer by both sets of parameters; takes one at a time, so that they need not be in memory together. */
export function movedBy(
  profiles: Iterable<ComparedCustomer>,
  before: RiskParameters,
  after: RiskParameters,
): Moves {
  const seen = new Map<string, { first: MovedCustomer; count: number }>();
  const examples: MovedCustomer[] = [];
  let total = 0;
  for (const { id, profile, profileAfter = profile } of profiles) {
    total++;
    const from = rateCustomer(profile, before).level;
    const to = rateCustomer(profileAfter, after).level;
    if (from === to) continue;
    const change = seen.get(`${from} ${to}`) ?? { first: { id, from, to }, count: 0 };
    change.count++;
    seen.set(`${from} ${to}`, change);
    if (change.count <= EXAMPLES_MOST) examples.push({ id, from, to });
  }
  const moved = [...seen.values()]
    .map(({ first: { from, to }, count }) => ({ from, to, count }))
    .sort((a, b) => b.count - a.count || rank(a.to) - rank(b.to) || rank(a.from) - rank(b.from));
  return { moved, examples, total };
}

const rank = (level: RiskLevel): number => RISK_LEVELS.indexOf(level);
