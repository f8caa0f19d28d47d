import { appendOnly } from '../append-only.ts';
import { institutionPolicy, rowPolicy } from '../row-security.ts';
import type { Migration } from './migration.ts';

/** Rows that belong to a list are seen by who sees the list. */
const OF_VISIBLE_LIST = 'list_id IN (SELECT list_id FROM lists)';

/**
 * Lists of parties, their versions, and who of ours stands in them.
 *
 * An entry is a row for as many versions in a run as say the same of it: `first_version` to `last_version`, null while the
 * newest import still has it. So a daily list of a million entries of which a hundred change costs a hundred rows a day,
 * every version stays readable, and which versions were in force when stands in list_activations.
 */
export const lists: Migration = {
  id: '0005-lists',
  sql: [
    `CREATE TABLE lists (
      list_id        int PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      institution_id int REFERENCES institutions,
      kind           text NOT NULL CHECK (kind IN
        ('events', 'attempts', 'dropper', 'sanctions', 'terror', 'cooperating_bank', 'internal')),
      name           text NOT NULL,
      source         text NOT NULL,
      handling       text NOT NULL,
      in_force       int,
      created_at     bigint NOT NULL,
      created_by     text NOT NULL,
      UNIQUE NULLS NOT DISTINCT (institution_id, name)
    )`,
    ...institutionPolicy('lists', { shared: true }),

    `CREATE TABLE list_versions (
      list_id       int NOT NULL REFERENCES lists,
      number        int NOT NULL CHECK (number > 0),
      file_name     text NOT NULL,
      format        text NOT NULL,
      sha256        bytea NOT NULL,
      entries       int NOT NULL,
      keys          int NOT NULL,
      by_name_only  int NOT NULL,
      rejected      int NOT NULL,
      noted         int NOT NULL,
      ignored       text[] NOT NULL,
      compared_with int,
      added         int NOT NULL,
      removed       int NOT NULL,
      changed       int NOT NULL,
      same          int NOT NULL,
      imported_at   bigint NOT NULL,
      imported_by   text NOT NULL,
      PRIMARY KEY (list_id, number)
    )`,
    ...appendOnly('list_versions'),
    ...rowPolicy('list_versions', OF_VISIBLE_LIST),

    // What of a file was not taken as it stands: the first of them, the counts are in list_versions.
    `CREATE TABLE list_faults (
      list_id     int NOT NULL,
      number      int NOT NULL,
      place       int NOT NULL,
      line        int NOT NULL,
      column_name text NOT NULL,
      code        text NOT NULL,
      args        jsonb NOT NULL,
      effect      text NOT NULL,
      PRIMARY KEY (list_id, number, place),
      FOREIGN KEY (list_id, number) REFERENCES list_versions
    )`,
    ...appendOnly('list_faults'),
    ...rowPolicy('list_faults', OF_VISIBLE_LIST),

    `CREATE TABLE list_entries (
      entry_id      bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      list_id       int NOT NULL REFERENCES lists,
      entry_key     bytea NOT NULL,
      content       bytea NOT NULL,
      first_version int NOT NULL,
      last_version  int CHECK (last_version >= first_version),
      since         bigint,
      until         bigint,
      reason        text,
      sealed        bytea NOT NULL
    )`,
    'CREATE UNIQUE INDEX list_entries_newest ON list_entries (list_id, entry_key) WHERE last_version IS NULL',
    'CREATE INDEX list_entries_list ON list_entries (list_id, entry_id)',
    ...rowPolicy('list_entries', OF_VISIBLE_LIST),

    // Keyed hashes of what an entry is known by, as in table identifiers. Rows come with their entry and go never: a foreign
    // key would be looked up three million times for a list of a million, and find nothing wrong.
    `CREATE TABLE list_keys (
      value_hash bytea NOT NULL,
      entry_id   bigint NOT NULL,
      list_id    int NOT NULL,
      kind       text NOT NULL,
      PRIMARY KEY (value_hash, entry_id)
    )`,
    'CREATE INDEX list_keys_entry ON list_keys (entry_id)',
    ...appendOnly('list_keys'),
    ...rowPolicy('list_keys', OF_VISIBLE_LIST),

    // Which version was in force from when to when: what was known at a moment can be told for ever.
    `CREATE TABLE list_activations (
      activation_id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      list_id       int NOT NULL,
      number        int NOT NULL,
      from_at       bigint NOT NULL,
      to_at         bigint CHECK (to_at >= from_at),
      activated_by  text NOT NULL,
      reason        text NOT NULL,
      FOREIGN KEY (list_id, number) REFERENCES list_versions
    )`,
    'CREATE UNIQUE INDEX list_activations_now ON list_activations (list_id) WHERE to_at IS NULL',
    'CREATE INDEX list_activations_list ON list_activations (list_id, from_at)',
    ...rowPolicy('list_activations', OF_VISIBLE_LIST),

    // A customer or an account of an institution meets an entry in force. One row for ever, so that what was dismissed
    // stays dismissed: content is what the entry said, subject what the party was known by, when it was last compared.
    `CREATE TABLE list_hits (
      hit_id         bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      institution_id int NOT NULL,
      list_id        int NOT NULL REFERENCES lists,
      entry_key      bytea NOT NULL,
      entry_id       bigint NOT NULL REFERENCES list_entries,
      content        bytea NOT NULL,
      customer_id    bigint,
      account_no     int,
      via            text[] NOT NULL,
      subject        bytea NOT NULL,
      state          text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'confirmed', 'dismissed')),
      found_at       bigint NOT NULL,
      gone_at        bigint,
      reason         text,
      decided_by     text,
      decided_at     bigint,
      version        int NOT NULL DEFAULT 1,
      CHECK (num_nonnulls(customer_id, account_no) = 1),
      CHECK ((state = 'open') = (decided_at IS NULL)),
      UNIQUE NULLS NOT DISTINCT (list_id, entry_key, institution_id, customer_id, account_no)
    )`,
    'CREATE INDEX list_hits_queue ON list_hits (state, hit_id)',
    'CREATE INDEX list_hits_customer ON list_hits (customer_id) WHERE customer_id IS NOT NULL',
    'CREATE INDEX list_hits_account ON list_hits (account_no) WHERE account_no IS NOT NULL',
    ...institutionPolicy('list_hits'),

    // Accounts the engine was told of: each once.
    `CREATE TABLE list_marks (
      account_no int PRIMARY KEY,
      marked_at  bigint NOT NULL
    )`,
    // How far new accounts and changed customers have been compared with the lists.
    `CREATE TABLE list_watch (
      one          boolean PRIMARY KEY DEFAULT true CHECK (one),
      account_no   int NOT NULL,
      customers_at bigint NOT NULL
    )`,
    'INSERT INTO list_watch (account_no, customers_at) VALUES (-1, 0)',
  ],
};
