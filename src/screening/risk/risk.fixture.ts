import type { CustomerProfile } from './profile.ts';

export const AT = Date.UTC(2026, 10, 26, 6);

/** A grown person of whom all that the law asks for is known, and nothing else. */
export const plainProfile = (more: Partial<CustomerProfile> = {}): CustomerProfile => ({
  kind: 'person',
  at: AT,
  iinOrBin: 'valid',
  bornAt: Date.UTC(1985, 3, 2),
  accounts: 1,
  links: [],
  listed: [],
  ...more,
});

/** The birth of somebody who is so many years old at `AT`. */
export const bornYearsAgo = (years: number): number => Date.UTC(2026 - years, 0, 15);
