import type { Law } from '../../law/law.ts';
import type { Store, Transaction } from '../../store/store.ts';
import type { Audit } from '../audit/audit.ts';

/** What the use cases of holds stand on. */
export interface HoldDeps {
  readonly store: Store;
  readonly audit: Audit;
  readonly law: Law;
  readonly now: () => number;
  /**
   * Whether this account stands in the base of events now, as this institution sees it: the duty to refund arises at the
   * moment of payment (25-1(7)), so it is asked again at the release.
   */
  payeeInEvents(trx: Transaction, payee: PayeeAccount): Promise<boolean>;
}

export interface PayeeAccount {
  readonly institutionId: number;
  readonly accountNo: number;
}
