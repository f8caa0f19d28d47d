import { VERDICTS, type VerdictName } from '../../engine/verdict.ts';
import type { Scope, Store, Transaction } from '../../store/store.ts';
import type { AccountNames } from '../accounts/shown-account.ts';
import { cursorText, type Page, pageOf, parseCursor } from '../cursor.ts';
import { orThrow } from '../or-throw.ts';
import { type AlertRow, type AlertView, alertsIn, alertViews } from './alert-row.ts';
import type { AlertStatus } from './alert-status.ts';

/** Gravest first, or last opened first. */
export type AlertOrder = 'score' | 'newest';

export interface AlertQuery {
  readonly status?: readonly AlertStatus[] | undefined;
  /** This verdict or a graver one. */
  readonly verdict?: VerdictName | undefined;
  readonly scoreLeast?: number | undefined;
  readonly account?: number | undefined;
  /** A user, or nobody. */
  readonly assignee?: number | 'nobody' | undefined;
  readonly order: AlertOrder;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** A page of alerts that the reader may see. Throws QRG_HTTP_CURSOR. */
export async function listAlerts(
  store: Store,
  names: AccountNames,
  scope: Scope,
  query: AlertQuery,
): Promise<Page<AlertView>> {
  const { limit, order } = query;
  const rows = await store.read(scope, (trx) => askedAlerts(trx, scope, query).execute());
  const views = await alertViews(store, names, rows);
  const shown = new Map(views.map((view) => [view.alertId, view]));
  return pageOf(
    rows,
    limit,
    (row) => shown.get(row.alert_id)!,
    (row) => cursorText(listName(order), placeOf(row, order)),
  );
}

/** A cursor of one order means nothing in the other. */
const listName = (order: AlertOrder): string => `alerts-${order}`;

const placeOf = ({ score, alert_id }: AlertRow, order: AlertOrder): number[] =>
  order === 'score' ? [score, alert_id] : [alert_id];

/** The statement of a page, with one row more to know whether there is a next. */
export function askedAlerts(trx: Transaction, scope: Scope, query: AlertQuery) {
  let rows = alertsIn(trx).limit(query.limit + 1);
  // The policy of the table says so too, in a form that no index answers.
  if (!scope.seesAll) rows = rows.where('a.institution_id', '=', scope.institutionId);
  if (query.status !== undefined) rows = rows.where('a.status', 'in', query.status);
  if (query.verdict !== undefined)
    rows = rows.where('a.verdict', '>=', VERDICTS.indexOf(query.verdict));
  if (query.scoreLeast !== undefined) rows = rows.where('a.score', '>=', query.scoreLeast);
  if (query.account !== undefined) rows = rows.where('a.account_no', '=', query.account);
  if (query.assignee === 'nobody') rows = rows.where('a.assignee', 'is', null);
  else if (query.assignee !== undefined) rows = rows.where('a.assignee', '=', query.assignee);
  return query.order === 'score' ? byScore(rows, query.cursor) : byAge(rows, query.cursor);
}

type Rows = ReturnType<typeof alertsIn>;

/** A score only rises, so an alert that moves while pages are turned moves to pages already seen, and none is shown twice. */
function byScore(rows: Rows, cursor: string | undefined): Rows {
  const ordered = rows.orderBy('a.score', 'desc').orderBy('a.alert_id', 'desc');
  if (cursor === undefined) return ordered;
  const [score, alertId] = orThrow(parseCursor(listName('score'), cursor, ['share', 'number']));
  return ordered.where(({ eb, refTuple, tuple }) =>
    eb(
      refTuple('a.score', 'a.alert_id'),
      '<',
      tuple(eb.cast<number>(eb.val(score), 'real'), eb.val(alertId)),
    ),
  );
}

function byAge(rows: Rows, cursor: string | undefined): Rows {
  const ordered = rows.orderBy('a.alert_id', 'desc');
  if (cursor === undefined) return ordered;
  const [alertId] = orThrow(parseCursor(listName('newest'), cursor, ['number']));
  return ordered.where('a.alert_id', '<', alertId);
}
