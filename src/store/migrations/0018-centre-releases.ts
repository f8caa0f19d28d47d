import type { Migration } from './migration.ts';

/** The anti-fraud centre hears of the end of a hold that it was told of. */
export const centreReleases: Migration = {
  id: '0018-centre-releases',
  sql: [
    'ALTER TABLE hold_outbox DROP CONSTRAINT hold_outbox_kind_check',
    `ALTER TABLE hold_outbox ADD CONSTRAINT hold_outbox_kinds CHECK (kind IN ('client_notice', 'centre_notice',
      'centre_release', 'afm_message', 'must_release', 'release', 'refuse', 'return_money'))`,
  ],
};
