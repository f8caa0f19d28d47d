import { rowPolicy } from '../row-security.ts';
import type { Migration } from './migration.ts';

const OF_VISIBLE_REPORT = 'report_id IN (SELECT report_id FROM reports)';

/** Talk with the one who reported: questions, answers, pictures, and who is muted. */
export const reportTalk: Migration = {
  id: '0015-report-talk',
  sql: [
    `CREATE TABLE report_messages (
      message_id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      report_id  bigint NOT NULL REFERENCES reports,
      at         bigint NOT NULL,
      -- Both null: said by the one who reported.
      actor_id   bigint,
      actor      text,
      sealed     bytea NOT NULL,
      CHECK ((actor_id IS NULL) = (actor IS NULL))
    )`,
    'CREATE INDEX report_messages_of ON report_messages (report_id, message_id)',
    ...rowPolicy('report_messages', OF_VISIBLE_REPORT),

    // Pictures as they were made anew here; what came is not kept.
    `CREATE TABLE report_pictures (
      picture_id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      report_id  bigint NOT NULL REFERENCES reports,
      at         bigint NOT NULL,
      came       bytea NOT NULL,
      width      int NOT NULL,
      height     int NOT NULL,
      bytes      int NOT NULL,
      sealed     bytea NOT NULL,
      UNIQUE (report_id, came)
    )`,
    ...rowPolicy('report_pictures', OF_VISIBLE_REPORT),

    // From where a report came, as a keyed hash, for a few days: no other way to mute a flood of one source. Then it is deleted.
    `CREATE TABLE report_origins (
      report_id bigint PRIMARY KEY REFERENCES reports,
      hash      bytea NOT NULL,
      until     bigint NOT NULL
    )`,
    'CREATE INDEX report_origins_until ON report_origins (until)',
    ...rowPolicy('report_origins', OF_VISIBLE_REPORT),

    `CREATE TABLE report_mutes (
      mute_id       bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      report_id     bigint NOT NULL REFERENCES reports,
      kind          text NOT NULL CHECK (kind IN ('receipt', 'address')),
      -- Of a mute of an address while it lasts; forgotten with it.
      hash          bytea,
      at            bigint NOT NULL,
      until         bigint,
      reason_sealed bytea NOT NULL,
      actor_id      bigint NOT NULL,
      actor         text NOT NULL,
      lifted_at     bigint,
      lifted_by     text,
      version       int NOT NULL DEFAULT 1,
      CHECK ((kind = 'address') = (until IS NOT NULL))
    )`,
    'CREATE INDEX report_mutes_of ON report_mutes (report_id)',
    'CREATE INDEX report_mutes_hash ON report_mutes (hash) WHERE hash IS NOT NULL',
    ...rowPolicy('report_mutes', OF_VISIBLE_REPORT),
  ],
};
