import { appendOnly, REFUSE_CHANGE } from '../append-only.ts';
import { institutionPolicy, institutionsPolicy } from '../row-security.ts';
import type { Migration } from './migration.ts';

/**
 * What a decision needs and leaves. Times are epoch ms, money is minor units, hashes are HMAC-SHA-256 of identifiers,
 * sealed columns are AES-256-GCM by the vault.
 */
export const core: Migration = {
  id: '0001-core',
  sql: [
    REFUSE_CHANGE,

    // Keys that seal and hash, themselves wrapped by the master key, which is never here.
    `CREATE TABLE data_keys (
      key_id     int PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      purpose    text NOT NULL CHECK (purpose IN ('seal', 'hash')),
      wrapped    bytea NOT NULL,
      created_at bigint NOT NULL,
      retired_at bigint
    )`,
    // There is one hash key for ever: another one would find nothing again.
    `CREATE UNIQUE INDEX data_keys_hash ON data_keys (purpose) WHERE purpose = 'hash'`,

    `CREATE TABLE institutions (
      institution_id int PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      code           text NOT NULL UNIQUE,
      name           text NOT NULL,
      kind           text NOT NULL CHECK (kind IN ('bank', 'payment', 'fiu', 'police', 'operator')),
      sees_all       boolean NOT NULL DEFAULT false,
      created_at     bigint NOT NULL
    )`,
    ...institutionPolicy('institutions'),

    `CREATE TABLE customers (
      customer_id    bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      institution_id int NOT NULL,
      external_id    text NOT NULL,
      sealed         bytea NOT NULL,
      facts          jsonb,
      updated_at     bigint NOT NULL,
      UNIQUE (institution_id, external_id)
    )`,
    ...institutionPolicy('customers'),

    // account_no is the account's place in the engine's table: dense, from 0.
    `CREATE TABLE accounts (
      account_no     int PRIMARY KEY,
      institution_id int NOT NULL,
      name_hash      bytea NOT NULL UNIQUE,
      name_sealed    bytea NOT NULL,
      customer_id    bigint,
      facts          jsonb,
      created_at     bigint NOT NULL
    )`,
    'CREATE INDEX accounts_customer ON accounts (customer_id) WHERE customer_id IS NOT NULL',
    ...institutionPolicy('accounts'),

    // Finds a party by what it is known by.
    `CREATE TABLE identifiers (
      kind           text NOT NULL,
      value_hash     bytea NOT NULL,
      institution_id int NOT NULL,
      customer_id    bigint,
      account_no     int,
      CHECK (num_nonnulls(customer_id, account_no) >= 1),
      UNIQUE NULLS NOT DISTINCT (value_hash, kind, institution_id, customer_id, account_no)
    )`,
    'CREATE INDEX identifiers_customer ON identifiers (customer_id) WHERE customer_id IS NOT NULL',
    'CREATE INDEX identifiers_account ON identifiers (account_no) WHERE account_no IS NOT NULL',
    ...institutionPolicy('identifiers'),

    // The truth: blocks of facts in a hash chain. Everything else about transfers and accounts can be made from it.
    `CREATE TABLE journal (
      seq    bigint PRIMARY KEY,
      count  int NOT NULL,
      at     bigint NOT NULL,
      prev   bytea NOT NULL,
      hash   bytea NOT NULL,
      sealed bytea NOT NULL
    )`,
    // Sealed bytes do not compress: trying would only cost time.
    'ALTER TABLE journal ALTER sealed SET STORAGE EXTERNAL',
    ...appendOnly('journal'),

    `CREATE TABLE transfers (
      seq            bigint NOT NULL,
      institution_id int NOT NULL,
      transfer_id    text NOT NULL,
      at             bigint NOT NULL,
      received_at    bigint NOT NULL,
      payer          int NOT NULL,
      payee          int NOT NULL,
      amount_minor   bigint NOT NULL,
      channel        smallint NOT NULL,
      purpose        smallint NOT NULL,
      score          real NOT NULL,
      verdict        smallint NOT NULL,
      said           text,
      UNIQUE (institution_id, transfer_id, at)
    ) PARTITION BY RANGE (at)`,
    // Months of the last years get a partition each (partitions.ts), every other time shares this one.
    'CREATE TABLE transfers_other PARTITION OF transfers DEFAULT',
    'CREATE INDEX transfers_payer ON transfers (payer, at)',
    'CREATE INDEX transfers_payee ON transfers (payee, at)',
    'CREATE INDEX transfers_seq ON transfers (seq)',
    ...institutionPolicy('transfers'),

    `CREATE TABLE alerts (
      alert_id       bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      institution_id int NOT NULL,
      account_no     int NOT NULL,
      opened_at      bigint NOT NULL,
      last_at        bigint NOT NULL,
      score          real NOT NULL,
      verdict        smallint NOT NULL,
      transfers      int NOT NULL,
      amount_minor   bigint NOT NULL,
      last_seq       bigint NOT NULL,
      status         text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'in_work', 'closed')),
      assignee       bigint,
      outcome        text,
      closed_at      bigint,
      version        int NOT NULL DEFAULT 1
    )`,
    `CREATE UNIQUE INDEX alerts_open ON alerts (institution_id, account_no) WHERE status <> 'closed'`,
    'CREATE INDEX alerts_queue ON alerts (status, score DESC, alert_id DESC)',
    ...institutionPolicy('alerts'),

    `CREATE TABLE networks (
      network_id      text PRIMARY KEY,
      found_at        bigint NOT NULL,
      rank            int NOT NULL,
      certainty       real NOT NULL,
      harm_minor      bigint NOT NULL,
      from_at         bigint NOT NULL,
      to_at           bigint NOT NULL,
      body            jsonb NOT NULL,
      institution_ids int[] NOT NULL
    )`,
    'CREATE INDEX networks_rank ON networks (rank)',
    ...institutionsPolicy('networks', 'institution_ids'),
  ],
};
