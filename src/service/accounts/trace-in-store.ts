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
  const rows = () =>
    trx
      .selectFrom('transfers')
      .select(['seq', 'at', 'payer', 'payee', 'amount_minor as amountMinor', 'channel', 'score']);
  const { accounts } = engine.ledger;
  return {
    isHub: (account) => isHub(accounts, account),
    transfer: (seq) => rows().where('seq', '=', seq).executeTakeFirst(),
    around: async (frontier, from, to, limit): Promise<TransferColumns[]> => {
      const between = rows().where('at', '>=', from).where('at', '<', to).limit(limit);
      const own = [...frontier];
      // An index for each end: an OR over both would read the whole time.
      const found = await between
        .where('payer', 'in', own)
        .union(between.where('payee', 'in', own))
        .limit(limit)
        .execute();
      return found;
    },
  };
}
