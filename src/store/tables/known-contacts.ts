/** Tables of migration 0016-known-contacts. Times are epoch ms. */
export interface KnownContactTables {
  /** One row: by what contacts are hashed here. */
  known_contact_terms: {
    one: boolean;
    salt: Buffer;
    iterations: number;
    made_at: number;
  };
  known_contacts: {
    /** As in post_contacts. */
    hash: Buffer;
    /** First five bytes of the slow hash. */
    slow: Buffer;
    at: number;
  };
}
