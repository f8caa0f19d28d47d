import { Claims } from './claims.ts';
import { digitChains } from './digit-chains.ts';
import { findCardNumbers } from './find-cards.ts';
import { findHandles } from './find-handles.ts';
import { findIbans } from './find-ibans.ts';
import { findLinks } from './find-links.ts';
import { type NameFound, wordsOf } from './find-names.ts';
import { findPhones } from './find-phones.ts';
import { findShares } from './find-shares.ts';
import { findSums } from './find-sums.ts';
import { findWallets } from './find-wallets.ts';
import { type FoldedText, foldText, originalSpan } from './folded-text.ts';
import type { Contact, Extracted } from './found.ts';
import type { NamedThings } from './named-things.ts';

/** Longest text that is read, in UTF-16 units; what is behind is left unread. */
export const TEXT_MOST = 20_000;
/** Most sums, names and other things of a kind that are told of one post. */
const THINGS_MOST = 200;
/** Contacts have no such bound but the text's: one that is not told is not hidden. The shortest is '@' and four letters. */
export const CONTACTS_MOST = TEXT_MOST / 5;

/**
 * What a post holds beside its words: whom it leads to, sums, shares, banks, brands, cities. Everything in the order of the text, a
 * contact each time it occurs (so that all its places can be hidden), of all else at most 200 of a kind. Never throws; linear in the text.
 * What has a check digit is looked for first, and no stretch of text is two things.
 */
export function extract(original: string, names: NamedThings): Extracted {
  const folded = foldText(original.length > TEXT_MOST ? original.slice(0, TEXT_MOST) : original);
  const claims = new Claims(folded.text.length);
  const links = findLinks(folded, claims);
  const contacts: Contact[] = [
    ...links.contacts,
    ...findWallets(folded, claims),
    ...findIbans(folded, claims),
  ];
  const chains = digitChains(folded.text);
  contacts.push(...findCardNumbers(folded, chains, claims));
  contacts.push(...findPhones(folded, chains, claims));
  contacts.push(...findHandles(folded, claims));
  const shares = findShares(folded, claims);
  const sums = findSums(folded, claims, names.currency);
  const words = wordsOf(folded.lower).filter(({ start, end }) => claims.isFree(start, end));
  const named = (found: readonly NameFound[]) => placed(folded, found);
  return {
    contacts: placed(folded, contacts, CONTACTS_MOST),
    sums: placed(folded, sums),
    shares: placed(folded, shares),
    banks: named(names.banks.find(folded.text, words)),
    brands: named(names.brands.find(folded.text, words)),
    cities: named(names.cities.find(folded.text, words)),
    domains: links.domains.slice(0, THINGS_MOST),
  };
}

/** In order, in places of the text as it came, as many as are told. */
function placed<T extends { readonly start: number; readonly end: number }>(
  folded: FoldedText,
  found: readonly T[],
  most = THINGS_MOST,
): T[] {
  return [...found]
    .sort((a, b) => a.start - b.start)
    .slice(0, most)
    .map((thing) => ({ ...thing, ...originalSpan(folded, thing.start, thing.end) }));
}
