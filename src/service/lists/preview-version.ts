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
  /** Those that meet the version in force and would meet nothing of this one. */
  readonly goneCustomers: number;
  readonly goneAccounts: number;
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
    const isNow = sql`coalesce(${inVersion(sql`${list.in_force}::int`)}, false)`;
    const isThen = inVersion(sql`${number}::int`);
    const { rows } = await sql<Omit<Preview, keyof VersionCounts | 'listId' | 'number'>>`
      SELECT count(customer_id) FILTER (WHERE is_then)::int AS customers,
        count(account_no) FILTER (WHERE is_then)::int AS accounts,
        count(customer_id) FILTER (WHERE is_new)::int AS "newCustomers",
        count(account_no) FILTER (WHERE is_new)::int AS "newAccounts",
        count(customer_id) FILTER (WHERE NOT is_then)::int AS "goneCustomers",
        count(account_no) FILTER (WHERE NOT is_then)::int AS "goneAccounts"
      FROM (
        SELECT m.customer_id, m.account_no, bool_or(${isThen}) AS is_then, bool_or(${isThen} AND NOT ${isNow}) AS is_new
        FROM (${metQuery({ entries: sql`e.list_id = ${listId} AND (${isThen} OR ${isNow})` })}) m
        JOIN list_entries e ON e.entry_id = m.entry_id
        GROUP BY m.customer_id, m.account_no) parties`.execute(trx);
    return { listId, number, entries, keys, byNameOnly, ...difference, ...rows[0] };
  });
}
