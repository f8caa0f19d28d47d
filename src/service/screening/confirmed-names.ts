import { sql } from 'kysely';
import type { ListHit } from '../../screening/lists/list-hit.ts';
import { hasRefundDuty, type ListKind, watchesMoney } from '../../screening/lists/list-kind.ts';
import type { Store } from '../../store/store.ts';
import type { AccountListing } from '../lists/account-listing.ts';

interface Row {
  readonly customer_id: number;
  readonly institution_id: number;
  readonly list_id: number;
  readonly list_institution: number | null;
  readonly kind: ListKind;
  readonly entry_id: number;
  readonly since: number | null;
  readonly until: number | null;
  readonly reason: string | null;
  readonly accounts: readonly number[];
}

/**
 * Lets decisions on transfers know whom people have taken for a listed party by name, and whom no more: of these customers, or
 * of all.
 */
export async function listConfirmed(
  { store, listing }: { readonly store: Store; readonly listing: AccountListing },
  customerIds?: readonly number[],
): Promise<void> {
  const rows = await confirmedOf(store, customerIds);
  const byCustomer = Map.groupBy(rows, ({ customer_id }) => customer_id);
  for (const customerId of customerIds ?? [])
    if (!byCustomer.has(customerId)) listing.onConfirmedNames(customerId, 0, [], []);
  for (const [customerId, found] of byCustomer) {
    const [{ institution_id, accounts }] = found;
    listing.onConfirmedNames(customerId, institution_id, found.map(hitOf), accounts);
  }
}

function confirmedOf(store: Store, customerIds: readonly number[] | undefined): Promise<Row[]> {
  const these =
    customerIds === undefined ? sql`true` : sql`h.customer_id = ANY (${customerIds}::bigint[])`;
  return store.write(async (trx) => {
    const { rows } = await sql<Row>`
      SELECT h.customer_id, h.institution_id, h.list_id, l.institution_id AS list_institution, l.kind, h.entry_id, e.since,
        e.until, e.reason,
        ARRAY(SELECT a.account_no FROM accounts a WHERE a.customer_id = h.customer_id) AS accounts
      FROM list_hits h JOIN lists l ON l.list_id = h.list_id JOIN list_entries e ON e.entry_id = h.entry_id
      WHERE h.by_name AND h.state = 'confirmed' AND h.gone_at IS NULL AND ${these}
      ORDER BY h.customer_id, h.hit_id`.execute(trx);
    return rows.filter(({ kind }) => watchesMoney(kind));
  });
}

const hitOf = (row: Row): ListHit => ({
  listId: row.list_id,
  institutionId: row.list_institution,
  kind: row.kind,
  entryId: row.entry_id,
  via: 'name',
  since: row.since ?? -Infinity,
  until: row.until ?? Infinity,
  ...(row.reason !== null && { reason: row.reason }),
  refundDuty: hasRefundDuty(row.kind),
});
