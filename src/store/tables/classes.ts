/** Tables of migration 0014-classes. Times are epoch ms. */
export type ClassTables = Record<never, never>;
