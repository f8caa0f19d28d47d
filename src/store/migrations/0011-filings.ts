import { appendOnly } from '../append-only.ts';
import { institutionPolicy } from '../row-security.ts';
import type { Migration } from './migration.ts';

const STATES = `('draft', 'submitted', 'approved', 'sent', 'accepted', 'rejected', 'withdrawn')`;
const KINDS = `('suspicion_before', 'suspicion_after', 'activity', 'study', 'typology', 'refusal', 'list', 'threshold')`;
const FOLLOWS_AS = `('correction', 'replacement')`;

/**
 * Notices FM-1 to the financial monitoring body: what a person filled in, the bytes that another person approved, what came back;
 * numbers that an institution gives in a year; codes and own data that its compliance officer keeps; requests of the body.
 */
export const filings: Migration = {
  id: '0011-filings',
  sql: [
    // The last number an institution gave in a year of Almaty.
    `CREATE TABLE filing_numbers (
      institution_id int NOT NULL REFERENCES institutions,
      year           int NOT NULL,
      last           int NOT NULL,
      PRIMARY KEY (institution_id, year)
    )`,

    `CREATE TABLE filings (
      filing_id      bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      institution_id int NOT NULL REFERENCES institutions,
      kind           text NOT NULL CHECK (kind IN ${KINDS}),
      case_id        bigint REFERENCES cases,
      -- The notice in whose place this one stands.
      follows        bigint REFERENCES filings,
      follows_as     text CHECK (follows_as IN ${FOLLOWS_AS}),
      state          text NOT NULL CHECK (state IN ${STATES}),
      -- The operation: seq of the transfer where it is one of ours, its id in the case, its time and sum in tenge (minor units).
      transfer_seq   bigint,
      transfer_id    text,
      operation_at   bigint NOT NULL,
      amount_minor   bigint NOT NULL CHECK (amount_minor >= 0),
      -- Of a threshold: its id, and the day (Almaty) of the operation.
      threshold      text,
      day            text,
      -- What a person must still decide before it may be submitted.
      decide         text[] NOT NULL DEFAULT '{}',
      -- Given at approval.
      year           int,
      number         int,
      document_guid  text NOT NULL UNIQUE,
      version_guid   text NOT NULL UNIQUE,
      -- The term of law it runs by.
      event_at       bigint NOT NULL,
      term           text NOT NULL,
      due_at         bigint NOT NULL,
      uncertain      boolean NOT NULL DEFAULT false,
      -- JSON of the document.
      sealed         bytea NOT NULL,
      -- Fixed at approval, and what came back signed.
      message_sealed bytea,
      message_sha256 bytea,
      signed_sealed  bytea,
      signed_sha256  bytea,
      signed_at      bigint,
      -- The body's answer: JSON.
      answer_sealed  bytea,
      error_code     text,
      made_at        bigint NOT NULL,
      -- null: Qorgan, of a threshold.
      made_by_id     bigint,
      made_by        text NOT NULL,
      -- All who wrote in it: none of them approves.
      writers        bigint[] NOT NULL DEFAULT '{}',
      approved_at    bigint,
      -- null: made by rule of a threshold, complete, nothing to decide.
      approved_by_id bigint,
      approved_by    text,
      sent_at        bigint,
      answered_at    bigint,
      updated_at     bigint NOT NULL,
      version        int NOT NULL DEFAULT 1,
      CHECK ((year IS NULL) = (number IS NULL)),
      CHECK ((number IS NULL) = (message_sealed IS NULL)),
      CHECK ((number IS NULL) = (approved_at IS NULL)),
      CHECK (approved_by_id IS NULL OR NOT (approved_by_id = ANY (writers))),
      CHECK (approved_at IS NULL OR approved_by_id IS NOT NULL OR kind = 'threshold'),
      CHECK ((follows IS NULL) = (follows_as IS NULL)),
      CHECK ((kind = 'threshold') = (threshold IS NOT NULL)),
      UNIQUE (institution_id, year, number)
    )`,
    'CREATE INDEX filings_newest ON filings (institution_id, filing_id DESC)',
    'CREATE INDEX filings_case ON filings (case_id, filing_id DESC) WHERE case_id IS NOT NULL',
    'CREATE INDEX filings_follows ON filings (follows) WHERE follows IS NOT NULL',
    'CREATE INDEX filings_day ON filings (institution_id, day) WHERE day IS NOT NULL',
    `CREATE INDEX filings_due ON filings (institution_id, due_at)
       WHERE state IN ('draft', 'submitted', 'approved', 'rejected')`,
    // One notice of an operation, however often the day is walked.
    `CREATE UNIQUE INDEX filings_threshold_once ON filings (institution_id, transfer_seq)
       WHERE kind = 'threshold' AND follows IS NULL`,
    // One notice in the place of another.
    `CREATE UNIQUE INDEX filings_follows_once ON filings (follows) WHERE follows IS NOT NULL AND state <> 'withdrawn'`,
    ...institutionPolicy('filings'),

    // One row a version.
    `CREATE TABLE filing_events (
      filing_id      bigint NOT NULL REFERENCES filings,
      version        int NOT NULL,
      institution_id int NOT NULL,
      at             bigint NOT NULL,
      -- null: Qorgan.
      actor_id       bigint,
      actor          text NOT NULL,
      act            text NOT NULL,
      state          text NOT NULL,
      note_sealed    bytea,
      PRIMARY KEY (filing_id, version)
    )`,
    ...appendOnly('filing_events'),
    ...institutionPolicy('filing_events'),

    // Part 2 of the form, and how the body knows the institution: JSON.
    `CREATE TABLE filing_settings (
      institution_id int PRIMARY KEY REFERENCES institutions,
      sealed         bytea NOT NULL,
      updated_at     bigint NOT NULL,
      updated_by_id  bigint NOT NULL,
      updated_by     text NOT NULL,
      version        int NOT NULL DEFAULT 1
    )`,
    ...institutionPolicy('filing_settings'),

    // Codes of signs of suspicion, as the officer loaded them: every edition stays.
    `CREATE TABLE filing_sign_codes (
      institution_id int NOT NULL REFERENCES institutions,
      number         int NOT NULL,
      at             bigint NOT NULL,
      actor_id       bigint NOT NULL,
      actor          text NOT NULL,
      reason         text NOT NULL,
      sha256         bytea NOT NULL,
      codes          jsonb NOT NULL,
      PRIMARY KEY (institution_id, number)
    )`,
    ...appendOnly('filing_sign_codes'),
    ...institutionPolicy('filing_sign_codes'),

    // Requests of the body, each a case, and the answer that was written.
    `CREATE TABLE afm_requests (
      request_id     bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      institution_id int NOT NULL REFERENCES institutions,
      case_id        bigint NOT NULL REFERENCES cases,
      document_guid  text NOT NULL,
      received_at    bigint NOT NULL,
      received_by_id bigint NOT NULL,
      received_by    text NOT NULL,
      count_days     int,
      due_at         bigint NOT NULL,
      -- JSON: text of the request.
      sealed         bytea NOT NULL,
      answer_guid    text,
      -- JSON: comment and files; the message is written of it again, byte for byte.
      answer_sealed  bytea,
      answered_at    bigint,
      answered_by_id bigint,
      answered_by    text,
      version        int NOT NULL DEFAULT 1,
      UNIQUE (institution_id, document_guid)
    )`,
    'CREATE INDEX afm_requests_case ON afm_requests (case_id)',
    ...institutionPolicy('afm_requests'),
  ],
};
