import { isInForce, isVisibleTo, type ListHit } from './list-hit.ts';
import type { ListSnapshot } from './list-snapshot.ts';

/**
 * What is in force of every list. A list is swapped whole, by one assignment: whoever asks sees the version before or
 * the version after, never a mixture.
 */
export class ListIndex {
  readonly #lists = new Map<number, ListSnapshot>();

  /** From now on this is the list. */
  swap(snapshot: ListSnapshot): void {
    this.#lists.set(snapshot.facts.listId, snapshot);
  }

  /** Identifiers in force, of all lists. */
  get size(): number {
    return [...this.#lists.values()].reduce((sum, { size }) => sum + size, 0);
  }

  /** What an identifier meets at that moment in the lists that an institution sees. */
  hitsOf(hash: Uint8Array, at: number, institutionId: number): ListHit[] {
    return this.collect([hash]).filter(
      (hit) => isInForce(hit, at) && isVisibleTo(hit, institutionId),
    );
  }

  /** What identifiers meet in all lists, be it in force now, before or later. */
  collect(hashes: readonly Uint8Array[]): ListHit[] {
    const hits: ListHit[] = [];
    for (const list of this.#lists.values()) for (const hash of hashes) list.collect(hash, hits);
    return hits;
  }
}
