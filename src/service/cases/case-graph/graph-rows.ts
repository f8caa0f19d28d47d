import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '../../../store/store.ts';
import { MINOR_MOST } from '../../live/block.ts';
import { type CaseFlowRow, SUMMED } from '../load-case-file/case-transfers.ts';

export interface GraphWindow {
  /** Epoch ms, inclusive and exclusive. */
  readonly from: number;
  readonly to: number;
  readonly amountLeast: number;
}

/** Transfers of each end that are summed. */
const ROWS_MOST = 50_000;

/** Money that any of the accounts paid or received and the reader may see, by both ends; the largest sums first. */
export async function flowsAround(
  trx: Transaction,
  accounts: readonly number[],
  { from, to, amountLeast }: GraphWindow,
  limit: number,
): Promise<CaseFlowRow[]> {
  const own = (column: 'payer' | 'payee') => sql`${sql.ref(column)} = ANY (${accounts}::int[])`;
  const within = sql`at >= ${from} AND at < ${to} AND amount_minor >= ${amountLeast}`;
  const moved = (where: RawBuilder<unknown>) => sql`(
    SELECT payer, payee, amount_minor, at, channel, verdict FROM transfers
    WHERE ${where} AND ${within} LIMIT ${ROWS_MOST})`;
  const { rows } = await sql<CaseFlowRow>`
    SELECT ${SUMMED}, max(verdict) > 0 AS suspicious
    FROM (${moved(own('payer'))} UNION ALL ${moved(sql`${own('payee')} AND NOT ${own('payer')}`)}) around
    GROUP BY payer, payee ORDER BY amount_minor DESC, payer, payee LIMIT ${limit}`.execute(trx);
  return rows;
}

/** All that came to an account and left it since a moment, minor units. */
export interface Balance {
  readonly inMinor: number;
  readonly outMinor: number;
}

/** Transfers of one end that are summed; of an account with more nothing is told. */
const SUMMED_MOST = 300;

/** Accounts to which more came by these sums alone than is summed for a balance: it need not be asked for. */
export function busyAccounts(
  flows: readonly Pick<CaseFlowRow, 'payee' | 'count'>[],
): ReadonlySet<number> {
  const came = new Map<number, number>();
  for (const { payee, count } of flows) came.set(payee, (came.get(payee) ?? 0) + count);
  return new Set([...came].flatMap(([account, count]) => (count > SUMMED_MOST ? [account] : [])));
}

/** What came to accounts and left them since the first sum of the case came there; of busy accounts nothing. */
export async function balancesSince(
  trx: Transaction,
  since: readonly (readonly [account: number, at: number])[],
): Promise<ReadonlyMap<number, Balance>> {
  if (since.length === 0) return new Map();
  const end = (column: 'payer' | 'payee') => sql`CROSS JOIN LATERAL (
    SELECT count(*)::int AS count, coalesce(least(sum(amount_minor), ${MINOR_MOST}), 0)::bigint AS minor FROM (
      SELECT amount_minor FROM transfers
      WHERE ${sql.ref(column)} = a.account_no AND at >= a.since LIMIT ${SUMMED_MOST + 1}) moved)`;
  const { rows } = await sql<{ account_no: number; came: number; left: number; most: number }>`
    SELECT a.account_no, came.minor AS came, gone.minor AS "left", greatest(came.count, gone.count) AS most
    FROM unnest(${since.map(([account]) => account)}::int[], ${since.map(([, at]) => at)}::bigint[])
      AS a (account_no, since) ${end('payee')} came ${end('payer')} gone`.execute(trx);
  return new Map(
    rows
      .filter(({ most }) => most <= SUMMED_MOST)
      .map((row) => [row.account_no, { inMinor: row.came, outMinor: row.left }]),
  );
}

const STANDS = ['released', 'refused', 'returned'];

/** What stands under holds of accounts, minor units. */
export async function heldOf(
  trx: Transaction,
  accounts: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  if (accounts.length === 0) return new Map();
  const { rows } = await sql<{ account_no: number; held: number }>`
    SELECT account_no, least(sum(held_minor), ${MINOR_MOST})::bigint AS held FROM holds
    WHERE account_no = ANY (${[...accounts]}::int[]) AND state <> ALL (${STANDS}::text[])
    GROUP BY account_no`.execute(trx);
  return new Map(rows.map((row) => [row.account_no, row.held]));
}
