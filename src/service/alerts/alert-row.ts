import { VERDICTS, type VerdictName } from '../../engine/verdict.ts';
import type { Store, Transaction } from '../../store/store.ts';
import { type AccountNames, type ShownAccount, shownAccount } from '../accounts/shown-account.ts';
import { readSaid } from '../live/decided.ts';
import type { AlertOutcome, AlertStatus } from './alert-status.ts';

/** An alert as its readers see it. */
export interface AlertView {
  readonly alertId: number;
  readonly account: ShownAccount;
  /** Code of the institution that reported. */
  readonly institution: string;
  readonly openedAt: number;
  readonly lastAt: number;
  readonly score: number;
  readonly verdict: VerdictName;
  readonly transfers: number;
  readonly amountMinor: number;
  readonly lastSeq: number;
  /** The strongest rules of the last transfer in it, at most three. */
  readonly rules: readonly string[];
  readonly status: AlertStatus;
  readonly assignee: { readonly userId: number; readonly name: string } | null;
  readonly outcome: AlertOutcome | null;
  readonly closedAt: number | null;
  readonly version: number;
}

/** Alerts with the code of their institution, in the transaction of a reader. */
export const alertsIn = (trx: Transaction) =>
  trx
    .selectFrom('alerts as a')
    .innerJoin('institutions as i', 'i.institution_id', 'a.institution_id')
    .selectAll('a')
    .select('i.code');

export type AlertRow = Awaited<ReturnType<ReturnType<typeof alertsIn>['execute']>>[number];

const RULES_MOST = 3;

/** Why each alert is there: what was said of the last transfer in it. */
async function rulesOf(
  store: Store,
  rows: readonly AlertRow[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  if (rows.length === 0) return new Map();
  const said = await store.db
    .selectFrom('transfers')
    .select(['seq', 'said'])
    .where(
      'seq',
      'in',
      rows.map((row) => row.last_seq),
    )
    .execute();
  return new Map(
    said.map((row) => [
      row.seq,
      readSaid(row.said)
        .signals.slice(0, RULES_MOST)
        .map(({ rule }) => rule),
    ]),
  );
}

/** Rows as views. Who works on an alert is a matter of people, whom readers of the store do not see: asked for apart. */
export async function alertViews(
  store: Store,
  names: AccountNames,
  rows: readonly AlertRow[],
): Promise<AlertView[]> {
  const people = await namesOfUsers(
    store,
    rows.flatMap(({ assignee }) => (assignee === null ? [] : [assignee])),
  );
  const rules = await rulesOf(store, rows);
  return rows.map((row) => ({
    alertId: row.alert_id,
    account: shownAccount(names, row.account_no),
    institution: row.code,
    openedAt: row.opened_at,
    lastAt: row.last_at,
    score: row.score,
    verdict: VERDICTS[row.verdict],
    transfers: row.transfers,
    amountMinor: row.amount_minor,
    lastSeq: row.last_seq,
    rules: rules.get(row.last_seq) ?? [],
    status: row.status,
    assignee:
      row.assignee === null
        ? null
        : { userId: row.assignee, name: people.get(row.assignee) ?? '—' },
    outcome: row.outcome as AlertOutcome | null,
    closedAt: row.closed_at,
    version: row.version,
  }));
}

async function namesOfUsers(
  store: Store,
  userIds: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (userIds.length === 0) return new Map();
  const rows = await store.db
    .selectFrom('users')
    .select(['user_id', 'name'])
    .where('user_id', 'in', [...new Set(userIds)])
    .execute();
  return new Map(rows.map((row) => [row.user_id, row.name]));
}
