import { appendOnly } from '../append-only.ts';
import { institutionPolicy } from '../row-security.ts';
import type { Migration } from './migration.ts';

/** The record of acts: rows are added and never changed. */
export const audit: Migration = {
  id: '0003-audit',
  sql: [
    `CREATE TABLE audit (
      seq bigint PRIMARY KEY CHECK (seq > 0),
      at bigint NOT NULL,
      actor text NOT NULL,
      actor_kind text NOT NULL CHECK (actor_kind IN ('user', 'key', 'terminal', 'system')),
      actor_id bigint NOT NULL,
      institution_id int REFERENCES institutions,
      action text NOT NULL,
      object text NOT NULL,
      reason text,
      detail jsonb NOT NULL,
      prev bytea NOT NULL,
      hash bytea NOT NULL
    )`,
    `CREATE INDEX audit_object ON audit (object, seq)`,
    `CREATE INDEX audit_institution ON audit (institution_id, seq)`,
    `CREATE INDEX audit_actor ON audit (actor, seq)`,
    `CREATE TABLE audit_head (
      one boolean PRIMARY KEY CHECK (one),
      sealed bytea NOT NULL
    )`,
    ...appendOnly('audit'),
    `CREATE TRIGGER audit_head_stays BEFORE DELETE OR TRUNCATE ON audit_head
      FOR EACH STATEMENT EXECUTE FUNCTION qorgan_refuse_change()`,
    ...institutionPolicy('audit'),
  ],
};
