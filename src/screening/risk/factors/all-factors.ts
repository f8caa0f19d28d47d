import { ACTIVITY_FACTORS } from './activity.ts';
import { AGE_FACTORS } from './age.ts';
import type { FactorRule } from './factor-rule.ts';
import { IDENTITY_FACTORS } from './identity.ts';
import { LINK_FACTORS } from './links.ts';
import { LIST_FACTORS } from './lists.ts';

/** Every factor that a customer can be rated by. The parameters have an entry for each, and none for another. */
const ALL = {
  ...IDENTITY_FACTORS,
  ...LIST_FACTORS,
  ...LINK_FACTORS,
  ...ACTIVITY_FACTORS,
  ...AGE_FACTORS,
};

export const FACTORS: ReadonlyMap<string, FactorRule> = new Map(Object.entries(ALL));
