import type { ColumnType } from 'kysely';

/** The record of acts; rows are only ever added. */
export interface AuditTable {
  seq: number;
  at: number;
  actor: string;
  actor_kind: string;
  actor_id: number;
  institution_id: number | null;
  action: string;
  object: string;
  reason: string | null;
  /** Read as a value, written as text. */
  detail: ColumnType<unknown, string, never>;
  prev: Buffer;
  hash: Buffer;
}

/** One row: the sealed end of the chain. */
export interface AuditHeadTable {
  one: boolean;
  sealed: Buffer;
}

export interface AuditTables {
  audit: AuditTable;
  audit_head: AuditHeadTable;
}
