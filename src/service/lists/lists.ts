import { ListIndex } from '../../screening/lists/list-index.ts';
import type { Store } from '../../store/store.ts';
import type { Audit } from '../audit/audit.ts';
import { AccountListing } from './account-listing.ts';
import { loadLists } from './load-lists.ts';

/** An account that stands in a list in force, for the engine: `mark` with cause 'listed'. */
export interface ListedAccount {
  readonly accountNo: number;
  /** Whose account it is, or who met it. */
  readonly institutionId: number;
}

export interface ListsOptions {
  readonly store: Store;
  readonly audit: Audit;
  readonly now?: () => number;
  /**
   * Takes accounts that have become listed. Called by `settle`, in pages; an account comes again if the call fails or the
   * process dies before its end, and never after it.
   */
  readonly onListed?: (accounts: readonly ListedAccount[]) => Promise<void>;
}

interface Running {
  imports: number;
  /** Activations that run or wait, and the end of the last of them. */
  activations: number;
  activating: Promise<void>;
  settling: Promise<number> | undefined;
  /** Somebody may have become listed since marks were last told. */
  marksDue: boolean;
  markedAt: number;
}

/** Lists of parties: what their use cases share. */
export interface Lists {
  readonly store: Store;
  readonly audit: Audit;
  readonly now: () => number;
  readonly onListed: (accounts: readonly ListedAccount[]) => Promise<void>;
  /** Identifiers in force. */
  readonly index: ListIndex;
  /** Accounts that are listed: what a decision asks. */
  readonly listing: AccountListing;
  /** What runs now, bounded. */
  readonly running: Running;
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
    onListed: options.onListed ?? (async () => {}),
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
