import type { CaseOutcome } from '../../domain/case/case-file.ts';
import type { FeedbackSaid, FeedbackTarget } from '../../store/tables/cases.ts';
import type { NamedGround } from '../holds/hold-request.ts';
import type { FactWish } from './case-facts.ts';
import type { CaseThing } from './case-items.ts';
import type { TaskWish } from './case-tasks.ts';

/** Of which of its things a person splits a new case. */
export interface SplitWish {
  readonly title: string;
  /** Numbers of items, files, facts and tasks of the case. */
  readonly items: readonly number[];
  readonly files: readonly number[];
  readonly facts: readonly number[];
  readonly tasks: readonly number[];
}

type Why = { readonly reason: string };

/** What a person asks to do with a case. */
export type CaseWish =
  | { readonly kind: 'take' }
  | ({ readonly kind: 'assign'; readonly to: number } & Why)
  | ({ readonly kind: 'return' | 'wait' | 'resume' } & Why)
  | { readonly kind: 'note'; readonly note: string }
  | {
      readonly kind: 'call';
      readonly customer?: number | undefined;
      readonly calledAt: number;
      readonly reached: boolean;
      readonly note: string;
    }
  | ({ readonly kind: 'add_item'; readonly items: readonly CaseThing[] } & Why)
  | ({ readonly kind: 'remove_item'; readonly item: number } & Why)
  | ({ readonly kind: 'task_add' } & TaskWish)
  | {
      readonly kind: 'task_done';
      readonly task: number;
      readonly doneAt?: number | undefined;
      readonly note?: string | undefined;
    }
  | ({ readonly kind: 'task_drop'; readonly task: number } & Why)
  | ({ readonly kind: 'fact_say' } & FactWish)
  | ({ readonly kind: 'fact_withdraw'; readonly fact: number } & Why)
  | {
      readonly kind: 'feedback';
      readonly target: FeedbackTarget;
      readonly ref: string;
      readonly said: FeedbackSaid;
      readonly why: string;
    }
  | ({
      readonly kind: 'propose_hold';
      readonly transfer: number;
      readonly incoming: boolean;
      readonly grounds: readonly NamedGround[];
    } & Why)
  | ({ readonly kind: 'propose_close'; readonly outcome: CaseOutcome } & Why)
  | ({ readonly kind: 'close'; readonly outcome: CaseOutcome } & Why)
  | ({
      readonly kind: 'decide_proposal';
      readonly proposal: number;
      readonly approve: boolean;
      readonly notProtectedBecause?: string | undefined;
    } & Why)
  | ({ readonly kind: 'withdraw_proposal'; readonly proposal: number } & Why)
  | ({ readonly kind: 'reopen' } & Why)
  | ({ readonly kind: 'merge'; readonly into: number; readonly intoVersion: number } & Why)
  | ({ readonly kind: 'split' } & SplitWish & Why);
