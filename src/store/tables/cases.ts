import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { FactKind, FactValue } from '../../domain/case/case-fact.ts';
import type { CaseOutcome, CaseState } from '../../domain/case/case-file.ts';
import type { Tlp } from '../../domain/case/marking.ts';

type Nullable<T> = ColumnType<T | null, T | null | undefined, T | null>;
/** Read as a value, written as JSON text: the driver would take an array for one of PostgreSQL's. */
type Json<T> = ColumnType<T, string, string>;
type NullableJson<T> = ColumnType<T | null, string | null | undefined, string | null>;

/** What a case was opened from. */
export const CASE_SOURCES = [
  'alert',
  'network',
  'post',
  'campaign',
  'report',
  'request', // of another body
  'statements', // of banks, dropped on the page
  'split', // from another case
  'hand',
] as const;
export type CaseSource = (typeof CASE_SOURCES)[number];

/**
 * What may belong to a case; `ref` names it: the number of an alert, account, customer, post, campaign, report, hold, takedown or
 * package, the `seq` of a transfer, the id of a network, the number of a statement.
 */
export const CASE_ITEM_KINDS = [
  'alert',
  'network',
  'account',
  'customer',
  'transfer',
  'post',
  'campaign',
  'report',
  'hold',
  'takedown',
  'package',
  'statement',
] as const;
export type CaseItemKind = (typeof CASE_ITEM_KINDS)[number];

/** What people say whether it was right; a rule by its name. */
export const FEEDBACK_TARGETS = ['alert', 'transfer', 'account', 'post', 'rule'] as const;
export type FeedbackTarget = (typeof FEEDBACK_TARGETS)[number];

export const FEEDBACK_SAID = ['confirmed', 'not', 'unclear'] as const;
export type FeedbackSaid = (typeof FEEDBACK_SAID)[number];

export const PROPOSAL_KINDS = ['hold', 'close'] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];
export type ProposalDecision = 'approved' | 'refused' | 'withdrawn';

export const CASE_FILE_STATES = ['whole', 'changed', 'missing'] as const;
export type CaseFileState = (typeof CASE_FILE_STATES)[number];

/** Tables of migration 0010-cases. Times are epoch ms, money is minor units. */
export interface CaseTables {
  case_numbers: { year: number; last: number };
  cases: {
    case_id: GeneratedAlways<number>;
    institution_id: number;
    number: string;
    title_sealed: Buffer;
    state: CaseState;
    outcome: Nullable<CaseOutcome>;
    opened_at: number;
    /** User id; null: Qorgan. */
    opened_by: Nullable<number>;
    opened_from: CaseSource;
    request_sealed: Nullable<Buffer>;
    assignee: Nullable<number>;
    reach_minor: Generated<number>;
    harm_minor: Generated<number>;
    figures: ColumnType<unknown, string | undefined, string>;
    figured_at: number;
    priority: Generated<number>;
    next_due_at: Nullable<number>;
    tlp: Tlp;
    merged_into: Nullable<number>;
    split_from: Nullable<number>;
    from_network: Nullable<string>;
    closed_at: Nullable<number>;
    updated_at: number;
    version: Generated<number>;
  };
  case_words: { case_id: number; institution_id: number; hash: Buffer };
  case_items: {
    item_id: GeneratedAlways<number>;
    case_id: number;
    institution_id: number;
    kind: CaseItemKind;
    ref: string;
    added_at: number;
    added_by: Nullable<number>;
    reason_sealed: Nullable<Buffer>;
    came_from: Nullable<number>;
    removed_at: Nullable<number>;
    removed_by: Nullable<number>;
  };
  case_networks: {
    institution_id: number;
    network_id: string;
    kept_at: number;
    found_at: number;
    rank: number;
    certainty: number;
    harm_minor: number;
    from_at: number;
    to_at: number;
    body: Json<unknown>;
  };
  case_facts: {
    fact_id: GeneratedAlways<number>;
    case_id: number;
    institution_id: number;
    kind: FactKind;
    party: string;
    says: 'yes' | 'no';
    value: NullableJson<FactValue>;
    act_at: Nullable<number>;
    shown_by: string[];
    note_sealed: Nullable<Buffer>;
    by_id: number;
    by_name: string;
    recorded_at: number;
    came_from: Nullable<number>;
    withdrawn_at: Nullable<number>;
    withdrawn_by: Nullable<number>;
  };
  case_tasks: {
    task_id: GeneratedAlways<number>;
    case_id: number;
    institution_id: number;
    title_sealed: Buffer;
    /** Id of a term of law: then it is a deadline. */
    term: Nullable<string>;
    event_at: Nullable<number>;
    due_at: Nullable<number>;
    uncertain: Generated<boolean>;
    assignee: Nullable<number>;
    created_at: number;
    created_by: Nullable<number>;
    came_from: Nullable<number>;
    done_at: Nullable<number>;
    stopped_at: Nullable<number>;
    ended_by: Nullable<number>;
    ended_note_sealed: Nullable<Buffer>;
    overdue_at: Nullable<number>;
  };
  case_events: {
    case_id: number;
    version: number;
    institution_id: number;
    at: number;
    /** User id; null: Qorgan. */
    actor_id: number | null;
    actor: string;
    act: string;
    state: CaseState;
    detail: Json<Readonly<Record<string, unknown>>>;
    note_sealed: Buffer | null;
  };
  case_files: {
    file_id: GeneratedAlways<number>;
    case_id: number;
    institution_id: number;
    folder: number;
    name_sealed: Buffer;
    media: string;
    bytes: number;
    sha256: Buffer;
    disk_bytes: number;
    disk_sha256: Buffer;
    added_at: number;
    added_by_id: number;
    added_by: string;
    came_from: Nullable<number>;
    state: Generated<CaseFileState>;
    checked_at: number;
    damaged_at: Nullable<number>;
  };
  case_proposals: {
    proposal_id: GeneratedAlways<number>;
    case_id: number;
    institution_id: number;
    what: ProposalKind;
    body: Json<unknown>;
    proposed_at: number;
    proposed_by_id: number;
    proposed_by: string;
    note_sealed: Buffer;
    came_from: Nullable<number>;
    decision: Nullable<ProposalDecision>;
    decided_at: Nullable<number>;
    decided_by_id: Nullable<number>;
    decided_by: Nullable<string>;
    decision_note_sealed: Nullable<Buffer>;
    result: Nullable<string>;
  };
  case_feedback: {
    feedback_id: GeneratedAlways<number>;
    case_id: number;
    institution_id: number;
    target: FeedbackTarget;
    ref: string;
    said: FeedbackSaid;
    rules: string[];
    why_sealed: Buffer;
    at: number;
    by_id: number;
    by_name: string;
    came_from: Nullable<number>;
    replaced_at: Nullable<number>;
  };
}
