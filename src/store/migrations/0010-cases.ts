import { appendOnly } from '../append-only.ts';
import { institutionPolicy } from '../row-security.ts';
import type { Migration } from './migration.ts';

const STATES = `('open', 'in_work', 'waiting', 'closed', 'merged')`;
const OUTCOMES = `('confirmed', 'not_confirmed', 'unclear', 'handed_over')`;
const TLPS = `('red', 'amber+strict', 'amber', 'green', 'clear')`;
const SOURCES = `('alert', 'network', 'post', 'campaign', 'report', 'request', 'statements', 'split', 'hand')`;
const ITEM_KINDS = `('alert', 'network', 'account', 'customer', 'transfer', 'post', 'campaign', 'report', 'hold', 'takedown', 'package', 'statement')`;
const TARGETS = `('alert', 'transfer', 'account', 'post', 'rule')`;

/** Rows of a case that stand in the queue. */
const STANDS = `state IN ('open', 'in_work', 'waiting')`;

/**
 * Cases of an institution: what belongs to each, what people said and did, what is due by law, files beside it. What people
 * wrote is sealed; the case itself is found by number, by words of its title (keyed hashes) and by what belongs to it.
 */
export const cases: Migration = {
  id: '0010-cases',
  sql: [
    // The last number given in a year of Almaty.
    'CREATE TABLE case_numbers (year int PRIMARY KEY, last int NOT NULL)',

    `CREATE TABLE cases (
      case_id        bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      institution_id int NOT NULL REFERENCES institutions,
      number         text NOT NULL UNIQUE,
      title_sealed   bytea NOT NULL,
      state          text NOT NULL CHECK (state IN ${STATES}),
      outcome        text CHECK (outcome IN ${OUTCOMES}),
      opened_at      bigint NOT NULL,
      -- null: Qorgan opened it.
      opened_by      bigint,
      opened_from    text NOT NULL CHECK (opened_from IN ${SOURCES}),
      -- Another body's request: JSON {from, number, text, receivedAt, term}.
      request_sealed bytea,
      assignee       bigint,
      reach_minor    bigint NOT NULL DEFAULT 0 CHECK (reach_minor >= 0),
      harm_minor     bigint NOT NULL DEFAULT 0 CHECK (harm_minor >= 0),
      -- What the two figures are made of, for people: JSON.
      figures        jsonb NOT NULL DEFAULT '{}',
      figured_at     bigint NOT NULL,
      -- The queue's order, minor units: reach and a share of harm.
      priority       bigint NOT NULL DEFAULT 0,
      -- The nearest of its open tasks.
      next_due_at    bigint,
      tlp            text NOT NULL CHECK (tlp IN ${TLPS}),
      merged_into    bigint REFERENCES cases,
      split_from     bigint REFERENCES cases,
      from_network   text,
      closed_at      bigint,
      updated_at     bigint NOT NULL,
      version        int NOT NULL DEFAULT 1,
      CHECK ((state = 'closed') = (outcome IS NOT NULL)),
      CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
      CHECK ((state = 'merged') = (merged_into IS NOT NULL))
    )`,
    `CREATE INDEX cases_queue ON cases (institution_id, priority DESC, case_id DESC) WHERE ${STANDS}`,
    `CREATE INDEX cases_queue_all ON cases (priority DESC, case_id DESC) WHERE ${STANDS}`,
    `CREATE INDEX cases_due ON cases (institution_id, next_due_at, case_id) WHERE next_due_at IS NOT NULL`,
    `CREATE INDEX cases_due_all ON cases (next_due_at, case_id) WHERE next_due_at IS NOT NULL`,
    'CREATE INDEX cases_newest ON cases (institution_id, case_id DESC)',
    `CREATE INDEX cases_assignee ON cases (assignee, case_id DESC) WHERE assignee IS NOT NULL`,
    `CREATE INDEX cases_nobody ON cases (institution_id, case_id DESC) WHERE assignee IS NULL AND ${STANDS}`,
    `CREATE INDEX cases_figures ON cases (figured_at) WHERE ${STANDS}`,
    'CREATE INDEX cases_network ON cases (from_network) WHERE from_network IS NOT NULL',
    'CREATE INDEX cases_merged ON cases (merged_into) WHERE merged_into IS NOT NULL',
    'CREATE INDEX cases_split ON cases (split_from) WHERE split_from IS NOT NULL',
    ...institutionPolicy('cases'),

    // What is held on the way to accounts of a case.
    `CREATE INDEX holds_payee ON holds (payee_no) WHERE state NOT IN ('released', 'refused', 'returned')`,

    // Keyed hashes of the words of titles and of names: a case is found by them, and they tell nothing.
    `CREATE TABLE case_words (
      case_id        bigint NOT NULL REFERENCES cases,
      institution_id int NOT NULL,
      hash           bytea NOT NULL,
      PRIMARY KEY (hash, case_id)
    )`,
    'CREATE INDEX case_words_of ON case_words (case_id)',
    ...institutionPolicy('case_words'),

    `CREATE TABLE case_items (
      item_id        bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      case_id        bigint NOT NULL REFERENCES cases,
      institution_id int NOT NULL,
      kind           text NOT NULL CHECK (kind IN ${ITEM_KINDS}),
      ref            text NOT NULL,
      added_at       bigint NOT NULL,
      -- null: Qorgan.
      added_by       bigint,
      reason_sealed  bytea,
      -- The case that it stood in before a merge or a split.
      came_from      bigint REFERENCES cases,
      removed_at     bigint,
      removed_by     bigint
    )`,
    'CREATE UNIQUE INDEX case_items_once ON case_items (case_id, kind, ref) WHERE removed_at IS NULL',
    'CREATE INDEX case_items_ref ON case_items (kind, ref) WHERE removed_at IS NULL',
    'CREATE INDEX case_items_of ON case_items (case_id, item_id)',
    ...institutionPolicy('case_items'),

    // Networks of cases as they were found last: the next search may find others in their place.
    `CREATE TABLE case_networks (
      institution_id int NOT NULL REFERENCES institutions,
      network_id     text NOT NULL,
      kept_at        bigint NOT NULL,
      found_at       bigint NOT NULL,
      rank           int NOT NULL,
      certainty      int NOT NULL,
      harm_minor     bigint NOT NULL,
      from_at        bigint NOT NULL,
      to_at          bigint NOT NULL,
      body           jsonb NOT NULL,
      PRIMARY KEY (institution_id, network_id)
    )`,
    'CREATE INDEX case_networks_members ON case_networks USING gin (body jsonb_path_ops)',
    ...institutionPolicy('case_networks'),

    // What people say of the acts; one withdrawn stays, struck through.
    `CREATE TABLE case_facts (
      fact_id        bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      case_id        bigint NOT NULL REFERENCES cases,
      institution_id int NOT NULL,
      kind           text NOT NULL,
      party          text NOT NULL,
      says           text NOT NULL CHECK (says IN ('yes', 'no')),
      value          jsonb,
      act_at         bigint,
      shown_by       text[] NOT NULL,
      note_sealed    bytea,
      by_id          bigint NOT NULL,
      by_name        text NOT NULL,
      recorded_at    bigint NOT NULL,
      came_from      bigint REFERENCES cases,
      withdrawn_at   bigint,
      withdrawn_by   bigint
    )`,
    'CREATE INDEX case_facts_of ON case_facts (case_id, fact_id)',
    ...institutionPolicy('case_facts'),

    // A deadline is a task with a term of law.
    `CREATE TABLE case_tasks (
      task_id        bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      case_id        bigint NOT NULL REFERENCES cases,
      institution_id int NOT NULL,
      title_sealed   bytea NOT NULL,
      term           text,
      event_at       bigint,
      due_at         bigint,
      -- A day inside may still be moved.
      uncertain      boolean NOT NULL DEFAULT false,
      assignee       bigint,
      created_at     bigint NOT NULL,
      created_by     bigint,
      came_from      bigint REFERENCES cases,
      done_at        bigint,
      -- Dropped: it does not fall to us after all.
      stopped_at     bigint,
      ended_by       bigint,
      ended_note_sealed bytea,
      -- When the clock found it late; written once.
      overdue_at     bigint,
      CHECK (num_nonnulls(done_at, stopped_at) <= 1),
      CHECK ((term IS NULL) OR (event_at IS NOT NULL AND due_at IS NOT NULL))
    )`,
    'CREATE INDEX case_tasks_of ON case_tasks (case_id, task_id)',
    `CREATE INDEX case_tasks_clock ON case_tasks (due_at)
       WHERE due_at IS NOT NULL AND done_at IS NULL AND stopped_at IS NULL AND overdue_at IS NULL`,
    'CREATE INDEX case_tasks_mine ON case_tasks (assignee, due_at) WHERE done_at IS NULL AND stopped_at IS NULL',
    ...institutionPolicy('case_tasks'),

    // One row a version.
    `CREATE TABLE case_events (
      case_id        bigint NOT NULL REFERENCES cases,
      version        int NOT NULL,
      institution_id int NOT NULL,
      at             bigint NOT NULL,
      -- null: Qorgan.
      actor_id       bigint,
      actor          text NOT NULL,
      act            text NOT NULL,
      state          text NOT NULL,
      detail         jsonb NOT NULL,
      note_sealed    bytea,
      PRIMARY KEY (case_id, version)
    )`,
    ...appendOnly('case_events'),
    ...institutionPolicy('case_events'),

    // The bytes lie sealed in the data folder; the row says what they must be.
    `CREATE TABLE case_files (
      file_id        bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      case_id        bigint NOT NULL REFERENCES cases,
      institution_id int NOT NULL,
      -- Folder of the data folder's cases: the case it was brought to, also after a merge.
      folder         bigint NOT NULL,
      name_sealed    bytea NOT NULL,
      media          text NOT NULL,
      bytes          bigint NOT NULL,
      sha256         bytea NOT NULL,
      -- Of the sealed bytes on disk.
      disk_bytes     bigint NOT NULL,
      disk_sha256    bytea NOT NULL,
      added_at       bigint NOT NULL,
      added_by_id    bigint NOT NULL,
      added_by       text NOT NULL,
      came_from      bigint REFERENCES cases,
      state          text NOT NULL DEFAULT 'whole' CHECK (state IN ('whole', 'changed', 'missing')),
      checked_at     bigint NOT NULL,
      damaged_at     bigint
    )`,
    'CREATE INDEX case_files_of ON case_files (case_id, file_id)',
    'CREATE INDEX case_files_check ON case_files (checked_at)',
    ...institutionPolicy('case_files'),

    // What harms somebody is proposed by one person and decided by another.
    `CREATE TABLE case_proposals (
      proposal_id    bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      case_id        bigint NOT NULL REFERENCES cases,
      institution_id int NOT NULL,
      what           text NOT NULL CHECK (what IN ('hold', 'close')),
      body           jsonb NOT NULL,
      proposed_at    bigint NOT NULL,
      proposed_by_id bigint NOT NULL,
      proposed_by    text NOT NULL,
      note_sealed    bytea NOT NULL,
      came_from      bigint REFERENCES cases,
      decision       text CHECK (decision IN ('approved', 'refused', 'withdrawn')),
      decided_at     bigint,
      decided_by_id  bigint,
      decided_by     text,
      decision_note_sealed bytea,
      -- What came of it: 'hold:17'.
      result         text,
      CHECK ((decision IS NULL) = (decided_by_id IS NULL)),
      CHECK (decided_by_id IS NULL OR (decision = 'withdrawn') = (decided_by_id = proposed_by_id))
    )`,
    'CREATE INDEX case_proposals_of ON case_proposals (case_id, proposal_id)',
    ...institutionPolicy('case_proposals'),

    // What people found out, to learn from. The latest on a thing counts.
    `CREATE TABLE case_feedback (
      feedback_id    bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      case_id        bigint NOT NULL REFERENCES cases,
      institution_id int NOT NULL,
      target         text NOT NULL CHECK (target IN ${TARGETS}),
      ref            text NOT NULL,
      said           text NOT NULL CHECK (said IN ('confirmed', 'not', 'unclear')),
      -- Rules that had signalled on it then.
      rules          text[] NOT NULL,
      why_sealed     bytea NOT NULL,
      at             bigint NOT NULL,
      by_id          bigint NOT NULL,
      by_name        text NOT NULL,
      came_from      bigint REFERENCES cases,
      -- When something else was said of it.
      replaced_at    bigint
    )`,
    `CREATE UNIQUE INDEX case_feedback_once ON case_feedback (institution_id, target, ref) WHERE replaced_at IS NULL`,
    'CREATE INDEX case_feedback_of ON case_feedback (case_id, feedback_id)',
    ...institutionPolicy('case_feedback'),
  ],
};
