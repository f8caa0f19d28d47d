import { rowPolicy } from '../row-security.ts';
import type { Migration } from './migration.ts';

/**
 * Contacts of posts that people have judged, as slow hashes that anybody may ask for by a prefix. It is made from posts and may
 * be made again at any time.
 */
export const knownContacts: Migration = {
  id: '0016-known-contacts',
  sql: [
    `CREATE TABLE known_contact_terms (
      one        boolean PRIMARY KEY CHECK (one),
      -- Public: whoever asks hashes with it.
      salt       bytea NOT NULL CHECK (length(salt) = 16),
      iterations int NOT NULL CHECK (iterations > 0),
      made_at    bigint NOT NULL
    )`,
    ...rowPolicy('known_contact_terms', 'true'),

    `CREATE TABLE known_contacts (
      -- Keyed hash, as in post_contacts.
      hash bytea PRIMARY KEY,
      slow bytea NOT NULL CHECK (length(slow) = 5),
      at   bigint NOT NULL
    )`,
    ...rowPolicy('known_contacts', 'true'),
    // Posts that a person has judged are few among those that the machine has read.
    'CREATE INDEX posts_judged ON posts (said_at) WHERE said_at IS NOT NULL',
  ],
};
