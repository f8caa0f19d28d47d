import type { FilingKind, FilingState, FollowsAs } from '../../domain/filing/filing-acts.ts';
import { type FilingRow, numberOf } from './filing-row.ts';

export interface Actor {
  readonly userId: number;
  readonly name: string;
}

/** A notice as lists show it. */
export interface FilingView {
  readonly filingId: number;
  readonly version: number;
  readonly number: string | null;
  readonly institution: string;
  readonly caseId: number | null;
  readonly caseNumber: string | null;
  readonly kind: FilingKind;
  readonly state: FilingState;
  readonly follows: {
    readonly filingId: number;
    readonly number: string | null;
    readonly as: FollowsAs;
  } | null;
  readonly amountMinor: number;
  readonly operationAt: number;
  readonly transfer: string | null;
  readonly documentGuid: string;
  readonly threshold: string | null;
  readonly day: string | null;
  /** Codes of questions; data/law/kz/fm1 has their words. */
  readonly decide: readonly string[];
  readonly dueAt: number;
  readonly uncertain: boolean;
  readonly overdue: boolean;
  readonly madeAt: number;
  readonly madeBy: Actor | null;
  readonly approvedBy: Actor | null;
  readonly signedAt: number | null;
  readonly sentAt: number | null;
  readonly answeredAt: number | null;
}

/** States in which somebody owes the next step. A rejected notice owes its correction. */
export const OWING = ['draft', 'submitted', 'approved', 'rejected'] as const;

export function viewOf(row: FilingRow, now: number): FilingView {
  const owes = (OWING as readonly string[]).includes(row.state) && row.followed_by === null;
  return {
    filingId: row.filing_id,
    version: row.version,
    number: numberOf(row),
    institution: row.code,
    caseId: row.case_id,
    caseNumber: row.case_number,
    kind: row.kind,
    state: row.state,
    follows:
      row.follows === null || row.follows_as === null
        ? null
        : { filingId: row.follows, number: row.follows_number, as: row.follows_as },
    amountMinor: row.amount_minor,
    operationAt: row.operation_at,
    transfer: row.transfer_id,
    documentGuid: row.document_guid,
    threshold: row.threshold,
    day: row.day,
    decide: row.decide,
    dueAt: row.due_at,
    uncertain: row.uncertain,
    overdue: owes && row.due_at <= now,
    madeAt: row.made_at,
    madeBy: actorOf(row.made_by_id, row.made_by),
    approvedBy: actorOf(row.approved_by_id, row.approved_by),
    signedAt: row.signed_at,
    sentAt: row.sent_at,
    answeredAt: row.answered_at,
  };
}

const actorOf = (userId: number | null, name: string | null): Actor | null =>
  userId === null || name === null ? null : { userId, name };
