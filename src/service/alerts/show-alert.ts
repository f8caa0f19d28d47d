import { QorganError } from '../../domain/errors/catalogue.ts';
import type { Language } from '../../domain/language.ts';
import type { Scope, Store } from '../../store/store.ts';
import { customerOf } from '../accounts/customer-of.ts';
import { itemOf, type Telling, type TimelineItem, transfersOf } from '../accounts/timeline.ts';
import { networksOf } from '../networks/networks-of.ts';
import { type AlertView, alertsIn, alertViews } from './alert-row.ts';

export interface AlertDetail extends AlertView {
  /** Whose account it is; null where the institution told of no customer. */
  readonly customerId: number | null;
  /** The latest transfers of the account that are not allowed as they are. */
  readonly recent: readonly TimelineItem[];
  readonly networks: readonly string[];
}

const RECENT_MOST = 20;

/** One alert with what it rests on. Throws QRG_ALERT_UNKNOWN. */
export async function showAlert(
  store: Store,
  telling: Telling,
  scope: Scope,
  alertId: number,
  language: Language,
): Promise<AlertDetail> {
  const { row, customerId, recent, networks } = await store.read(scope, async (trx) => {
    const found = await alertsIn(trx).where('a.alert_id', '=', alertId).executeTakeFirst();
    if (found === undefined) throw new QorganError('QRG_ALERT_UNKNOWN', { alert: alertId });
    const account = found.account_no;
    return {
      row: found,
      customerId: await customerOf(trx, account),
      recent: await transfersOf(trx, account, { limit: RECENT_MOST, verdict: 'review' }),
      networks: await networksOf(trx, account),
    };
  });
  const [view] = await alertViews(store, telling, [row]);
  return {
    ...view,
    customerId,
    recent: recent
      .slice(0, RECENT_MOST)
      .map((transfer) => itemOf(transfer, row.account_no, telling, language)),
    networks,
  };
}
