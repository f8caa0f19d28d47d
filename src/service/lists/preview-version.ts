import { sql } from 'kysely';
import { QorganError } from '../../domain/errors/catalogue.ts';
import { type Principal, scopeOf } from '../access/principal.ts';
import { differenceOf, type VersionCounts } from './add-version.ts';
import type { Lists } from './lists.ts';
import { inVersion, metQuery } from './met.ts';
import { allowLongWork } from './paged-rows.ts';

/** What activating a version would do, as far as who asks may see parties. */
export interface Preview extends VersionCounts {
  readonly listId: number;
  readonly number: number;
  /** Customers and accounts that meet an entry of the version, in all. */
  readonly customers: number;
  readonly accounts: number;
  /** Those among them that meet an entry which is added or changed. */
  readonly newCustomers: number;
  readonly newAccounts: number;
}

/** Throws QRG_LIST_VERSION_UNKNOWN. */
export function previewVersion(
  lists: Lists,
  by: Principal,
  listId: number,
  number: number,
): Promise<Preview> {
  return lists.store.read(scopeOf(by), async (trx) => {
    await allowLongWork(trx);
    const list = await trx
      .selectFrom('lists as l')
      .innerJoin('list_versions as v', 'v.list_id', 'l.list_id')
      .select(['l.in_force', 'v.entries', 'v.keys', 'v.by_name_only'])
      .where('l.list_id', '=', listId)
      .where('v.number', '=', number)
      .executeTakeFirst();
    if (list === undefined) throw new QorganError('QRG_LIST_VERSION_UNKNOWN', { number });
    const { entries, keys, by_name_only: byNameOnly } = list;
    const difference = await differenceOf(trx, listId, number, list.in_force);
    const isFresh = sql`NOT coalesce(${inVersion(sql`${list.in_force}::int`)}, false)`;
    const { rows } = await sql<Omit<Preview, keyof VersionCounts | 'listId' | 'number'>>`
      SELECT count(DISTINCT m.customer_id)::int AS customers,
        count(DISTINCT m.account_no)::int AS accounts,
        count(DISTINCT m.customer_id) FILTER (WHERE ${isFresh})::int AS "newCustomers",
        count(DISTINCT m.account_no) FILTER (WHERE ${isFresh})::int AS "newAccounts"
      FROM (${metQuery({ entries: sql`e.list_id = ${listId} AND ${inVersion(sql`${number}::int`)}` })}) m
      JOIN list_entries e ON e.entry_id = m.entry_id`.execute(trx);
    return { listId, number, entries, keys, byNameOnly, ...difference, ...rows[0] };
  });
}
