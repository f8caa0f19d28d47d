import type { Migration } from './migration.ts';

/**
 * The queue of one institution, gravest first and last opened first, without walking through those of all others. What is
 * closed is most of all in time, and is left out of the first.
 */
export const alertQueue: Migration = {
  id: '0006-alert-queue',
  sql: [
    `CREATE INDEX alerts_of_institution_unclosed ON alerts (institution_id, score DESC, alert_id DESC)
      WHERE status <> 'closed'`,
    'CREATE INDEX alerts_of_institution ON alerts (institution_id, alert_id DESC)',
  ],
};
