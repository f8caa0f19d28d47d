import type { ErrorCode } from '../../domain/errors/catalogue.ts';
import { deadlinesOf, type HoldDeadline, releaseDueAt } from '../../law/hold-deadlines.ts';
import { needsTwo } from '../../law/hold-people.ts';
import type { HoldGround, HoldState } from '../../law/hold-state.ts';
import type { Law } from '../../law/law.ts';
import { tellOf } from '../../law/notice.ts';
import type { StoredHold } from './hold-row.ts';

/** A hold as a person works with it. */
export interface HoldView {
  readonly holdId: number;
  readonly version: number;
  readonly institutionId: number;
  readonly transferSeq: number;
  readonly accountNo: number;
  readonly payeeNo: number;
  readonly amountMinor: number;
  /** What stands of it. */
  readonly heldMinor: number;
  readonly currency: string;
  readonly incoming: boolean;
  readonly state: HoldState;
  readonly grounds: readonly HoldGround[];
  /** Telling the client: must, may, may_not. */
  readonly tell: 'must' | 'may' | 'may_not';
  /** The payee stood in the base of events when the transfer came. */
  readonly refundRisk: boolean;
  readonly suspendedAt: number;
  readonly placedBy: number | null;
  readonly placedAt: number | null;
  /** Terms that run, soonest first; empty when `termsProblem` says why they cannot be counted. */
  readonly deadlines: readonly HoldDeadline[];
  readonly termsProblem: ErrorCode | null;
  /** When the hold ends by itself; null: no ground in law ends it. */
  readonly releaseDueAt: number | null;
  readonly overdueSince: number | null;
  /** No term carries it any more: a person has to release it. */
  readonly mustRelease: boolean;
  readonly secondPersonNeeded: boolean;
  readonly releaseAskedBy: number | null;
  readonly appeal: 'none' | 'waits' | 'decided';
}

export function viewOf(law: Law, stored: StoredHold): HoldView {
  const { hold, purpose: _, ...rest } = stored;
  const { course } = hold;
  const deadlines = deadlinesOf(law, hold);
  const end = releaseDueAt(law, hold);
  return {
    ...rest,
    state: hold.state,
    grounds: hold.grounds,
    tell: tellOf(hold),
    suspendedAt: course.suspendedAt,
    placedBy: course.placedBy,
    placedAt: course.placedAt,
    deadlines: deadlines.ok ? deadlines.value : [],
    termsProblem: deadlines.ok ? null : deadlines.problem.code,
    releaseDueAt: end.ok ? end.value : null,
    overdueSince: hold.overdueSince,
    mustRelease: hold.state === 'expired',
    secondPersonNeeded: needsTwo(law, hold),
    releaseAskedBy: course.releaseAskedBy,
    appeal:
      course.appealFiledAt === null
        ? 'none'
        : course.appealDecidedAt === null
          ? 'waits'
          : 'decided',
  };
}
