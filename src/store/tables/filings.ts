import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type {
  FilingActKind,
  FilingKind,
  FilingState,
  FollowsAs,
} from '../../domain/filing/filing-acts.ts';

type Nullable<T> = ColumnType<T | null, T | null | undefined, T | null>;

/** A code of a sign of suspicion, as an officer loaded it: days 'YYYY-MM-DD', both inclusive. */
export interface SignCode {
  readonly code: string;
  readonly text: string;
  readonly from: string;
  readonly to: string | null;
}

/** Tables of migration 0011-filings. Times are epoch ms. */
export interface FilingTables {
  filing_numbers: { institution_id: number; year: number; last: number };
  filings: {
    filing_id: GeneratedAlways<number>;
    institution_id: number;
    kind: FilingKind;
    case_id: Nullable<number>;
    follows: Nullable<number>;
    follows_as: Nullable<FollowsAs>;
    state: FilingState;
    transfer_seq: Nullable<number>;
    transfer_id: Nullable<string>;
    operation_at: number;
    amount_minor: number;
    threshold: Nullable<string>;
    /** 'YYYY-MM-DD' */
    day: Nullable<string>;
    decide: Generated<string[]>;
    year: Nullable<number>;
    number: Nullable<number>;
    document_guid: string;
    version_guid: string;
    event_at: number;
    term: string;
    due_at: number;
    uncertain: Generated<boolean>;
    sealed: Buffer;
    message_sealed: Nullable<Buffer>;
    message_sha256: Nullable<Buffer>;
    signed_sealed: Nullable<Buffer>;
    signed_sha256: Nullable<Buffer>;
    signed_at: Nullable<number>;
    answer_sealed: Nullable<Buffer>;
    error_code: Nullable<string>;
    made_at: number;
    made_by_id: Nullable<number>;
    made_by: string;
    writers: Generated<number[]>;
    approved_at: Nullable<number>;
    approved_by_id: Nullable<number>;
    approved_by: Nullable<string>;
    sent_at: Nullable<number>;
    answered_at: Nullable<number>;
    updated_at: number;
    version: Generated<number>;
  };
  filing_events: {
    filing_id: number;
    version: number;
    institution_id: number;
    at: number;
    actor_id: number | null;
    actor: string;
    act: 'draft' | FilingActKind;
    state: FilingState;
    note_sealed: Buffer | null;
  };
  filing_settings: {
    institution_id: number;
    sealed: Buffer;
    updated_at: number;
    updated_by_id: number;
    updated_by: string;
    version: Generated<number>;
  };
  filing_sign_codes: {
    institution_id: number;
    number: number;
    at: number;
    actor_id: number;
    actor: string;
    reason: string;
    sha256: Buffer;
    codes: ColumnType<readonly SignCode[], string, never>;
  };
  afm_requests: {
    request_id: GeneratedAlways<number>;
    institution_id: number;
    case_id: number;
    document_guid: string;
    received_at: number;
    received_by_id: number;
    received_by: string;
    count_days: Nullable<number>;
    due_at: number;
    sealed: Buffer;
    answer_guid: Nullable<string>;
    answer_sealed: Nullable<Buffer>;
    answered_at: Nullable<number>;
    answered_by_id: Nullable<number>;
    answered_by: Nullable<string>;
    version: Generated<number>;
  };
}
