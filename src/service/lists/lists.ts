import type { ListIndex } from '../../screening/lists/list-index.ts';
import type { Store, Transaction } from '../../store/store.ts';
import type { Audit } from '../audit/audit.ts';
import type { AccountListing } from './account-listing.ts';

/** Accounts that have come to stand in a list in force, or do so no more: for the engine, with cause 'listed'. */
export interface MarkChange {
  readonly kind: 'mark' | 'unmark';
  readonly accountNos: readonly number[];
  /** Writes down that it was told, in the transaction that makes it durable: told and written are one. */
  readonly written: (trx: Transaction) => Promise<void>;
}

interface Running {
  imports: number;
  /** Activations that run or wait, and the end of the last of them. */
  activations: number;
  activating: Promise<void>;
  settling: Promise<number> | undefined;
  /** Somebody may have become listed, or may be so no more, since marks were last told. */
  marksDue: boolean;
  markedAt: number;
}

/** Lists of parties: what their use cases share. */
export interface Lists {
  readonly store: Store;
  readonly audit: Audit;
  readonly now: () => number;
  /** Takes what changed of marks; without it nobody is told and nothing is written down as told. */
  readonly onMarks: ((change: MarkChange) => Promise<void>) | undefined;
  /** Identifiers in force. */
  readonly index: ListIndex;
  /** Accounts that are listed: what a decision asks. */
  readonly listing: AccountListing;
  /** What runs now, bounded. */
  readonly running: Running;
}
