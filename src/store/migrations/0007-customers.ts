import { appendOnly } from '../append-only.ts';
import { institutionPolicy } from '../row-security.ts';
import type { Migration } from './migration.ts';

const LEVELS = `('low', 'medium', 'high')`;
const CAUSES = `('told', 'list', 'links', 'flow', 'parameters', 'period', 'person')`;

/**
 * How customers are known: what a name meets on lists, how much risk a customer is and why, what people said to it, and by
 * which parameters it was reckoned.
 *
 * Whatever may move a rating leaves something to be done in a table: a row of rating_queue for one customer, of rating_walks
 * for all of an institution, a hit whose version is not the one that was rated, a list whose version in force is not the one
 * that names were compared with. So nothing is forgotten by a restart, and nobody waits for it.
 */
export const customers: Migration = {
  id: '0007-customers',
  sql: [
    // Public office is a fact of a customer and no ground to stop money.
    'ALTER TABLE lists DROP CONSTRAINT lists_kind_check',
    `ALTER TABLE lists ADD CONSTRAINT lists_kind_check CHECK (kind IN
      ('events', 'attempts', 'dropper', 'sanctions', 'terror', 'cooperating_bank', 'internal', 'pep'))`,

    // A customer may meet an entry by an identifier, by name, or both ways: two questions, a row each.
    `ALTER TABLE list_hits
      ADD by_name       boolean NOT NULL DEFAULT false,
      ADD score         real,
      ADD match_sealed  bytea,
      ADD rated_version int NOT NULL DEFAULT 0,
      ADD CHECK (by_name = (score IS NOT NULL) AND by_name = (match_sealed IS NOT NULL)),
      ADD CHECK (NOT by_name OR customer_id IS NOT NULL),
      DROP CONSTRAINT list_hits_list_id_entry_key_institution_id_customer_id_acco_key,
      ADD CONSTRAINT list_hits_once
        UNIQUE NULLS NOT DISTINCT (list_id, entry_key, institution_id, customer_id, account_no, by_name)`,
    'CREATE INDEX list_hits_unrated ON list_hits (hit_id) WHERE rated_version <> version',

    `ALTER TABLE customers
      ADD rating_id       bigint,
      ADD rated_at        bigint,
      ADD points          real CHECK (points BETWEEN 0 AND 100),
      ADD level           text CHECK (level IN ${LEVELS}),
      ADD review_at       bigint,
      ADD approval        text NOT NULL DEFAULT 'not_needed'
        CHECK (approval IN ('not_needed', 'waiting', 'approved', 'refused')),
      ADD linked_accounts int,
      -- What the engine is to know of the customer's accounts was told to it.
      ADD engine_told     boolean NOT NULL DEFAULT true,
      ADD CHECK (num_nulls(rating_id, rated_at, points, level, review_at) IN (0, 5))`,
    'CREATE INDEX customers_risk ON customers (institution_id, coalesce(points, -1) DESC, customer_id DESC)',
    'CREATE INDEX customers_review ON customers (review_at, rated_at) WHERE review_at IS NOT NULL',

    'CREATE INDEX customers_untold ON customers (customer_id) WHERE NOT engine_told',

    // One row a change. Reasons and measures are sealed: they tell of income and age.
    `CREATE TABLE customer_ratings (
      rating_id      bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      customer_id    bigint NOT NULL REFERENCES customers,
      institution_id int NOT NULL,
      at             bigint NOT NULL,
      points         real NOT NULL CHECK (points BETWEEN 0 AND 100),
      level          text NOT NULL CHECK (level IN ${LEVELS}),
      due_diligence  text NOT NULL CHECK (due_diligence IN ('simplified', 'standard', 'enhanced')),
      cause          text NOT NULL CHECK (cause IN ${CAUSES}),
      parameters     text NOT NULL,
      sealed         bytea NOT NULL
    )`,
    'CREATE INDEX customer_ratings_customer ON customer_ratings (customer_id, rating_id)',
    ...appendOnly('customer_ratings'),
    ...institutionPolicy('customer_ratings'),

    // What people said of a customer: that they looked, that another person approves or refuses.
    `CREATE TABLE customer_acts (
      act_id         bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      customer_id    bigint NOT NULL REFERENCES customers,
      institution_id int NOT NULL,
      at             bigint NOT NULL,
      act            text NOT NULL CHECK (act IN ('review', 'approved', 'refused')),
      rating_id      bigint NOT NULL REFERENCES customer_ratings,
      -- Measures of kind approval that the rating asked for then.
      measures       text[] NOT NULL,
      actor_id       bigint NOT NULL,
      actor          text NOT NULL,
      note_sealed    bytea NOT NULL
    )`,
    'CREATE INDEX customer_acts_customer ON customer_acts (customer_id, act_id)',
    ...appendOnly('customer_acts'),
    ...institutionPolicy('customer_acts'),

    // Family as the institution tells it: by its own names for customers, who may not be told yet.
    `CREATE TABLE customer_relatives (
      customer_id    bigint NOT NULL REFERENCES customers,
      institution_id int NOT NULL,
      external_id    text NOT NULL,
      PRIMARY KEY (customer_id, external_id)
    )`,
    'CREATE INDEX customer_relatives_other ON customer_relatives (institution_id, external_id)',
    ...institutionPolicy('customer_relatives'),

    // What an institution changed of the parameters that ship: all of it in each version.
    `CREATE TABLE risk_parameters (
      institution_id int NOT NULL REFERENCES institutions,
      number         int NOT NULL CHECK (number > 0),
      at             bigint NOT NULL,
      actor_id       bigint NOT NULL,
      actor          text NOT NULL,
      reason         text NOT NULL,
      changes        jsonb NOT NULL,
      PRIMARY KEY (institution_id, number)
    )`,
    ...appendOnly('risk_parameters'),
    ...institutionPolicy('risk_parameters'),

    // Only ever added to by those who change something, so that they wait for nobody.
    `CREATE TABLE rating_queue (
      queue_id       bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      institution_id int NOT NULL,
      customer_id    bigint NOT NULL,
      cause          text NOT NULL CHECK (cause IN ${CAUSES})
    )`,
    'CREATE INDEX rating_queue_customer ON rating_queue (customer_id)',
    `CREATE TABLE rating_walks (
      institution_id int NOT NULL REFERENCES institutions,
      cause          text NOT NULL CHECK (cause IN ${CAUSES}),
      after_customer bigint NOT NULL,
      PRIMARY KEY (institution_id, cause)
    )`,
    // The local day, epoch ms of its beginning, for which the flow of money has been looked at.
    `CREATE TABLE rating_watch (
      one      boolean PRIMARY KEY DEFAULT true CHECK (one),
      flow_day bigint NOT NULL
    )`,
    'INSERT INTO rating_watch (flow_day) VALUES (0)',
    // The version whose names all customers were compared with, the one they are being compared with, and how far that is.
    `CREATE TABLE list_screenings (
      list_id        int PRIMARY KEY REFERENCES lists,
      done           int,
      walking        int,
      after_customer bigint NOT NULL DEFAULT 0
    )`,
  ],
};
