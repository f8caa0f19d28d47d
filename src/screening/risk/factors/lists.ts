import { isJudged } from '../../lists/list-kind.ts';
import type { CustomerListed, CustomerProfile } from '../profile.ts';
import { factorRule } from './factor-rule.ts';

/**
 * On the list for sure: a person said so, or an exact identifier met a list that binds whoever says what. Public office is a
 * fact and no suspicion: there an exact identifier is enough.
 */
const isSure = ({ kind, via, confirmed }: CustomerListed): boolean =>
  confirmed || (via === 'key' && (kind === 'pep' || !isJudged(kind)));

/** The first of the customer's lists for which it holds, by its kind: an id of `words`. */
const listOf = (counts: (listed: CustomerListed) => boolean) =>
  factorRule({
    limits: [],
    facts: ['list'],
    measure({ listed }) {
      const found = listed.find(counts);
      return found === undefined ? undefined : { value: 1, facts: { list: found.kind } };
    },
  });

/** Told by the customer, or found on a list of public officials for sure. A list does not tell whose official it is. */
const pepOf = ({ pep, listed }: CustomerProfile) =>
  pep ?? (listed.some((hit) => hit.kind === 'pep' && isSure(hit)) ? 'domestic' : undefined);

const pepFactor = (kinds: readonly string[]) =>
  factorRule({
    limits: [],
    facts: ['pep'],
    measure(profile) {
      const pep = pepOf(profile);
      return pep !== undefined && kinds.includes(pep)
        ? { value: 1, facts: { pep: `pep_${pep}` } }
        : undefined;
    },
  });

/** Lists that the customer stands on or may stand on, and public office. */
export const LIST_FACTORS = {
  'listed-confirmed': listOf((hit) => hit.kind !== 'pep' && isSure(hit)),
  'listed-key': listOf((hit) => hit.via === 'key' && !isSure(hit)),
  'name-hit': listOf((hit) => hit.via === 'name' && !isSure(hit)),
  'pep-foreign': pepFactor(['foreign']),
  'pep-domestic': pepFactor(['domestic', 'family']),
};
