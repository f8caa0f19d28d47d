import { appendOnly } from '../append-only.ts';
import { institutionPolicy } from '../row-security.ts';
import type { Migration } from './migration.ts';

/** Holds of money, what was done to each, and what the bank's own systems have to do about them. */
export const holds: Migration = {
  id: '0004-holds',
  sql: [
    // A transfer has one hold of an institution.
    `CREATE TABLE holds (
      hold_id        bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      institution_id int NOT NULL,
      transfer_seq   bigint NOT NULL,
      account_no     int NOT NULL,
      payee_no       int NOT NULL,
      amount_minor   bigint NOT NULL CHECK (amount_minor > 0),
      -- What stands of the amount: the rest is income that no hold takes.
      held_minor     bigint NOT NULL CHECK (held_minor BETWEEN 0 AND amount_minor),
      currency       text NOT NULL,
      purpose        text NOT NULL,
      incoming       boolean NOT NULL,
      refund_risk    boolean NOT NULL,
      state          text NOT NULL CHECK (state IN ('proposed', 'placed', 'explanations_asked', 'answered',
        'blocked_until_explanations', 'centre_notified', 'le_decided', 'expired', 'released', 'refused', 'returned')),
      grounds        jsonb NOT NULL,
      course         jsonb NOT NULL,
      suspended_at   bigint NOT NULL,
      placed_by      bigint,
      placed_at      bigint,
      overdue_since  bigint,
      -- When the passing of time changes something: the clock looks at these and at no others.
      next_change_at bigint,
      updated_at     bigint NOT NULL,
      version        int NOT NULL DEFAULT 1,
      UNIQUE (institution_id, transfer_seq),
      CHECK ((placed_by IS NULL) = (placed_at IS NULL))
    )`,
    'CREATE INDEX holds_clock ON holds (next_change_at) WHERE next_change_at IS NOT NULL',
    'CREATE INDEX holds_queue ON holds (institution_id, state, hold_id)',
    'CREATE INDEX holds_overdue ON holds (institution_id, hold_id) WHERE overdue_since IS NOT NULL',
    'CREATE INDEX holds_account ON holds (account_no, hold_id)',
    ...institutionPolicy('holds'),

    // One row a version. What people wrote is sealed: explanations name third persons.
    `CREATE TABLE hold_events (
      hold_id        bigint NOT NULL REFERENCES holds,
      version        int NOT NULL,
      institution_id int NOT NULL,
      at             bigint NOT NULL,
      actor_id       bigint,
      act            text NOT NULL,
      state          text NOT NULL,
      detail         jsonb NOT NULL,
      note_sealed    bytea,
      PRIMARY KEY (hold_id, version)
    )`,
    ...appendOnly('hold_events'),
    ...institutionPolicy('hold_events'),

    `CREATE TABLE hold_outbox (
      outbox_id      bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      institution_id int NOT NULL,
      hold_id        bigint NOT NULL REFERENCES holds,
      kind           text NOT NULL CHECK (kind IN ('client_notice', 'centre_notice', 'afm_message', 'must_release',
        'release', 'refuse', 'return_money')),
      created_at     bigint NOT NULL,
      sealed         bytea NOT NULL,
      taken_at       bigint,
      taken_by       text
    )`,
    'CREATE INDEX hold_outbox_waiting ON hold_outbox (institution_id, outbox_id) WHERE taken_at IS NULL',
    ...institutionPolicy('hold_outbox'),
  ],
};
