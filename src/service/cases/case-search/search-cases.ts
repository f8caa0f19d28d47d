import { type Principal, scopeOf } from '../../access/principal.ts';
import type { CaseDeps } from '../deps.ts';
import { findCases } from './find-cases.ts';

/** Numbers of the cases that a typed line means and the person may see, latest first, a thousand at most. */
export const searchCases = (
  { store }: Pick<CaseDeps, 'store'>,
  principal: Principal,
  text: string,
): Promise<number[]> => store.read(scopeOf(principal), (trx) => findCases(trx, store, text));
