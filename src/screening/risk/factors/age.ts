import { ageAt } from '../../../domain/age.ts';
import type { CustomerProfile } from '../profile.ts';
import { DAY_MS, factorRule } from './factor-rule.ts';

const yearsOf = ({ kind, bornAt, at }: CustomerProfile): number =>
  bornAt === undefined || kind === 'company' ? Number.NaN : ageAt(bornAt, at);

/** Ages that recruiters seek, and one that thieves do. Circumstances all: an age makes nobody a dropper. */
export const AGE_FACTORS = {
  'age-minor': factorRule({
    limits: ['from_years', 'to_years'],
    facts: ['years'],
    measure(profile, { from_years, to_years }) {
      const years = yearsOf(profile);
      return years >= from_years && years <= to_years ? { value: 1, facts: { years } } : undefined;
    },
  }),
  // Only an income that was told to be none: silence is not poverty.
  'age-young-no-income': factorRule({
    limits: ['from_years', 'to_years'],
    facts: ['years'],
    measure(profile, { from_years, to_years }) {
      const years = yearsOf(profile);
      return years >= from_years && years <= to_years && profile.incomeMonthMinor === 0
        ? { value: 1, facts: { years } }
        : undefined;
    },
  }),
  'age-elderly-new-phone': factorRule({
    limits: ['from_years', 'within_days'],
    facts: ['years', 'phoneChangedAt'],
    measure(profile, { from_years, within_days }) {
      const { openedRemotely, phoneChangedAt, at } = profile;
      const years = yearsOf(profile);
      return years >= from_years &&
        openedRemotely === true &&
        phoneChangedAt !== undefined &&
        phoneChangedAt <= at &&
        at - phoneChangedAt <= within_days * DAY_MS
        ? { value: 1, facts: { years, phoneChangedAt } }
        : undefined;
    },
  }),
};
