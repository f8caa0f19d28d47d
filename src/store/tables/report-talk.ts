/** Tables of migration 0015-report-talk. Times are epoch ms. */
export type ReportTalkTables = Record<never, never>;
