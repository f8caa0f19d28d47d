import { sql } from 'kysely';
import type { Transaction } from '../../store/store.ts';
import type { ListedAccount, Lists } from './lists.ts';

const MARKS_PAGE = 1_000;
/** Entries come into force by their dates: so often somebody looks, when nothing else happens. */
const LOOK_EVERY_MS = 60_000;

/** Marks what is due, when something happened or a minute is over. Returns how many accounts were told. */
export async function settleMarks(lists: Lists): Promise<number> {
  const { running, onListed } = lists;
  if (onListed === undefined) return 0;
  if (!running.marksDue && lists.now() - running.markedAt < LOOK_EVERY_MS) return 0;
  running.marksDue = false;
  running.markedAt = lists.now();
  try {
    return await deliverMarks(lists, onListed);
  } catch (error) {
    running.marksDue = true;
    throw error;
  }
}

/**
 * Tells of accounts that stand in a list in force, now and by the entry's own dates, each once. What was told is written
 * down after the listener has taken it: one that dies in between hears it again. Returns how many were told.
 */
async function deliverMarks(
  lists: Lists,
  onListed: NonNullable<Lists['onListed']>,
): Promise<number> {
  for (let told = 0; ; ) {
    const at = lists.now();
    const page = await lists.store.write((trx) => unmarked(trx, at));
    if (page.length === 0) return told;
    await onListed(page);
    await lists.store.write((trx) =>
      trx
        .insertInto('list_marks')
        .values(page.map(({ accountNo }) => ({ account_no: accountNo, marked_at: at })))
        .onConflict((conflict) => conflict.doNothing())
        .execute(),
    );
    told += page.length;
  }
}

async function unmarked(trx: Transaction, at: number): Promise<ListedAccount[]> {
  const { rows } = await sql<{ account_no: number; institution_id: number }>`
    SELECT a.account_no, min(h.institution_id) AS institution_id
    FROM list_hits h
    JOIN list_entries e ON e.entry_id = h.entry_id
    CROSS JOIN LATERAL (
      SELECT account_no FROM accounts WHERE account_no = h.account_no
      UNION ALL SELECT account_no FROM accounts WHERE customer_id = h.customer_id) a
    WHERE h.gone_at IS NULL AND h.state <> 'dismissed'
      AND (e.since IS NULL OR e.since <= ${at}) AND (e.until IS NULL OR e.until > ${at})
      AND NOT EXISTS (SELECT FROM list_marks m WHERE m.account_no = a.account_no)
    GROUP BY a.account_no ORDER BY a.account_no LIMIT ${MARKS_PAGE}`.execute(trx);
  return rows.map((row) => ({ accountNo: row.account_no, institutionId: row.institution_id }));
}
