import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** Read as a value, written as JSON text: the driver would take an array for one of PostgreSQL's. */
type Json = ColumnType<unknown, string, string>;

/** Tables of migration 0004-holds. Times are epoch ms, money is minor units. */
export interface HoldTables {
  holds: {
    hold_id: GeneratedAlways<number>;
    institution_id: number;
    transfer_seq: number;
    account_no: number;
    payee_no: number;
    amount_minor: number;
    held_minor: number;
    currency: string;
    purpose: string;
    incoming: boolean;
    refund_risk: boolean;
    state: string;
    grounds: Json;
    course: Json;
    suspended_at: number;
    placed_by: number | null;
    placed_at: number | null;
    overdue_since: number | null;
    next_change_at: number | null;
    /** Null: no term runs. */
    next_term_at: number | null;
    updated_at: number;
    version: Generated<number>;
  };
  hold_events: {
    hold_id: number;
    version: number;
    institution_id: number;
    at: number;
    /** User id; null: the passing of time, or the decision that proposed the hold. */
    actor_id: number | null;
    act: string;
    state: string;
    detail: Json;
    note_sealed: Buffer | null;
  };
  hold_outbox: {
    outbox_id: GeneratedAlways<number>;
    institution_id: number;
    hold_id: number;
    kind: OutboxKind;
    created_at: number;
    sealed: Buffer;
    taken_at: number | null;
    taken_by: string | null;
  };
}

/** What the bank's own systems have to do. */
export type OutboxKind =
  | 'client_notice'
  | 'centre_notice'
  | 'centre_release'
  | 'afm_message'
  | 'must_release'
  | 'release'
  | 'refuse'
  | 'return_money';
