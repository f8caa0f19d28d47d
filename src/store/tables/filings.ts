/** Tables of migration 0011-filings. Times are epoch ms, money is minor units. */
// biome-ignore lint/complexity/noBannedTypes: filled by the area
export type FilingTables = {};
