import type { Migration } from './migration.ts';

/** Contacts of posts that people have judged, as slow hashes that anybody may ask for by a prefix. */
export const knownContacts: Migration = {
  id: '0016-known-contacts',
  sql: [],
};
