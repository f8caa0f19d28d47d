import type { Selectable } from 'kysely';
import { ok, type Result } from '../../domain/errors/catalogue.ts';
import type { Purpose } from '../../domain/transfer.ts';
import { nextChangeAt } from '../../law/hold.ts';
import { nextTermAt } from '../../law/hold-deadlines.ts';
import {
  type Hold,
  type HoldCourse,
  type HoldGround,
  type HoldState,
  NEW_COURSE,
} from '../../law/hold-state.ts';
import type { Law } from '../../law/law.ts';
import type { HoldTables } from '../../store/tables/holds.ts';

export type HoldRow = Selectable<HoldTables['holds']>;

/** A stored hold: what the law looks at, and the money it is about. */
export interface StoredHold {
  readonly holdId: number;
  readonly version: number;
  readonly institutionId: number;
  readonly transferSeq: number;
  readonly accountNo: number;
  readonly payeeNo: number;
  readonly amountMinor: number;
  /** What stands of it; the rest is protected income. */
  readonly heldMinor: number;
  readonly currency: string;
  readonly purpose: Purpose;
  readonly incoming: boolean;
  readonly refundRisk: boolean;
  readonly hold: Hold;
}

export const readHold = (row: HoldRow): StoredHold => ({
  holdId: row.hold_id,
  version: row.version,
  institutionId: row.institution_id,
  transferSeq: row.transfer_seq,
  accountNo: row.account_no,
  payeeNo: row.payee_no,
  amountMinor: row.amount_minor,
  heldMinor: row.held_minor,
  currency: row.currency,
  purpose: row.purpose as Purpose,
  incoming: row.incoming,
  refundRisk: row.refund_risk,
  hold: {
    state: row.state as HoldState,
    grounds: row.grounds as HoldGround[],
    // A row of an earlier edition knows less.
    course: { ...NEW_COURSE, ...(row.course as HoldCourse) },
    overdueSince: row.overdue_since,
  },
});

/** What the clock and the queue go by. */
export interface HoldMoments {
  readonly nextChangeAt: number | null;
  readonly nextTermAt: number | null;
}

/** Fails with QRG_LAW_CALENDAR_YEAR or QRG_LAW_TERM_PERIOD. */
export function momentsOf(law: Law, hold: Hold): Result<HoldMoments> {
  const change = nextChangeAt(law, hold);
  if (!change.ok) return change;
  const term = nextTermAt(law, hold);
  return term.ok ? ok({ nextChangeAt: change.value, nextTermAt: term.value }) : term;
}

export const momentColumns = ({ nextChangeAt: change, nextTermAt: term }: HoldMoments) => ({
  next_change_at: change,
  next_term_at: term,
});

/** The columns that change with a hold. */
export const holdColumns = (hold: Hold, moments: HoldMoments, at: number) => ({
  state: hold.state,
  grounds: JSON.stringify(hold.grounds),
  course: JSON.stringify(hold.course),
  placed_by: hold.course.placedBy,
  placed_at: hold.course.placedAt,
  overdue_since: hold.overdueSince,
  ...momentColumns(moments),
  updated_at: at,
});
