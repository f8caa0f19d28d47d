import { institutionPolicy } from '../row-security.ts';
import type { Migration } from './migration.ts';

/** Rows of a case that stand in the queue, in the words of its query. */
const STANDS = `state IN ('open', 'in_work', 'waiting')`;

/**
 * Statements of banks that were dropped on a case. The files are kept sealed, so that each new one is read again together
 * with those beside it: two banks tell one transfer twice. What they said together is one sealed record a case; people and
 * accounts in it are found by keyed hash.
 */
export const caseStatements: Migration = {
  id: '0013-case-statements',
  sql: [
    `CREATE TABLE case_statements (
      statement_id   bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      case_id        bigint NOT NULL REFERENCES cases,
      institution_id int NOT NULL,
      name_sealed    bytea NOT NULL,
      sha256         bytea NOT NULL,
      bytes          int NOT NULL,
      body_sealed    bytea NOT NULL,
      added_at       bigint NOT NULL,
      added_by_id    bigint NOT NULL,
      added_by       text NOT NULL,
      -- As the last reading of all files of the case found it.
      format         text NOT NULL,
      rows           int NOT NULL,
      accepted       int NOT NULL,
      rejected       int NOT NULL,
      UNIQUE (case_id, sha256)
    )`,
    // Sealed bytes do not compress.
    'ALTER TABLE case_statements ALTER body_sealed SET STORAGE EXTERNAL',
    ...institutionPolicy('case_statements'),

    `CREATE TABLE case_statement_looks (
      case_id        bigint PRIMARY KEY REFERENCES cases,
      institution_id int NOT NULL,
      read_at        bigint NOT NULL,
      -- JSON: accounts, transfers, networks, gaps, rejects.
      sealed         bytea NOT NULL
    )`,
    'ALTER TABLE case_statement_looks ALTER sealed SET STORAGE EXTERNAL',
    ...institutionPolicy('case_statement_looks'),

    `CREATE TABLE case_statement_keys (
      case_id        bigint NOT NULL REFERENCES cases,
      institution_id int NOT NULL,
      hash           bytea NOT NULL,
      PRIMARY KEY (hash, case_id)
    )`,
    'CREATE INDEX case_statement_keys_of ON case_statement_keys (case_id)',
    ...institutionPolicy('case_statement_keys'),

    // The queue by what is due, those without a term last.
    `CREATE INDEX cases_queue_due ON cases (institution_id, next_due_at, case_id) WHERE ${STANDS}`,
    `CREATE INDEX cases_queue_due_all ON cases (next_due_at, case_id) WHERE ${STANDS}`,

    // A search for cases comes from an account to its alerts, closed ones too.
    'CREATE INDEX alerts_account ON alerts (account_no, alert_id)',
  ],
};
