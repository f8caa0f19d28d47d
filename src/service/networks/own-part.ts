import { sql } from 'kysely';
import type { Transaction } from '../../store/store.ts';
import type { NetworkBody } from '../live/live-networks.ts';

type Edge = NetworkBody['edges'][number];

/** What a number keeps exactly: a larger sum is told as this. */
const MINOR_MOST = Number.MAX_SAFE_INTEGER;

/** Epoch ms, both inclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Money between accounts as the transfers that a reader may see tell it. */
export async function edgesBetween(
  trx: Transaction,
  accounts: readonly number[],
  { from, to }: Span,
): Promise<Edge[]> {
  const { rows } = await sql<Edge>`
    SELECT payer AS "from", payee AS "to", least(sum(amount_minor), ${MINOR_MOST})::bigint AS "amountMinor", count(*)::int AS count,
      min(at) AS "firstAt", max(at) AS "lastAt"
    FROM transfers
    WHERE payer = ANY (${accounts}::int[]) AND payee = ANY (${accounts}::int[])
      AND at >= ${from} AND at <= ${to}
    GROUP BY payer, payee ORDER BY payer, payee`.execute(trx);
  return rows;
}

/** Of each network the money between its members, as the transfers that a reader may see tell it; minor units by network id. */
export async function sumsBetween(
  trx: Transaction,
  networkIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (networkIds.length === 0) return new Map();
  const { rows } = await sql<{ network_id: string; minor: number }>`
    SELECT n.network_id, coalesce((
        SELECT least(sum(t.amount_minor), ${MINOR_MOST}) FROM transfers t
        WHERE t.payer = ANY (m.accounts) AND t.payee = ANY (m.accounts)
          AND t.at >= n.from_at AND t.at <= n.to_at), 0)::bigint AS minor
    FROM networks n
    CROSS JOIN LATERAL (
      SELECT array_agg((member->>'account')::int) AS accounts
      FROM jsonb_array_elements(n.body->'members') member) m
    WHERE n.network_id = ANY (${networkIds}::text[])`.execute(trx);
  return new Map(rows.map((row) => [row.network_id, row.minor]));
}

export const sumOf = (
  edges: readonly Edge[],
  counts: (edge: Edge) => boolean = () => true,
): number => edges.reduce((sum, edge) => sum + (counts(edge) ? edge.amountMinor : 0), 0);
