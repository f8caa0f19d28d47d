import type { ListFacts } from '../../screening/lists/list-hit.ts';
import { ListIndex } from '../../screening/lists/list-index.ts';
import type { Store, Transaction } from '../../store/store.ts';
import type { Audit } from '../audit/audit.ts';
import { AccountListing } from './account-listing.ts';
import { loadDismissed } from './dismissed.ts';
import type { Lists, MarkChange } from './lists.ts';
import { loadHits, loadSnapshot } from './load-snapshot.ts';
import { allowLongWork } from './paged-rows.ts';
import { catchUp } from './settle.ts';

export interface ListsOptions {
  readonly store: Store;
  readonly audit: Audit;
  readonly now?: () => number;
  /** Takes what changed of marks. Called by `settle`, in pages; a page comes again if the call fails. */
  readonly onMarks?: (change: MarkChange) => Promise<void>;
}

/**
 * Opens the lists: brings the record of who is listed up to date with what became known before the last stop, and loads
 * what is in force.
 */
export async function openLists(options: ListsOptions): Promise<Lists> {
  const index = new ListIndex();
  const lists: Lists = {
    store: options.store,
    audit: options.audit,
    now: options.now ?? Date.now,
    onMarks: options.onMarks,
    index,
    listing: new AccountListing(index),
    running: {
      imports: 0,
      activations: 0,
      activating: Promise.resolve(),
      settling: undefined,
      marksDue: true,
      markedAt: 0,
    },
  };
  await loadLists(lists);
  return lists;
}

/** A list with a version in force. */
interface ListInForce {
  readonly facts: ListFacts;
  readonly number: number;
}

/**
 * Compares what changed before the last stop, then reads every list that is in force into memory. Nothing is asked of the
 * lists before it ends.
 */
async function loadLists(lists: Lists): Promise<void> {
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
