import { isVisibleTo, type ListFacts } from '../../screening/lists/list-hit.ts';
import type { NameIndex } from '../../screening/names/name-index.ts';
import type { NameAsked, NameMatch } from '../../screening/names/name-match.ts';

/** The names of one version of a list. */
export interface NamesInForce {
  readonly facts: ListFacts;
  readonly number: number;
  readonly index: NameIndex;
}

/** An entry that a name may mean. */
export interface NameHit {
  readonly listId: number;
  readonly match: NameMatch;
}

/** Entries of one list that a name is told to meet: more of them and the name tells nobody apart. */
const MATCHES_MOST = 20;

/** Names of the lists in force, in memory. A list is swapped whole. */
export class NameLists {
  readonly #lists = new Map<number, NamesInForce>();

  /** The version whose names are here; undefined: none. */
  versionOf(listId: number): number | undefined {
    return this.#lists.get(listId)?.number;
  }

  swap(names: NamesInForce): void {
    this.#lists.set(names.facts.listId, names);
  }

  /** The list is out of force. */
  drop(listId: number): void {
    this.#lists.delete(listId);
  }

  /** What a customer of an institution meets by name: in its own lists and in those for all. */
  search(asked: NameAsked, institutionId: number): NameHit[] {
    return [...this.#lists.values()]
      .filter(({ facts }) => isVisibleTo(facts, institutionId))
      .flatMap((names) => hitsIn(names, asked));
  }
}

/** One list's. Who has the entry's own number is met by that, and is not asked about twice. */
export const hitsIn = (
  { facts: { listId }, index }: Pick<NamesInForce, 'facts' | 'index'>,
  asked: NameAsked,
): NameHit[] =>
  index
    .search(asked, { most: MATCHES_MOST })
    .filter(({ key }) => key !== 'same')
    .map((match) => ({ listId, match }));
