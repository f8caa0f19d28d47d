import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { RiskLevel } from '../../screening/risk/rating.ts';
import type { ApprovalState } from './customers.ts';

type Nullable<T> = ColumnType<T | null, T | null | undefined, T | null>;
/** Read as a value, written as JSON text: the driver would take an array for one of PostgreSQL's. */
type Json = ColumnType<unknown, string | null | undefined, string | null>;

/** Tables of migration 0001-core, with columns of later ones. Times are epoch ms, money is minor units. */
export interface CoreTables {
  data_keys: {
    key_id: GeneratedAlways<number>;
    purpose: 'seal' | 'hash';
    wrapped: Buffer;
    created_at: number;
    retired_at: Nullable<number>;
  };
  institutions: {
    institution_id: GeneratedAlways<number>;
    code: string;
    name: string;
    kind: InstitutionKind;
    sees_all: Generated<boolean>;
    created_at: number;
  };
  customers: {
    customer_id: GeneratedAlways<number>;
    institution_id: number;
    external_id: string;
    sealed: Buffer;
    facts: Json;
    updated_at: number;
    /** Of the latest rating; null before the first. */
    rating_id: Nullable<number>;
    rated_at: Nullable<number>;
    points: Nullable<number>;
    level: Nullable<RiskLevel>;
    review_at: Nullable<number>;
    approval: Generated<ApprovalState>;
    linked_accounts: Nullable<number>;
    engine_told: Generated<boolean>;
  };
  accounts: {
    account_no: number;
    institution_id: number;
    name_hash: Buffer;
    name_sealed: Buffer;
    customer_id: Nullable<number>;
    facts: Json;
    created_at: number;
  };
  identifiers: {
    kind: string;
    value_hash: Buffer;
    institution_id: number;
    customer_id: Nullable<number>;
    account_no: Nullable<number>;
  };
  journal: {
    seq: number;
    count: number;
    at: number;
    prev: Buffer;
    hash: Buffer;
    sealed: Buffer;
  };
  transfers: {
    seq: number;
    institution_id: number;
    transfer_id: string;
    at: number;
    received_at: number;
    payer: number;
    payee: number;
    amount_minor: number;
    channel: number;
    purpose: number;
    score: number;
    verdict: number;
    said: Nullable<string>;
  };
  alerts: {
    alert_id: GeneratedAlways<number>;
    institution_id: number;
    account_no: number;
    opened_at: number;
    last_at: number;
    score: number;
    verdict: number;
    transfers: number;
    amount_minor: number;
    last_seq: number;
    status: Generated<AlertStatus>;
    assignee: Nullable<number>;
    outcome: Nullable<string>;
    closed_at: Nullable<number>;
    version: Generated<number>;
  };
  networks: {
    network_id: string;
    found_at: number;
    rank: number;
    /** 0..100 */
    certainty: number;
    harm_minor: number;
    from_at: number;
    to_at: number;
    body: ColumnType<unknown, string, string>;
    institution_ids: number[];
    /** Of accounts abroad, ISO 3166-1 alpha-2. */
    countries: Generated<string[]>;
    hops: Generated<number>;
    abroad: Generated<boolean>;
  };
}

export type InstitutionKind = 'bank' | 'payment' | 'fiu' | 'police' | 'operator';
export type AlertStatus = 'open' | 'in_work' | 'closed';
