import { isVisibleTo, type ListFacts } from '../../screening/lists/list-hit.ts';
import type { NameAsked, NameListed, NameMatch } from '../../screening/names/name-match.ts';
import { NamesThread, type NameTable } from './names-thread.ts';

/** The names of one version of a list. */
export interface NamesInForce {
  readonly facts: ListFacts;
  readonly number: number;
  readonly table: NameTable;
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
  readonly #thread = new NamesThread();

  /** The version whose names are here; undefined: none. */
  versionOf(listId: number): number | undefined {
    const names = this.#lists.get(listId);
    return names !== undefined && this.#thread.has(names.table) ? names.number : undefined;
  }

  /** Takes in names, in batches; they can be looked for after `build`. Whoever takes them in drops them. */
  take(batches: AsyncIterable<readonly NameListed[]>): Promise<NameTable> {
    return this.#thread.take(batches);
  }

  build(table: NameTable): Promise<void> {
    return this.#thread.build(table);
  }

  drop(table: NameTable): Promise<void> {
    return this.#thread.drop(table);
  }

  /** From now on these are the names of the list. */
  async swap(names: NamesInForce): Promise<void> {
    const before = this.#lists.get(names.facts.listId);
    this.#lists.set(names.facts.listId, names);
    if (before !== undefined) await this.drop(before.table);
  }

  /** The list is out of force. */
  async withdraw(listId: number): Promise<void> {
    const before = this.#lists.get(listId);
    this.#lists.delete(listId);
    if (before !== undefined) await this.drop(before.table);
  }

  /** What a customer of an institution meets by name: in its own lists and in those for all. Throws QRG_BUSY. */
  search(asked: NameAsked, institutionId: number): Promise<NameHit[]> {
    const lists = [...this.#lists.values()].filter(({ facts }) =>
      isVisibleTo(facts, institutionId),
    );
    return this.searchIn(lists, asked);
  }

  /** The same in these. Who has the entry's own number is met by that, and is not asked about twice. */
  async searchIn(
    lists: readonly Pick<NamesInForce, 'facts' | 'table'>[],
    asked: NameAsked,
  ): Promise<NameHit[]> {
    const tables = lists.map(({ table }) => table);
    const found = await this.#thread.search(tables, asked, MATCHES_MOST);
    return found.flatMap((matches, i) =>
      matches
        .filter(({ key }) => key !== 'same')
        .map((match) => ({ listId: lists[i].facts.listId, match })),
    );
  }

  close(): Promise<void> {
    return this.#thread.close();
  }
}
