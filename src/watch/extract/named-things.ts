import { NameFinder } from './find-names.ts';
import type { NamedEntry } from './named-words.ts';

/** What posts are searched for by name, as data/lexicon/{banks,brands,cities}.yaml hold it. */
export interface NamesData {
  /** Currency of a sum that names none, ISO 4217. */
  readonly currency: string;
  readonly banks: readonly NamedEntry[];
  readonly brands: readonly NamedEntry[];
  readonly cities: readonly NamedEntry[];
}

/** The names made ready for the search. Build it once. */
export interface NamedThings {
  readonly currency: string;
  readonly banks: NameFinder;
  readonly brands: NameFinder;
  readonly cities: NameFinder;
}

export const namedThings = ({ currency, banks, brands, cities }: NamesData): NamedThings => ({
  currency,
  banks: new NameFinder(banks),
  brands: new NameFinder(brands),
  cities: new NameFinder(cities),
});
