import { appendOnly } from '../append-only.ts';
import { institutionPolicy } from '../row-security.ts';
import type { Migration } from './migration.ts';

const TLPS = `('red', 'amber+strict', 'amber', 'green', 'clear')`;
const FORMATS = `('goaml', 'stix', 'misp', 'camt056', 'camt029', 'pacs004', 'bank_request', 'evidence', 'known_accounts', 'antifraud')`;
const STATES = `('draft', 'approved', 'sent', 'answered', 'refused', 'expired', 'withdrawn', 'received')`;
const PARTNER_KINDS = `('bank', 'fiu', 'police', 'interpol', 'csto')`;
const ELEMENTS = `('party', 'account', 'transfer', 'post', 'contact', 'signal', 'network', 'hold', 'fact')`;

/**
 * Packages that leave a case for another house and that come from one: with whom we exchange, what was fixed when a person
 * approved it, what was done with it, and what was taken in, element by element with its mark.
 */
export const packages: Migration = {
  id: '0012-packages',
  sql: [
    `CREATE TABLE partners (
      partner_id     int PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      institution_id int NOT NULL REFERENCES institutions,
      code           text NOT NULL,
      name           text NOT NULL,
      country        text NOT NULL,
      kind           text NOT NULL CHECK (kind IN ${PARTNER_KINDS}),
      -- Formats that they read.
      reads          text[] NOT NULL,
      -- JSON: where packages are sent.
      contact_sealed bytea NOT NULL,
      -- The key of the two parties for matching, 32 bytes; null: none was agreed on.
      key_sealed     bytea,
      -- Tells which key it is without telling the key.
      key_print      text,
      key_set_at     bigint,
      -- The key before, which still reads what was asked with it.
      key_before_sealed bytea,
      key_before_print  text,
      -- What their packages are marked when they mark nothing themselves.
      unmarked_tlp   text NOT NULL DEFAULT 'amber+strict' CHECK (unmarked_tlp IN ${TLPS}),
      -- Nothing new is sent to them from then on.
      retired_at     bigint,
      created_at     bigint NOT NULL,
      version        int NOT NULL DEFAULT 1,
      CHECK ((key_sealed IS NULL) = (key_print IS NULL)),
      UNIQUE (institution_id, code)
    )`,
    ...institutionPolicy('partners'),

    `CREATE TABLE packages (
      package_id     bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      institution_id int NOT NULL REFERENCES institutions,
      -- Of what leaves; what came in is attached to cases as an item of theirs.
      case_id        bigint REFERENCES cases,
      direction      text NOT NULL CHECK (direction IN ('out', 'in')),
      format         text NOT NULL CHECK (format IN ${FORMATS}),
      state          text NOT NULL CHECK (state IN ${STATES}),
      tlp            text NOT NULL CHECK (tlp IN ${TLPS}),
      -- Codes: to whom it goes, or from whom it came.
      partners       text[] NOT NULL CHECK (cardinality(partners) BETWEEN 1 AND 16),
      -- JSON: purpose, what is asked, what was told of the sending, what came of it.
      sealed         bytea NOT NULL,
      -- Id of a legal ground; null for what came in.
      ground         text,
      fields         text[] NOT NULL,
      language       text NOT NULL,
      -- The package that this one answers.
      answers        bigint REFERENCES packages,
      -- Fixed at approval: the case as it was then, the bytes, and whose marks are in them.
      case_version   int,
      body_sealed    bytea,
      file_name      text,
      media_type     text,
      bytes          int,
      -- SHA-256 of the bytes.
      sha256         bytea,
      -- JSON: lines of what the format could not say.
      unsaid         jsonb,
      -- Packages that brought elements which are in it.
      sources        bigint[] NOT NULL DEFAULT '{}',
      -- Identifiers asked for or answered, padding among them.
      asked          int,
      -- SHA-256 of what a package that came in says, whatever its blanks: twice the same changes nothing.
      content        bytea,
      made_at        bigint NOT NULL,
      made_by_id     bigint NOT NULL,
      made_by        text NOT NULL,
      approved_at    bigint,
      approved_by_id bigint,
      approved_by    text,
      sent_at        bigint,
      -- Until when an answer is asked for.
      due_at         bigint,
      ended_at       bigint,
      version        int NOT NULL DEFAULT 1,
      CHECK (approved_by_id <> made_by_id),
      CHECK ((approved_at IS NULL) = (approved_by_id IS NULL)),
      CHECK ((body_sealed IS NULL) = (sha256 IS NULL)),
      CHECK ((direction = 'in') = (state = 'received')),
      CHECK (direction = 'in' OR ground IS NOT NULL),
      -- Nothing is made before a person has approved it.
      CHECK (direction = 'in' OR (body_sealed IS NULL) = (approved_at IS NULL))
    )`,
    'CREATE INDEX packages_newest ON packages (institution_id, package_id DESC)',
    'CREATE INDEX packages_case ON packages (case_id, package_id DESC) WHERE case_id IS NOT NULL',
    'CREATE INDEX packages_partner ON packages USING gin (partners)',
    'CREATE INDEX packages_answers ON packages (answers) WHERE answers IS NOT NULL',
    `CREATE INDEX packages_due ON packages (due_at) WHERE state = 'sent' AND due_at IS NOT NULL`,
    `CREATE UNIQUE INDEX packages_content ON packages (institution_id, content) WHERE content IS NOT NULL`,
    ...institutionPolicy('packages'),

    // One row a version.
    `CREATE TABLE package_events (
      package_id     bigint NOT NULL REFERENCES packages,
      version        int NOT NULL,
      institution_id int NOT NULL,
      at             bigint NOT NULL,
      -- null: Qorgan.
      actor_id       bigint,
      actor          text NOT NULL,
      act            text NOT NULL,
      state          text NOT NULL,
      note_sealed    bytea NOT NULL,
      PRIMARY KEY (package_id, version)
    )`,
    ...appendOnly('package_events'),
    ...institutionPolicy('package_events'),

    // What another house told, as it told it.
    `CREATE TABLE imported_facts (
      imported_id    bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      package_id     bigint NOT NULL REFERENCES packages,
      institution_id int NOT NULL,
      element        text NOT NULL CHECK (element IN ${ELEMENTS}),
      -- Who it came from, how it may be handled, and to whom it may go on.
      from_code      text NOT NULL,
      tlp            text NOT NULL CHECK (tlp IN ${TLPS}),
      named_to       text[] NOT NULL,
      -- JSON of the element, with the sender's ids.
      sealed         bytea NOT NULL
    )`,
    'CREATE INDEX imported_facts_of ON imported_facts (package_id, imported_id)',
    ...institutionPolicy('imported_facts'),

    // Keyed hashes of its identifiers, to be found again in both directions.
    `CREATE TABLE imported_keys (
      imported_id    bigint NOT NULL REFERENCES imported_facts,
      package_id     bigint NOT NULL REFERENCES packages,
      institution_id int NOT NULL,
      kind           text NOT NULL,
      hash           bytea NOT NULL,
      PRIMARY KEY (imported_id, kind, hash)
    )`,
    'CREATE INDEX imported_keys_hash ON imported_keys (institution_id, hash)',
    'CREATE INDEX imported_keys_of ON imported_keys (package_id)',
    ...institutionPolicy('imported_keys'),

    // Networks that touch institutions abroad: by IBAN and by payments that left the country.
    `ALTER TABLE networks ADD COLUMN countries text[] NOT NULL DEFAULT '{}',
       ADD COLUMN hops int NOT NULL DEFAULT 0, ADD COLUMN abroad boolean NOT NULL DEFAULT false`,
    'CREATE INDEX networks_abroad ON networks (rank, network_id) WHERE abroad',
  ],
};
