import type { Law } from '../../law/law.ts';
import type { Store } from '../../store/store.ts';
import type { Audit } from '../audit/audit.ts';
import type { KnownAccounts } from './load-case-file/known-accounts.ts';

/** What the use cases of cases stand on. */
export interface CaseDeps {
  readonly store: Store;
  readonly audit: Audit;
  readonly law: Law;
  readonly names: KnownAccounts;
  /** Files of cases lie in a folder of this one. */
  readonly dataDir: string;
  readonly now: () => number;
}
