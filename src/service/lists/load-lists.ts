import type { ListFacts } from '../../screening/lists/list-hit.ts';
import type { Transaction } from '../../store/store.ts';
import { loadDismissed } from './dismissed.ts';
import type { Lists } from './lists.ts';
import { loadHits, loadSnapshot } from './load-snapshot.ts';
import { allowLongWork } from './paged-rows.ts';
import { catchUp } from './settle.ts';

/** A list with a version in force. */
export interface ListInForce {
  readonly facts: ListFacts;
  readonly number: number;
}

/**
 * Compares what changed before the last stop, then reads every list that is in force into memory. Nothing is asked of the
 * lists before it ends.
 */
export async function loadLists(lists: Lists): Promise<void> {
  await catchUp(lists);
  for (const { facts, number } of await lists.store.write(listsInForce)) {
    const loaded = await lists.store.write(async (trx) => {
      await allowLongWork(trx);
      const snapshot = await loadSnapshot(trx, facts, number);
      return {
        snapshot,
        hits: await loadHits(trx, facts),
        dismissed: await loadDismissed(trx, facts),
      };
    });
    lists.listing.swap(loaded.snapshot, loaded.hits, loaded.dismissed);
  }
}

async function listsInForce(trx: Transaction): Promise<ListInForce[]> {
  const rows = await trx
    .selectFrom('lists')
    .select(['list_id', 'institution_id', 'kind', 'in_force'])
    .where('in_force', 'is not', null)
    .orderBy('list_id')
    .execute();
  return rows.map(({ list_id, institution_id, kind, in_force }) => ({
    facts: { listId: list_id, institutionId: institution_id, kind },
    number: in_force ?? 0,
  }));
}
