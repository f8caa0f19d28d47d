import type { Law } from '../../law/law.ts';
import type { Store } from '../../store/store.ts';
import type { Principal } from '../access/principal.ts';
import type { Audit } from '../audit/audit.ts';
import type { HoldDeps } from '../holds/deps.ts';
import type { CaseBook } from './case-book.ts';
import type { KnownAccounts } from './load-case-file/known-accounts.ts';

/** What the use cases of cases stand on. */
export interface CaseDeps {
  readonly store: Store;
  readonly audit: Audit;
  readonly law: Law;
  /** What accounts are called, what banks told of them, which are hubs, rules in words; the live service knows. */
  readonly names: KnownAccounts;
  readonly holds: HoldDeps;
  readonly book: CaseBook;
  /** Files of cases lie in a folder of this one. */
  readonly dataDir: string;
  readonly now: () => number;
  /** Money that came to an account and is still there, as the running service follows it; minor units. */
  restOf(account: number): number;
  /** Whether a rule of the service is called so. */
  isRule(name: string): boolean;
  /** A post is what the reader of posts took it for: a row to learn from. */
  confirmPost(by: Principal, postId: number): Promise<void>;
}
