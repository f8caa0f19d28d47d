import type { KeyKind } from '../lists/exact-key.ts';
import type { ListEntry } from '../lists/list-entry.ts';
import type { NameListed } from './name-match.ts';

/** What of a list entry names are made of; a key may be known by its kind alone. */
export type NamedEntry = Pick<ListEntry, 'names' | 'party' | 'births'> & {
  readonly keys: readonly { readonly kind: KeyKind; readonly value?: string }[];
};

/** The names of an entry as they are looked for, each with all that is known of it. */
export function namesOfEntry(
  entry: number,
  { names, party, births, keys }: NamedEntry,
): NameListed[] {
  const number = keys.find(({ kind }) => kind === 'iin' || kind === 'bin')?.value;
  return names.map(({ text, quality }) => ({
    entry,
    text,
    party,
    ...(births.length > 0 && { births }),
    ...(number !== undefined && { iinOrBin: number }),
    ...(quality === 'low' && { weak: true }),
  }));
}
