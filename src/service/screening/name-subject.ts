import type { NameAsked } from '../../screening/names/name-match.ts';
import type { Store } from '../../store/store.ts';
import { type KeptCustomer, numberOf } from '../customers/kept-customer.ts';
import { bornAtOf } from '../customers/read-customer.ts';

/** A customer as its name is looked for in lists. */
export function askedOf(kept: KeptCustomer): NameAsked {
  const number = numberOf(kept);
  const bornAt = bornAtOf(kept.bornOn, number?.kind === 'iin' ? number.value : undefined);
  return {
    text: kept.name,
    party: partyOf(kept),
    ...(bornAt !== undefined && {
      births: [{ day: new Date(bornAt).toISOString().slice(0, 'YYYY-MM-DD'.length) }],
    }),
    ...(number && { iinOrBin: number.value }),
  };
}

function partyOf({ kind }: KeptCustomer): NameAsked['party'] {
  if (kind === 'company') return 'organisation';
  return kind === 'unknown' ? 'unknown' : 'person';
}

/** What was compared, as one hash: whether the customer is another than the one a hit was dismissed of. */
export const subjectOf = ({ vault }: Pick<Store, 'vault'>, asked: NameAsked): Buffer =>
  vault.hash('name', JSON.stringify([asked.text, asked.party, asked.births, asked.iinOrBin]));
