import type { Migration } from './migration.ts';

/** When the nearest term of a hold runs out: what a queue of holds goes by. */
export const holdTerms: Migration = {
  id: '0008-hold-terms',
  sql: [
    // Null: no term runs. Terms are counted by the law and its calendar, not here.
    'ALTER TABLE holds ADD COLUMN next_term_at bigint',
    // The clock looks at every hold that may have one, and writes it down.
    `UPDATE holds SET next_term_at = suspended_at, next_change_at = least(next_change_at, suspended_at)
      WHERE state NOT IN ('released', 'returned')`,
    // Without a term comes last; then the newest first.
    'CREATE INDEX holds_terms ON holds (next_term_at, hold_id DESC)',
  ],
};
