import { type RawBuilder, sql } from 'kysely';
import { channelCode } from '../../../domain/transfer.ts';
import type { Transaction } from '../../../store/store.ts';
import type { TimelineRow } from '../../accounts/timeline.ts';
import type { CaseReach } from './case-reach.ts';

/** A transfer of a case, as the store has it. */
export interface CaseTransferRow extends TimelineRow {
  readonly institution_id: number;
  /** A person put it into the case, or the decision or a network says that it is what the case is about. */
  readonly suspicious: boolean;
  /** Transfers of the case that bear its id: of two institutions, each with ids of its own. */
  readonly namesakes: number;
}

/** What the case file calls it: as the bank does, and where two banks mean different transfers by it, with its `seq`. */
export const transferElement = (row: CaseTransferRow): string =>
  row.namesakes === 1 ? row.transfer_id : `${row.transfer_id}~${row.seq}`;

export interface TransfersAsk {
  /** Epoch ms, inclusive and exclusive. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly amountLeast?: number | undefined;
  readonly suspiciousOnly?: boolean | undefined;
  /** A further condition over the columns, for a page. */
  readonly after?: RawBuilder<unknown> | undefined;
  readonly order: RawBuilder<unknown>;
  readonly limit: number;
}

/** Beyond any moment that is taken in. */
const LAST_AT = 8.64e15;
const PURCHASE = channelCode('purchase');

/** The order in which a bound cuts: what the case is about, then the graver, then the larger. */
export const GRAVEST_FIRST = sql`suspicious DESC, verdict DESC, score DESC, amount_minor DESC, seq`;

/**
 * Transfers of a case that the reader may see: those a person put there; those between accounts of the case; of each of its
 * accounts those that a decision found grave; of accounts in focus every payment of the time that is no purchase. An index
 * for each end: an OR over both would read all of the time.
 */
export async function transfersOfCase(
  trx: Transaction,
  reach: CaseReach,
  { from = 0, to = LAST_AT, amountLeast = 0, suspiciousOnly, after, order, limit }: TransfersAsk,
): Promise<CaseTransferRow[]> {
  const all = [...reach.accounts.keys()];
  const focus = all.filter((account) => reach.accounts.get(account)?.isFocus);
  const networked = all.filter((account) => reach.accounts.get(account)?.hops !== null);
  const seqs = reach.refs.transfer.map(Number);
  const { right, wrong } = reach.said;
  const columns = sql`seq, institution_id, transfer_id, at, payer, payee, amount_minor, channel, purpose, score, verdict, said`;
  const within = sql`at >= ${from} AND at < ${to} AND amount_minor >= ${amountLeast}`;
  const end = (own: 'payer' | 'payee', other: 'payer' | 'payee') => sql`
    SELECT ${columns} FROM transfers
    WHERE ${sql.ref(own)} = ANY (${all}::int[]) AND ${within}
      AND (verdict > 0 OR ${sql.ref(other)} = ANY (${all}::int[])
        OR (${sql.ref(own)} = ANY (${focus}::int[]) AND at >= ${reach.since} AND channel <> ${PURCHASE}))`;
  const told =
    seqs.length === 0
      ? sql``
      : sql`UNION
    SELECT ${columns} FROM transfers WHERE seq = ANY (${seqs}::bigint[]) AND ${within}`;
  const { rows } = await sql<CaseTransferRow>`
    SELECT * FROM (
      SELECT both_ends.*, (count(*) OVER (PARTITION BY transfer_id))::int AS namesakes, (verdict > 0 OR seq = ANY (${[...seqs, ...right]}::bigint[])
        OR (payer = ANY (${networked}::int[]) AND payee = ANY (${networked}::int[])))
        AND NOT seq = ANY (${wrong}::bigint[]) AS suspicious
      FROM (${end('payer', 'payee')} UNION ${end('payee', 'payer')} ${told}) both_ends) of_case
    WHERE ${suspiciousOnly === true ? sql`suspicious` : sql`true`} AND ${after ?? sql`true`}
    ORDER BY ${order} LIMIT ${limit}`.execute(trx);
  return rows;
}
