/** Tables of migration 0017-hold-codes. Times are epoch ms. */
export type HoldCodeTables = Record<never, never>;
