import { sql } from 'kysely';
import type { LinkedCustomer, SharedIdentifier } from '../../screening/risk/customer-links.ts';
import type { LinkKind } from '../../screening/risk/profile.ts';
import type { Store, Transaction } from '../../store/store.ts';
import { type KeptCustomer, openCustomer } from '../customers/kept-customer.ts';

/** A customer, and what others have in common with it. */
export interface Sharing {
  readonly customer: LinkedCustomer;
  readonly shared: readonly SharedIdentifier[];
}

/** A customer that is asked about. */
export interface SharingWish {
  readonly customerId: number;
  readonly kept: KeptCustomer;
}

/** Who has one identifier of a customer, beside it. */
interface Others {
  readonly customerId: number;
  readonly kind: LinkKind;
  readonly hash: Buffer;
  /** The first of them. */
  readonly others: readonly number[];
  /** How many there are, counted to COUNTED_MOST. */
  readonly count: number;
}

/** Others that are looked at one by one, and counted at all: where there are more, it is a crowd's. */
const HOLDERS_MOST = 64;
const COUNTED_MOST = 1_000;

/** What ties customers to others of their institution, by customer. */
export async function loadSharing(
  trx: Transaction,
  store: Store,
  wishes: readonly SharingWish[],
): Promise<Map<number, Sharing>> {
  const ids = wishes.map(({ customerId }) => customerId);
  const rows = await othersOf(trx, ids);
  const everybody = [...new Set([...ids, ...rows.flatMap(({ others }) => others)])];
  const kept = await keptOf(trx, store, everybody, wishes);
  const relatives = await relativesOf(trx, everybody);
  const droppers = await droppersAmong(trx, everybody);
  const linked = (id: number): LinkedCustomer => ({
    id,
    kind: kept.get(id)?.kind ?? 'unknown',
    name: kept.get(id)?.name ?? '',
    listed: droppers.has(id),
    relatives: relatives.get(id) ?? [],
  });
  const byCustomer = Map.groupBy(rows, ({ customerId }) => customerId);
  return new Map(
    wishes.map(({ customerId, kept: own }) => {
      const homes = landlinesOf(store, own);
      const shared = (byCustomer.get(customerId) ?? []).map(({ kind, hash, others, count }) => ({
        kind,
        landline: kind === 'phone' && homes.some((home) => home.equals(hash)),
        holders: [customerId, ...others].map(linked),
        customers: count + 1,
      }));
      return [customerId, { customer: linked(customerId), shared }];
    }),
  );
}

async function othersOf(trx: Transaction, customerIds: readonly number[]): Promise<Others[]> {
  const { rows } = await sql<Others>`
    SELECT i.customer_id AS "customerId", i.kind, i.value_hash AS hash, o.others[1:${sql.lit(HOLDERS_MOST)}] AS others,
      cardinality(o.others) AS count
    FROM identifiers i CROSS JOIN LATERAL (
      SELECT array_agg(s.customer_id) AS others FROM (
        SELECT s.customer_id FROM identifiers s
        WHERE s.value_hash = i.value_hash AND s.kind = i.kind AND s.institution_id = i.institution_id
          AND s.account_no IS NULL AND s.customer_id <> i.customer_id
        ORDER BY s.customer_id LIMIT ${COUNTED_MOST}) s) o
    WHERE i.customer_id = ANY (${customerIds}::bigint[]) AND i.account_no IS NULL
      AND i.kind IN ('phone', 'device', 'address', 'ip') AND o.others IS NOT NULL
    ORDER BY i.customer_id, i.kind, i.value_hash`.execute(trx);
  return rows;
}

async function keptOf(
  trx: Transaction,
  store: Store,
  customerIds: readonly number[],
  wishes: readonly SharingWish[],
): Promise<Map<number, KeptCustomer>> {
  const kept = new Map(wishes.map((wish) => [wish.customerId, wish.kept]));
  const others = customerIds.filter((id) => !kept.has(id));
  if (others.length === 0) return kept;
  const rows = await trx
    .selectFrom('customers')
    .select(['customer_id', 'sealed'])
    .where('customer_id', 'in', others)
    .execute();
  for (const { customer_id, sealed } of rows) kept.set(customer_id, openCustomer(store, sealed));
  return kept;
}

/** Numbers of Kazakhstan that stand in a home or an office: their zones begin with 71 and 72. */
const LANDLINE = /^\+77[12]\d{8}$/;

const landlinesOf = ({ vault }: Store, { identifiers }: KeptCustomer): Buffer[] =>
  identifiers
    .filter(({ kind, value }) => kind === 'phone' && LANDLINE.test(value))
    .map(({ value }) => vault.hash('phone', value));

/** Whom customers name as family, as far as the institution has told of them. */
async function relativesOf(
  trx: Transaction,
  customerIds: readonly number[],
): Promise<Map<number, number[]>> {
  const { rows } = await sql<{ customer: number; relatives: number[] }>`
    SELECT r.customer_id AS customer, array_agg(c.customer_id ORDER BY c.customer_id) AS relatives
    FROM customer_relatives r
    JOIN customers c ON c.institution_id = r.institution_id AND c.external_id = r.external_id
    WHERE r.customer_id = ANY (${customerIds}::bigint[])
    GROUP BY r.customer_id`.execute(trx);
  return new Map(rows.map(({ customer, relatives }) => [customer, relatives]));
}

/** Customers among these who stand on a list of droppers, or one of whose accounts an analyst confirmed as one. */
async function droppersAmong(
  trx: Transaction,
  customerIds: readonly number[],
): Promise<Set<number>> {
  const { rows } = await sql<{ customer_id: number }>`
    SELECT h.customer_id FROM list_hits h JOIN lists l ON l.list_id = h.list_id
    WHERE h.customer_id = ANY (${customerIds}::bigint[]) AND l.kind = 'dropper' AND h.gone_at IS NULL
      AND (h.state = 'confirmed' OR (h.state = 'open' AND NOT h.by_name))
    UNION
    SELECT a.customer_id FROM accounts a JOIN list_hits h ON h.account_no = a.account_no
    JOIN lists l ON l.list_id = h.list_id
    WHERE a.customer_id = ANY (${customerIds}::bigint[]) AND l.kind = 'dropper' AND h.gone_at IS NULL
      AND h.state <> 'dismissed' AND h.institution_id = a.institution_id
    UNION
    SELECT a.customer_id FROM accounts a JOIN alerts t ON t.account_no = a.account_no
    WHERE a.customer_id = ANY (${customerIds}::bigint[]) AND t.outcome = 'confirmed'
      AND t.institution_id = a.institution_id`.execute(trx);
  return new Set(rows.map(({ customer_id }) => customer_id));
}

/** Accounts of customers, those that are theirs now. */
export async function countAccounts(
  trx: Transaction,
  customerIds: readonly number[],
): Promise<Map<number, number>> {
  const { rows } = await sql<{ customer_id: number; count: number }>`
    SELECT customer_id, count(*)::int AS count FROM accounts
    WHERE customer_id = ANY (${customerIds}::bigint[]) GROUP BY customer_id`.execute(trx);
  return new Map(rows.map(({ customer_id, count }) => [customer_id, count]));
}
