import type { ListIndex } from '../../screening/lists/list-index.ts';
import type { Store } from '../../store/store.ts';
import type { Audit } from '../audit/audit.ts';
import type { AccountListing } from './account-listing.ts';

/** An account that stands in a list in force, for the engine: `mark` with cause 'listed'. */
export interface ListedAccount {
  readonly accountNo: number;
  /** Whose account it is, or who met it. */
  readonly institutionId: number;
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
  /** Takes accounts that have become listed; without it nobody is told and nothing is marked as told. */
  readonly onListed: ((accounts: readonly ListedAccount[]) => Promise<void>) | undefined;
  /** Identifiers in force. */
  readonly index: ListIndex;
  /** Accounts that are listed: what a decision asks. */
  readonly listing: AccountListing;
  /** What runs now, bounded. */
  readonly running: Running;
}
