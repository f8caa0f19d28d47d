/** Tables of migration 0010-cases. Times are epoch ms, money is minor units. */
// biome-ignore lint/complexity/noBannedTypes: filled by the area
export type CaseTables = {};
