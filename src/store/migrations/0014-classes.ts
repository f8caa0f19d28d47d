import type { Migration } from './migration.ts';

/** Classes of a teacher: what pupils answered, without names. */
export const classes: Migration = {
  id: '0014-classes',
  sql: [],
};
