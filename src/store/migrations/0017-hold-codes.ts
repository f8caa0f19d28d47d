import type { Migration } from './migration.ts';

/** Codes by which a client asks after a payment that is held, and appeals. */
export const holdCodes: Migration = {
  id: '0017-hold-codes',
  sql: [],
};
