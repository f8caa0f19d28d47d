import type { Store } from '../../store/store.ts';
import type { Audit } from '../audit/audit.ts';
import type { AccountListing } from '../lists/account-listing.ts';
import type { LiveService } from '../live/live-service.ts';
import type { NameLists } from '../screening/name-lists.ts';
import type { ParametersBook } from './parameters-book.ts';

/** What the use cases of customers' risk share. */
export interface Risk {
  readonly store: Store;
  readonly audit: Audit;
  /** Hears what the engine is to know of accounts. */
  readonly live: Pick<LiveService, 'record' | 'accountName'>;
  /** Hears whom people took for a listed party. */
  readonly listing: AccountListing;
  readonly book: ParametersBook;
  /** Names of the lists in force. */
  readonly names: NameLists;
  readonly now: () => number;
}
