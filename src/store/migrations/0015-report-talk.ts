import type { Migration } from './migration.ts';

/** Talk with the one who reported: questions, answers, pictures, and who is muted. */
export const reportTalk: Migration = {
  id: '0015-report-talk',
  sql: [],
};
