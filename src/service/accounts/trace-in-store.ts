import { sql } from 'kysely';
import { QorganError } from '../../domain/errors/catalogue.ts';
import { isHub } from '../../engine/hubs.ts';
import type { Scope, Store, Transaction } from '../../store/store.ts';
import type { LiveState } from '../live/live-state.ts';
import {
  type TraceAsk,
  type TraceReply,
  type TraceSource,
  type TransferColumns,
  traceMoney,
} from '../live/trace-money.ts';
import { mustBeVisible } from './visible.ts';

/**
 * Follows money over the transfers that a reader may see, in one snapshot of the store. Throws QRG_TRANSFER_UNKNOWN or
 * QRG_ACCOUNT_UNKNOWN for a start that is not there or not to be seen.
 */
export function traceInStore(
  store: Store,
  state: Pick<LiveState, 'engine'>,
  scope: Scope,
  ask: TraceAsk,
): Promise<TraceReply> {
  return store.read(scope, async (trx) => {
    if ('account' in ask.start) await mustBeVisible(trx, ask.start.account);
    const reply = await traceMoney(sourceOf(trx, state), ask);
    if (reply !== undefined) return reply;
    const transfer = 'seq' in ask.start ? ask.start.seq : ask.start.account;
    throw new QorganError('QRG_TRANSFER_UNKNOWN', { transfer });
  });
}

function sourceOf(trx: Transaction, { engine }: Pick<LiveState, 'engine'>): TraceSource {
  const { accounts } = engine.ledger;
  return {
    isHub: (account) => isHub(accounts, account),
    transfer: async (seq) =>
      (await sql<TransferColumns>`${COLUMNS} WHERE seq = ${seq}`.execute(trx)).rows[0],
    starts: async (account, { direction, from, to }, limit) => {
      const column = sql.ref(direction === 'down' ? 'payer' : 'payee');
      const found = sql<TransferColumns>`${COLUMNS}
        WHERE ${column} = ${account} AND at >= ${from} AND at < ${to} ORDER BY at, seq LIMIT ${limit}`;
      return (await found.execute(trx)).rows;
    },
    around: async (frontier, to, limit) => {
      // An index for each end: an OR over both would read all of the time.
      const end = (column: 'payer' | 'payee') => sql`(${COLUMNS}
        WHERE ${sql.ref(column)} = ANY (${frontier}::int[]) AND at < ${to} LIMIT ${limit})`;
      const both = sql<TransferColumns>`${end('payer')} UNION ${end('payee')} LIMIT ${limit}`;
      return (await both.execute(trx)).rows;
    },
  };
}

const COLUMNS = sql`
  SELECT seq, at, payer, payee, amount_minor AS "amountMinor", channel, score FROM transfers`;
