/** Tables of migration 0016-known-contacts. Times are epoch ms. */
export type KnownContactTables = Record<never, never>;
