import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '../../../store/store.ts';
import { COUNTED } from '../posts/counted.ts';
import type { Watch } from '../watch.ts';

const MARKS_PAGE = 1_000;

/** A hit that counts, over `HITS`: of an unlawful offer, and no person has said that it means somebody else. */
export const COUNTS = sql<boolean>`(h.state <> 'dismissed' AND ${COUNTED})`;

const HITS = sql`post_hits h JOIN posts p ON p.post_id = h.post_id JOIN watch_sources s ON s.source_id = p.source_id`;

/**
 * Tells the engine of accounts that are named in posts: what they pay from here on descends from there. Takes the mark back
 * where no hit counts any more. Told and written are one. Returns how many accounts were told of.
 */
export async function settlePostMarks(watch: Watch): Promise<number> {
  const { running } = watch;
  if (!running.marksDue) return 0;
  running.marksDue = false;
  try {
    return (await deliver(watch, 'unmark')) + (await deliver(watch, 'mark'));
  } catch (error) {
    running.marksDue = true;
    throw error;
  }
}

async function deliver(watch: Watch, kind: 'mark' | 'unmark'): Promise<number> {
  for (let told = 0; ; ) {
    const accounts = await watch.store.write((trx) => accountsOf(trx, PENDING[kind]));
    if (accounts.length === 0) return told;
    await watch.live.record(
      accounts.map((account) => ({ kind, account, cause: 'post' })),
      (trx) => WRITTEN[kind](trx, accounts, watch.now()),
    );
    told += accounts.length;
  }
}

const PENDING = {
  mark: sql`SELECT DISTINCT a.account_no FROM ${HITS}
    CROSS JOIN LATERAL (
      SELECT account_no FROM accounts WHERE account_no = h.account_no
      UNION ALL SELECT account_no FROM accounts WHERE customer_id = h.customer_id) a
    WHERE ${COUNTS} AND NOT EXISTS (SELECT FROM post_marks m WHERE m.account_no = a.account_no)`,
  unmark: sql`SELECT a.account_no FROM post_marks m JOIN accounts a ON a.account_no = m.account_no
    WHERE NOT EXISTS (SELECT FROM ${HITS} WHERE h.account_no = a.account_no AND ${COUNTS})
      AND NOT EXISTS (SELECT FROM ${HITS} WHERE h.customer_id = a.customer_id AND ${COUNTS})`,
};

async function accountsOf(trx: Transaction, query: RawBuilder<unknown>): Promise<number[]> {
  const page = sql<{ account_no: number }>`${query} ORDER BY account_no LIMIT ${MARKS_PAGE}`;
  return (await page.execute(trx)).rows.map(({ account_no }) => account_no);
}

const WRITTEN = {
  async mark(trx: Transaction, accounts: readonly number[], at: number): Promise<void> {
    await trx
      .insertInto('post_marks')
      .values(accounts.map((account_no) => ({ account_no, marked_at: at })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  },
  async unmark(trx: Transaction, accounts: readonly number[]): Promise<void> {
    await trx
      .deleteFrom('post_marks')
      .where('account_no', 'in', [...accounts])
      .execute();
  },
};
