import { sql } from 'kysely';
import { UNLAWFUL } from '../posts/counted.ts';
import { alone, type Watch } from '../watch.ts';
import { settlePostMarks } from './marks.ts';
import type { ToldContact } from './named-in-posts.ts';
import { keepTold, recordHits, recordTold } from './record-hits.ts';

/** Accounts compared in one transaction. */
const ACCOUNTS_PAGE = 20_000;
const CUSTOMERS_PAGE = 1_000;
const TOLD_PAGE = 2_000;
/** Pages of new ones that a call writes down: the rest has its turn at the next. */
const TOLD_PAGES = 8;
const CONTACTS_PAGE = 20_000;
/** Contacts that are loaded at the start, the latest. */
const NAMED_MOST = 1 << 20;

/**
 * Brings together what became known since: accounts and customers that are new or changed, and identifiers told with
 * transfers, with the posts of all times; then tells the engine who is named. The first call after a start compares
 * everything. Calls must not overlap. Returns how many accounts the engine was told of.
 */
export async function joinPosts(watch: Watch): Promise<number> {
  const isFirst = watch.running.accountNo === undefined;
  const { told, customerIds, overflowed } = watch.named.take();
  try {
    if (isFirst) {
      await loadNamed(watch);
      // Nobody who labels a post waits for it.
      await alone(watch, () => watch.book.ready());
    }
    if (isFirst || overflowed) await joinAll(watch);
    else {
      await joinAccounts(watch, watch.running.accountNo ?? -1);
      await joinCustomers(watch, customerIds);
    }
    await joinTold(watch, told);
    await keepAllTold(watch);
  } catch (error) {
    watch.named.giveBack(told);
    for (const customerId of customerIds) watch.named.onCustomer(customerId);
    if (isFirst) watch.running.accountNo = undefined;
    throw error;
  }
  return settlePostMarks(watch);
}

const noted = (watch: Watch, hits: number): void => {
  watch.running.marksDue ||= hits > 0;
};

async function joinAll(watch: Watch): Promise<void> {
  const newest = await newestAccount(watch);
  noted(watch, await watch.store.write((trx) => recordHits(trx, {}, watch.now())));
  watch.running.accountNo = newest;
  watch.running.marksDue = true;
}

async function newestAccount({ store }: Watch): Promise<number> {
  const row = await store.write((trx) =>
    trx
      .selectFrom('accounts')
      .select(({ fn }) => fn.max('account_no').as('newest'))
      .executeTakeFirst(),
  );
  return row?.newest ?? -1;
}

/** Accounts come in the order of their numbers. An account of a customer that hits already is marked with it. */
async function joinAccounts(watch: Watch, from: number): Promise<void> {
  const newest = await newestAccount(watch);
  for (let after = from; after < newest; ) {
    const last = Math.min(newest, after + ACCOUNTS_PAGE);
    const page = (column: string) =>
      sql`${sql.ref(column)} > ${after} AND ${sql.ref(column)} <= ${last}`;
    const hits = await watch.store.write((trx) =>
      recordHits(
        trx,
        { identifiers: page('i.account_no'), accounts: page('a.account_no'), told: sql`false` },
        watch.now(),
      ),
    );
    noted(watch, hits);
    watch.running.accountNo = last;
    after = last;
  }
}

async function joinCustomers(watch: Watch, customerIds: readonly number[]): Promise<void> {
  for (let from = 0; from < customerIds.length; from += CUSTOMERS_PAGE) {
    const ids = customerIds.slice(from, from + CUSTOMERS_PAGE);
    const where = {
      identifiers: sql`i.customer_id = ANY (${ids}::bigint[])`,
      accounts: sql`a.customer_id = ANY (${ids}::bigint[])`,
      told: sql`false`,
    };
    await watch.store.write((trx) => recordHits(trx, where, watch.now()));
    // Accounts of a customer that hits already may have changed.
    watch.running.marksDue = true;
  }
}

async function joinTold(watch: Watch, told: readonly ToldContact[]): Promise<void> {
  for (let from = 0; from < told.length; from += TOLD_PAGE) {
    const page = told.slice(from, from + TOLD_PAGE);
    noted(watch, await watch.store.write((trx) => recordTold(trx, page, watch.now())));
  }
  const pending = told.filter(({ accountNo }) => accountNo > (watch.running.accountNo ?? -1));
  // Told with a transfer whose block is not on disk yet.
  watch.named.giveBack(pending);
}

/** Writes down what was told with transfers, page by page, as much as one call may take. */
async function keepAllTold({ store, named }: Watch): Promise<void> {
  for (let page = 0; page < TOLD_PAGES; page++) {
    const told = named.takeUnwritten(TOLD_PAGE);
    if (told.length === 0) return;
    try {
      const early = await store.write((trx) => keepTold(trx, told));
      named.giveBackUnwritten(early);
      if (early.length > 0) return;
    } catch (error) {
      named.giveBackUnwritten(told);
      throw error;
    }
  }
}

/** Contacts of unlawful posts, for the decision path. */
async function loadNamed({ store, named }: Watch): Promise<void> {
  let before = Number.MAX_SAFE_INTEGER;
  for (let loaded = 0; loaded < NAMED_MOST; ) {
    const { rows } = await store.write((trx) =>
      sql<{ contact_id: number; hash: Buffer }>`
        SELECT c.contact_id, c.hash FROM post_contacts c JOIN posts p ON p.post_id = c.post_id
        WHERE c.contact_id < ${before} AND c.kind <> 'link' AND ${UNLAWFUL}
        ORDER BY c.contact_id DESC LIMIT ${CONTACTS_PAGE}`.execute(trx),
    );
    named.name(rows.map(({ hash }) => hash));
    if (rows.length < CONTACTS_PAGE) return;
    loaded += rows.length;
    before = rows[rows.length - 1].contact_id;
  }
}
