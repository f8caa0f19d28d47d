import type { Transaction } from '../../store/store.ts';
import type { Principal } from '../access/principal.ts';
import type { AuditEntry } from '../audit/entry.ts';
import type { CaseRow } from './case-row.ts';
import type { CaseDeps } from './deps.ts';
import type { Step } from './write-step.ts';

/** A person who acts on a case, inside of the transaction that holds its lock. */
export interface Acting {
  readonly deps: CaseDeps;
  readonly trx: Transaction;
  readonly principal: Principal;
  readonly row: CaseRow;
  readonly at: number;
}

/** What an act changed: the rest of its step, and what else it wrote. */
export interface Acted extends Pick<Step, 'state' | 'set' | 'detail' | 'note' | 'isReason'> {
  /** Another case that came of it or took all. */
  readonly other?: number;
  /** Acts on other things that belong to the same transaction. */
  readonly entries?: readonly AuditEntry[];
  /** What belongs to the case is another than before: its figures are counted anew. */
  readonly isOther?: true;
}

/** A person's words as the reason of an act. */
export const because = (reason: string) => ({ note: reason, isReason: true }) as const;
