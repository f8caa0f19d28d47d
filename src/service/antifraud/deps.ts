import type { Store } from '../../store/store.ts';
import type { Audit } from '../audit/audit.ts';
import type { Lists } from '../lists/lists.ts';

/** What the use cases of the anti-fraud folder share. */
export interface AntifraudDeps {
  readonly store: Store;
  readonly audit: Audit;
  /** Entries that the centre tells of become versions of these. */
  readonly lists: Lists;
  readonly now: () => number;
  /** What accounts are called. */
  readonly names: { accountName(account: number): string | undefined };
  /** The setting `antifraudFolder`: a folder of each institution, by its code, lies in it. */
  readonly folder: string;
  /** Told of what a person has to look at: a hold that no message can tell, a file that is no message. */
  readonly trouble: (event: string, fields: Readonly<Record<string, string | number>>) => void;
}

/** Whose folder it is. */
export interface Whose {
  readonly institutionId: number;
  readonly code: string;
  readonly name: string;
}
