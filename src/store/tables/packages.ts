/** Tables of migration 0012-packages. Times are epoch ms, money is minor units. */
// biome-ignore lint/complexity/noBannedTypes: filled by the area
export type PackageTables = {};
