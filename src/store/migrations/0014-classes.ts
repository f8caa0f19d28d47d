import { rowPolicy } from '../row-security.ts';
import type { Migration } from './migration.ts';

const STAGES = `('lobby', 'pre', 'training', 'post', 'waiting', 'later', 'over')`;
const AGE_BANDS = `('under_14', '14_15', '16_17', '18_over')`;

/**
 * Classes of a teacher: what pupils answered, without names. Rows of a class are deleted when it ends; of one that was played to
 * its end with enough pupils, one row of figures stays. Nobody reads them but who holds the key or the code, and the desk's own
 * code: no signed-in person has a view of them.
 */
export const classes: Migration = {
  id: '0014-classes',
  sql: [
    `CREATE TABLE classes (
      class_id   bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      -- Seven letters, shown on the wall.
      code       text NOT NULL UNIQUE,
      -- SHA-256 of the teacher's key.
      key_hash   bytea NOT NULL UNIQUE,
      opened_at  bigint NOT NULL,
      ends_at    bigint NOT NULL,
      stage      text NOT NULL DEFAULT 'lobby' CHECK (stage IN ${STAGES}),
      -- Half of the pupils has its lesson after the second form.
      control    boolean NOT NULL,
      -- Order of forms and draw of the groups.
      seed       int NOT NULL,
      learners   int NOT NULL DEFAULT 0,
      pre_at     bigint,
      post_at    bigint,
      later_at   bigint,
      version    int NOT NULL DEFAULT 1
    )`,
    'CREATE INDEX classes_ends ON classes (ends_at)',
    ...rowPolicy('classes', 'false'),

    `CREATE TABLE class_learners (
      learner_id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      class_id   bigint NOT NULL REFERENCES classes ON DELETE CASCADE,
      -- SHA-256 of the pupil's own code with the class.
      code_hash  bytea NOT NULL,
      -- Order of coming, from 0: decides forms and group.
      place      int NOT NULL,
      age_band   text NOT NULL CHECK (age_band IN ${AGE_BANDS}),
      arm        text NOT NULL CHECK (arm IN ('lesson', 'control')),
      UNIQUE (class_id, code_hash),
      UNIQUE (class_id, place)
    )`,
    ...rowPolicy('class_learners', 'false'),

    `CREATE TABLE class_answers (
      learner_id bigint NOT NULL REFERENCES class_learners ON DELETE CASCADE,
      sitting    text NOT NULL CHECK (sitting IN ('pre', 'post', 'later')),
      item       text NOT NULL,
      said       text NOT NULL CHECK (said IN ('trap', 'genuine')),
      PRIMARY KEY (learner_id, sitting, item)
    )`,
    ...rowPolicy('class_answers', 'false'),

    // What stays of a class: figures of five pupils at least, with nothing that leads back to it.
    `CREATE TABLE class_outcomes (
      outcome_id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      -- '2026-11'
      month      text NOT NULL,
      figures    jsonb NOT NULL
    )`,
    ...rowPolicy('class_outcomes', 'true'),
  ],
};
