import { sql } from 'kysely';
import type { Transaction } from '../../store/store.ts';
import { dismissedOf } from './dismissed.ts';
import type { Lists } from './lists.ts';
import { settleMarks } from './marks.ts';
import { holdHits, IN_FORCE, metQuery, recordMet } from './met.ts';
import { allowLongWork } from './paged-rows.ts';

/** Parties compared in one transaction. */
const ACCOUNTS_PAGE = 20_000;
const CUSTOMERS_PAGE = 1_000;
/** Changes of customers that were under way when the last comparison ended. */
const UNDER_WAY_MS = 5 * 60_000;

/**
 * Brings the store up to date with what was seen since: hits of new accounts and of customers that changed, and marks of
 * accounts that became listed, be it that an entry has come into force by its date. Call it every few seconds; calls do
 * not overlap, and while a version is being activated they do nothing. Returns how many accounts were marked.
 */
export function settle(lists: Lists): Promise<number> {
  const { running } = lists;
  if (running.activations > 0) return Promise.resolve(0);
  running.settling ??= settleOnce(lists).finally(() => {
    running.settling = undefined;
  });
  return running.settling;
}

async function settleOnce(lists: Lists): Promise<number> {
  const { customerIds, order, overflowed } = lists.listing.seen();
  const startedAt = lists.now();
  const lastAccountNo = await compareAccounts(lists);
  if (overflowed) await compareChangedCustomers(lists);
  else await compareCustomers(lists, customerIds);
  if (overflowed || customerIds.length > 0) await movePast(lists, startedAt);
  lists.listing.forget(order, lastAccountNo);
  return settleMarks(lists);
}

/** Compares everything that changed since the last comparison, whoever saw it. */
export async function catchUp(lists: Lists): Promise<void> {
  const startedAt = lists.now();
  await compareAccounts(lists);
  await compareChangedCustomers(lists);
  await movePast(lists, startedAt);
}

const movePast = (lists: Lists, at: number) =>
  lists.store.write((trx) =>
    trx
      .updateTable('list_watch')
      .set({ customers_at: at - UNDER_WAY_MS })
      .execute(),
  );

/** Accounts come in the order of their numbers. Returns the last number the store holds. */
async function compareAccounts(lists: Lists): Promise<number> {
  for (;;) {
    const step = await lists.store.write((trx) => compareAccountsPage(trx, lists.now()));
    lists.running.marksDue ||= step.met;
    if (step.last >= step.newest) return step.newest;
  }
}

async function compareAccountsPage(trx: Transaction, at: number) {
  await holdHits(trx);
  const { rows } = await sql<{ from: number; newest: number }>`
    SELECT account_no AS from, coalesce((SELECT max(account_no) FROM accounts), -1) AS newest FROM list_watch`.execute(
    trx,
  );
  const { from, newest } = rows[0];
  const last = Math.min(newest, from + ACCOUNTS_PAGE);
  if (last <= from) return { last, newest, met: false };
  const page = (column: string) =>
    sql`${sql.ref(column)} > ${from} AND ${sql.ref(column)} <= ${last}`;
  const { numAffectedRows: met = 0n } = await recordMet(
    { entries: IN_FORCE, identifiers: page('i.account_no'), accounts: page('a.account_no') },
    at,
  ).execute(trx);
  await trx.updateTable('list_watch').set({ account_no: last }).execute();
  return { last, newest, met: met > 0n };
}

async function compareChangedCustomers(lists: Lists): Promise<void> {
  let after = 0;
  for (;;) {
    const rows = await lists.store.write(async (trx) => {
      await allowLongWork(trx);
      return trx
        .selectFrom('customers')
        .select('customer_id')
        .where('customer_id', '>', after)
        .where('updated_at', '>=', trx.selectFrom('list_watch').select('customers_at'))
        .orderBy('customer_id')
        .limit(CUSTOMERS_PAGE)
        .execute();
    });
    if (rows.length === 0) return;
    await compareCustomers(
      lists,
      rows.map(({ customer_id }) => customer_id),
    );
    after = rows[rows.length - 1].customer_id;
  }
}

async function compareCustomers(lists: Lists, customerIds: readonly number[]): Promise<void> {
  for (let from = 0; from < customerIds.length; from += CUSTOMERS_PAGE) {
    const page = customerIds.slice(from, from + CUSTOMERS_PAGE);
    const dismissed = await lists.store.write((trx) =>
      compareCustomersPage(trx, page, lists.now()),
    );
    lists.running.marksDue = true;
    for (const hit of dismissed) lists.listing.dismiss(hit, true);
  }
}

/** Hits of these customers and their accounts: those that are there now, and those that are no more. */
async function compareCustomersPage(trx: Transaction, customerIds: readonly number[], at: number) {
  await holdHits(trx);
  const accounts = await trx
    .selectFrom('accounts')
    .select('account_no')
    .where('customer_id', 'in', [...customerIds])
    .execute();
  const accountNos = accounts.map(({ account_no }) => account_no);
  const where = {
    entries: IN_FORCE,
    identifiers: sql`(i.customer_id = ANY (${customerIds}::bigint[]) OR i.account_no = ANY (${accountNos}::int[]))`,
    accounts: sql`a.account_no = ANY (${accountNos}::int[])`,
  };
  await recordMet(where, at).execute(trx);
  await sql`
    UPDATE list_hits h SET gone_at = ${at}::bigint, version = version + 1
    WHERE (h.customer_id = ANY (${customerIds}::bigint[]) OR h.account_no = ANY (${accountNos}::int[]))
      AND h.gone_at IS NULL AND NOT h.by_name
      AND NOT EXISTS (SELECT FROM (${metQuery(where)}) m
        WHERE m.entry_id = h.entry_id AND m.institution_id = h.institution_id
          AND (m.customer_id, m.account_no) IS NOT DISTINCT FROM (h.customer_id, h.account_no))`.execute(
    trx,
  );
  return dismissedOf(trx, customerIds);
}
