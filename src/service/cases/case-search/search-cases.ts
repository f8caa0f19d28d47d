import { type Principal, scopeOf } from '../../access/principal.ts';
import type { CaseDeps } from '../deps.ts';
import { findCases } from './find-cases.ts';
import { readSearch } from './read-search.ts';

/** Ids of the cases that a typed line means and the person may see, latest first, a thousand at most. */
export const searchCases = (
  { store, law }: Pick<CaseDeps, 'store' | 'law'>,
  principal: Principal,
  text: string,
): Promise<number[]> =>
  store.read(scopeOf(principal), async (trx) => {
    const own = await trx
      .selectFrom('institutions')
      .select('code')
      .where('institution_id', '=', principal.institutionId)
      .executeTakeFirst();
    const naming = (told: string) => (own === undefined ? undefined : `${own.code}:${told}`);
    return findCases(trx, store, readSearch(text, naming), law.country.toUpperCase());
  });
