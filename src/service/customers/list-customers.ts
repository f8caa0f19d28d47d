import { sql } from 'kysely';
import type { OwnerKind } from '../../domain/account.ts';
import { maskName } from '../../domain/mask.ts';
import type { RiskLevel } from '../../screening/risk/rating.ts';
import type { Scope, Store } from '../../store/store.ts';
import type { ApprovalState } from '../../store/tables/customers.ts';
import { cursorText, type Page, pageOf, parseCursor } from '../cursor.ts';
import { orThrow } from '../or-throw.ts';
import { openCustomer } from './kept-customer.ts';

/** A client in a list: masked. */
export interface CustomerSummary {
  readonly customerId: number;
  readonly externalId: string;
  readonly name: string;
  readonly kind: OwnerKind;
  readonly accounts: number;
  /** Of risk, 0..100; null before the first rating. */
  readonly points: number | null;
  readonly level: RiskLevel | null;
  readonly approval: ApprovalState;
  /** Hits on lists that wait for a person. */
  readonly openHits: number;
  readonly reviewAt: number | null;
  readonly updatedAt: number;
}

export interface CustomerQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly externalId?: string | undefined;
  readonly level?: RiskLevel | undefined;
  readonly approval?: ApprovalState | undefined;
  /** Only those whose review is due. */
  readonly due?: boolean | undefined;
  /** Only those with hits that wait for a person. */
  readonly hits?: boolean | undefined;
  /** Last added first, or most points first. */
  readonly order: 'added' | 'risk';
}

interface Row {
  readonly customer_id: number;
  readonly external_id: string;
  readonly sealed: Buffer;
  readonly updated_at: number;
  readonly points: number | null;
  readonly level: RiskLevel | null;
  readonly approval: ApprovalState;
  readonly review_at: number | null;
  readonly accounts: number;
  readonly open_hits: number;
}

/** A customer that was not rated yet stands behind all that were. */
const POINTS = sql`coalesce(c.points, -1)`;

const OPEN_HITS = sql`SELECT FROM list_hits h
  WHERE h.customer_id = c.customer_id AND h.state = 'open' AND h.gone_at IS NULL`;

/** Clients that the reader may see. Throws QRG_HTTP_CURSOR. */
export async function listCustomers(
  store: Store,
  scope: Scope,
  query: CustomerQuery,
  now: number,
): Promise<Page<CustomerSummary>> {
  const { limit, order } = query;
  const conditions = [sql`true`, ...filtersOf(query, now), ...afterOf(query)];
  const rows = await store.read(scope, async (trx) => {
    const { rows } = await sql<Row>`
      SELECT c.customer_id, c.external_id, c.sealed, c.updated_at, c.points, c.level, c.approval, c.review_at,
        (SELECT count(*)::int FROM accounts a WHERE a.customer_id = c.customer_id) AS accounts,
        (SELECT count(*)::int FROM (${OPEN_HITS}) open) AS open_hits
      FROM customers c
      WHERE ${sql.join(conditions, sql` AND `)}
      ORDER BY ${order === 'risk' ? sql`${POINTS} DESC, c.customer_id DESC` : sql`c.customer_id DESC`}
      LIMIT ${limit + 1}`.execute(trx);
    return rows;
  });
  return pageOf(
    rows,
    limit,
    (row) => summaryOf(store, row),
    (row) =>
      cursorText(
        listOf(order),
        order === 'risk' ? [row.points ?? -1, row.customer_id] : [row.customer_id],
      ),
  );
}

const listOf = (order: CustomerQuery['order']): string =>
  order === 'risk' ? 'customers-risk' : 'customers';

function filtersOf({ externalId, level, approval, due, hits }: CustomerQuery, now: number) {
  return [
    ...(externalId === undefined ? [] : [sql`c.external_id = ${externalId}`]),
    ...(level === undefined ? [] : [sql`c.level = ${level}`]),
    ...(approval === undefined ? [] : [sql`c.approval = ${approval}`]),
    ...(due === true ? [sql`c.review_at <= ${now}`] : []),
    ...(hits === true ? [sql`EXISTS (${OPEN_HITS})`] : []),
  ];
}

function afterOf({ cursor, order }: CustomerQuery) {
  if (cursor === undefined) return [];
  if (order === 'added') {
    const [customer] = orThrow(parseCursor(listOf(order), cursor, ['number']));
    return [sql`c.customer_id < ${customer}`];
  }
  const [points, customer] = orThrow(parseCursor(listOf(order), cursor, ['share', 'number']));
  return [sql`(${POINTS}, c.customer_id) < (${points}::real, ${customer}::bigint)`];
}

function summaryOf(store: Store, row: Row): CustomerSummary {
  const { name, kind } = openCustomer(store, row.sealed);
  return {
    customerId: row.customer_id,
    externalId: row.external_id,
    name: maskName(name),
    kind,
    accounts: row.accounts,
    points: row.points,
    level: row.level,
    approval: row.approval,
    openHits: row.open_hits,
    reviewAt: row.review_at,
    updatedAt: row.updated_at,
  };
}
