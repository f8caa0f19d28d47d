import type { ListEntry } from '../../screening/lists/list-entry.ts';
import { namesOfEntry } from '../../screening/names/entry-names.ts';
import { NameIndex } from '../../screening/names/name-index.ts';
import type { NameAsked, NameListed, NameMatch } from '../../screening/names/name-match.ts';
import { numbersOf } from './read-parties.ts';

/** The entries of a list by name and number. */
export class ListedParties {
  readonly #index: NameIndex;
  readonly #ids: readonly string[];

  /** @param entries with the lines they stand on */
  constructor(entries: readonly { readonly line: number; readonly entry: ListEntry }[]) {
    this.#ids = entries.map(({ line, entry }) => entry.sourceId ?? String(line));
    this.#index = NameIndex.build(entries.flatMap(({ entry }, number) => listedOf(number, entry)));
  }

  get size(): number {
    return this.#ids.length;
  }

  /** The number its source gives an entry, else the line it stands on. */
  id(entry: number): string {
    return this.#ids[entry];
  }

  /** Entries that a party may be, each once, the likeliest first. */
  search(party: ListEntry, threshold: number): { name: string; match: NameMatch }[] {
    const best = new Map<number, { name: string; match: NameMatch }>();
    for (const asked of askedOf(party))
      for (const match of this.#index.search(asked, { threshold }))
        if (match.score > (best.get(match.entry)?.match.score ?? 0))
          best.set(match.entry, { name: asked.text, match });
    return [...best.values()].sort((a, b) => b.match.score - a.match.score);
  }
}

/** Its names; and each further number alone, since a name has room for one. */
function listedOf(number: number, entry: ListEntry): NameListed[] {
  const names = namesOfEntry(number, entry);
  const further = numbersOf(entry).slice(names.length > 0 ? 1 : 0);
  return [
    ...names,
    ...further.map((iinOrBin) => ({ ...{ entry: number, iinOrBin }, ...nameless(entry) })),
  ];
}

function askedOf(party: ListEntry): NameAsked[] {
  return listedOf(0, party).map(({ entry: _, weak: __, ...asked }) => asked);
}

const nameless = ({ party, births }: ListEntry) => ({ text: '', party, births }) as const;
