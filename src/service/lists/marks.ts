import { sql } from 'kysely';
import type { Transaction } from '../../store/store.ts';
import type { Lists, MarkChange } from './lists.ts';

const MARKS_PAGE = 1_000;
/** Entries come into force, and go out of it, by their dates: so often somebody looks, when nothing else happens. */
const LOOK_EVERY_MS = 60_000;

/** Tells of marks that are due, when something happened or a minute is over. Returns how many accounts were told of. */
export async function settleMarks(lists: Lists): Promise<number> {
  const { running, onMarks } = lists;
  if (onMarks === undefined) return 0;
  if (!running.marksDue && lists.now() - running.markedAt < LOOK_EVERY_MS) return 0;
  running.marksDue = false;
  running.markedAt = lists.now();
  try {
    return (await deliver(lists, onMarks, 'unmark')) + (await deliver(lists, onMarks, 'mark'));
  } catch (error) {
    running.marksDue = true;
    throw error;
  }
}

/**
 * Tells of accounts that stand in a list in force, now and by the entry's own dates, or that were told and stand in none any
 * more, each once. Returns how many were told of.
 */
async function deliver(
  lists: Lists,
  onMarks: NonNullable<Lists['onMarks']>,
  kind: MarkChange['kind'],
): Promise<number> {
  for (let told = 0; ; ) {
    const at = lists.now();
    const accountNos = await lists.store.write((trx) => PENDING[kind](trx, at));
    if (accountNos.length === 0) return told;
    await onMarks({ kind, accountNos, written: (trx) => WRITTEN[kind](trx, accountNos, at) });
    told += accountNos.length;
  }
}

/**
 * Over HITS: a hit that counts at a moment. A name alone counts when a person has said that it is that party; public office
 * is no matter of money.
 */
const counts = (at: number) => sql`h.gone_at IS NULL AND h.state <> 'dismissed'
  AND (NOT h.by_name OR h.state = 'confirmed') AND l.kind <> 'pep'
  AND (e.since IS NULL OR e.since <= ${at}) AND (e.until IS NULL OR e.until > ${at})`;

const HITS = sql`list_hits h JOIN list_entries e ON e.entry_id = h.entry_id JOIN lists l ON l.list_id = h.list_id`;

const PENDING = {
  mark: (trx: Transaction, at: number) =>
    accountsOf(
      trx,
      sql`SELECT DISTINCT a.account_no FROM ${HITS}
        CROSS JOIN LATERAL (
          SELECT account_no FROM accounts WHERE account_no = h.account_no
          UNION ALL SELECT account_no FROM accounts WHERE customer_id = h.customer_id) a
        WHERE ${counts(at)} AND NOT EXISTS (SELECT FROM list_marks m WHERE m.account_no = a.account_no)`,
    ),
  // A hit is of the account or of its customer: each has an index of its own.
  unmark: (trx: Transaction, at: number) =>
    accountsOf(
      trx,
      sql`SELECT a.account_no FROM list_marks m JOIN accounts a ON a.account_no = m.account_no
        WHERE NOT EXISTS (SELECT FROM ${HITS} WHERE h.account_no = a.account_no AND ${counts(at)})
          AND NOT EXISTS (SELECT FROM ${HITS} WHERE h.customer_id = a.customer_id AND ${counts(at)})`,
    ),
};

async function accountsOf(trx: Transaction, query: ReturnType<typeof counts>): Promise<number[]> {
  const page = sql<{ account_no: number }>`${query} ORDER BY account_no LIMIT ${MARKS_PAGE}`;
  return (await page.execute(trx)).rows.map(({ account_no }) => account_no);
}

const WRITTEN = {
  async mark(trx: Transaction, accountNos: readonly number[], at: number): Promise<void> {
    await trx
      .insertInto('list_marks')
      .values(accountNos.map((account_no) => ({ account_no, marked_at: at })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  },
  async unmark(trx: Transaction, accountNos: readonly number[]): Promise<void> {
    await trx
      .deleteFrom('list_marks')
      .where('account_no', 'in', [...accountNos])
      .execute();
  },
};
