import type { CustomerProfile } from '../profile.ts';

/** What a factor saw: one number, worth points by the steps of the parameters, and what its words need. */
export interface Measured {
  readonly value: number;
  /** Numbers or ids of `words`. A name that ends in Minor, At or Ms is money (KZT), a date or a span of time. */
  readonly facts: Readonly<Record<string, number | string>>;
}

/** How one factor is read off a profile. What it is worth, and where its limits lie, the parameters say: data/risk. */
export interface FactorRule {
  /** Names of the limits that its parameters give it, each once. */
  readonly limits: readonly string[];
  /** Names of the facts that its words may show. */
  readonly facts: readonly string[];
  /** Undefined where the profile does not tell, or nothing is to be said. */
  measure(profile: CustomerProfile, limits: Readonly<Record<string, number>>): Measured | undefined;
}

/** A factor whose limits and facts are known to the compiler by name. */
export const factorRule = <const L extends string, const F extends string>(rule: {
  readonly limits: readonly L[];
  readonly facts: readonly F[];
  measure(
    profile: CustomerProfile,
    limits: Readonly<Record<L, number>>,
  ): { value: number; facts: Readonly<Record<F, number | string>> } | undefined;
}): FactorRule => rule;

/** A factor that is there or not: it counts 1 and says nothing more. */
export const plainFactor = (holds: (profile: CustomerProfile) => boolean): FactorRule => ({
  limits: [],
  facts: [],
  measure: (profile) => (holds(profile) ? { value: 1, facts: {} } : undefined),
});

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
