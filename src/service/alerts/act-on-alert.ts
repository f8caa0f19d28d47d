import { QorganError } from '../../domain/errors/catalogue.ts';
import type { Store, Transaction } from '../../store/store.ts';
import type { Principal } from '../access/principal.ts';
import type { AccountNames } from '../accounts/shown-account.ts';
import type { Audit } from '../audit/audit.ts';
import { type AlertRow, type AlertView, alertsIn, alertViews } from './alert-row.ts';
import type { AlertOutcome } from './alert-status.ts';

/** What a person does with an alert: takes it, gives it back, closes it with what they found. */
export type AlertAct =
  | { readonly act: 'take' }
  | { readonly act: 'return'; readonly reason?: string | undefined }
  | { readonly act: 'close'; readonly outcome: AlertOutcome; readonly reason: string };

export interface AlertParts {
  readonly store: Store;
  readonly audit: Audit;
  readonly names: AccountNames;
  readonly now: () => number;
}

/**
 * Does it, as the person named, and writes it down in the same transaction. Only who took an alert gives it back or closes
 * it; a supervisor may take it over. Throws QRG_ALERT_UNKNOWN, QRG_HTTP_VERSION_STALE when it is no longer as the person
 * saw it, QRG_ALERT_TAKEN, QRG_ALERT_NOT_TAKEN, QRG_ALERT_CLOSED.
 */
export async function actOnAlert(
  { store, audit, names, now }: AlertParts,
  by: Principal,
  alertId: number,
  version: number,
  act: AlertAct,
): Promise<AlertView> {
  const row = await store.write(async (trx) => {
    const before = await lockAlert(trx, by, alertId);
    if (before.version !== version) throw new QorganError('QRG_HTTP_VERSION_STALE');
    await trx
      .updateTable('alerts')
      .set({ ...changeOf(before, by, act, now()), version: version + 1 })
      .where('alert_id', '=', alertId)
      .execute();
    const after = await alertsIn(trx).where('a.alert_id', '=', alertId).executeTakeFirstOrThrow();
    await audit.appendIn(trx, {
      actor: by,
      institutionId: before.institution_id,
      action: `alert.${act.act}`,
      object: `alert:${alertId}`,
      reason: act.act === 'take' ? undefined : act.reason,
      ...(act.act === 'close' && { detail: { outcome: act.outcome } }),
    });
    return after;
  });
  const [view] = await alertViews(store, names, [row]);
  return view;
}

async function lockAlert(trx: Transaction, by: Principal, alertId: number): Promise<AlertRow> {
  const row = await alertsIn(trx)
    .where('a.alert_id', '=', alertId)
    .forUpdate('a')
    .executeTakeFirst();
  if (row === undefined || !(by.seesAll || row.institution_id === by.institutionId))
    throw new QorganError('QRG_ALERT_UNKNOWN', { alert: alertId });
  return row;
}

function changeOf(before: AlertRow, by: Principal, act: AlertAct, now: number) {
  if (before.status === 'closed') throw new QorganError('QRG_ALERT_CLOSED');
  const isOwn = before.assignee === by.id;
  const isOthers = before.assignee !== null && !isOwn;
  if (isOthers && !by.roles.includes('supervisor')) throw new QorganError('QRG_ALERT_TAKEN');
  if (act.act === 'take') return { status: 'in_work' as const, assignee: by.id };
  if (before.status !== 'in_work') throw new QorganError('QRG_ALERT_NOT_TAKEN');
  if (act.act === 'return') return { status: 'open' as const, assignee: null };
  return { status: 'closed' as const, outcome: act.outcome, closed_at: now };
}
