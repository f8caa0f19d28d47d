import { institutionPolicy } from '../row-security.ts';
import type { Migration } from './migration.ts';

/** Codes by which a client asks after a payment that is held, and appeals. */
export const holdCodes: Migration = {
  id: '0017-hold-codes',
  sql: [
    // A hold has one code for ever: a client who lost it is told the same again.
    `CREATE TABLE hold_codes (
      code_id        bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      hold_id        bigint NOT NULL UNIQUE REFERENCES holds,
      institution_id int NOT NULL,
      hash           bytea NOT NULL UNIQUE,
      sealed         bytea NOT NULL,
      created_at     bigint NOT NULL,
      created_by     bigint NOT NULL
    )`,
    ...institutionPolicy('hold_codes'),
  ],
};
