import { Ownership } from './aliases.ts';
import type { JoinedTransfer, View } from './joined-transfer.ts';
import { KnownTransfers } from './known-transfers.ts';
import { matchViews, pairByKeys } from './match-views.ts';
import { standSameDay } from './one-transfer.ts';
import type { Standing } from './pair-up.ts';
import { isAlias, isOutside } from './party.ts';
import type { Statement, StatementRow } from './statement.ts';

export interface Joined {
  /** In time order. */
  readonly transfers: readonly JoinedTransfer[];
  /** Transfers told by the statements of two or more accounts and counted once. */
  readonly seenTwice: number;
  /** Rows that stood in two statements of the same account. */
  readonly repeated: number;
}

/**
 * Many statements into one stream of transfers, each counted once. First the statements of one account are laid over each
 * other (overlapping periods, the same file twice), then the views of different accounts. Matching is one to one:
 * of two equal payments in one statement neither is lost. The result does not depend on the order of the files.
 */
export function joinStatements(
  statements: readonly Statement[],
  fileName: (file: number) => string,
): Joined {
  const ownership = new Ownership(statements);
  const transfers = new KnownTransfers();
  let repeated = 0;
  let seenTwice = 0;
  for (const view of viewsOf(statements, fileName)) {
    const own = overlay(view, ownership);
    repeated += own.repeated;
    const fresh = new Set(own.transfers);
    const merge = (known: JoinedTransfer, told: JoinedTransfer) => {
      if (known.views.size === 1) seenTwice++;
      absorb(known, told);
      transfers.add(known);
      fresh.delete(told);
    };
    matchViews(transfers.candidates(own.transfers, view), own.transfers, ownership, merge);
    for (const transfer of fresh) transfers.add(transfer);
  }
  return { transfers: [...transfers.all].sort(byTime), seenTwice, repeated };
}

function viewsOf(statements: readonly Statement[], fileName: (file: number) => string): View[] {
  const sorted = [...statements].sort(
    (a, b) =>
      compare(a.owner.accounts.join(), b.owner.accounts.join()) ||
      a.from - b.from ||
      a.to - b.to ||
      compare(fileName(a.file), fileName(b.file)) ||
      a.sheetIndex - b.sheetIndex ||
      a.file - b.file,
  );
  const views = new Map<string, View>();
  for (const statement of sorted) {
    const { accounts } = statement.owner;
    const key = accounts.length > 0 ? accounts.join() : `?${views.size}`;
    const view = views.get(key);
    if (view !== undefined) view.statements.push(statement);
    else views.set(key, { accounts: new Set(accounts), statements: [statement] });
  }
  return [...views.values()];
}

/** The statements of one view laid over each other. */
function overlay(
  view: View,
  ownership: Ownership,
): { transfers: JoinedTransfer[]; repeated: number } {
  const transfers: JoinedTransfer[] = [];
  let repeated = 0;
  for (const statement of view.statements) {
    const told = transfersOf(statement, view, ownership);
    const fresh = new Set(told);
    const merge = (known: JoinedTransfer, again: JoinedTransfer) => {
      repeated++;
      absorb(known, again);
      fresh.delete(again);
    };
    for (const stand of [standIdentical, standSameDay]) {
      const free = transfers.filter((t) => !t.sightings.some((s) => s.statement === statement));
      pairByKeys(free, [...fresh], stand, merge);
    }
    transfers.push(...fresh);
  }
  return { transfers, repeated };
}

/** The bank writes the same time into every statement of an account. */
function standIdentical(a: JoinedTransfer, b: JoinedTransfer): Standing {
  if (a.at === b.at && a.dayOnly === b.dayOnly) return 'same';
  return a.at <= b.at ? 'early' : 'late';
}

function transfersOf(statement: Statement, view: View, ownership: Ownership): JoinedTransfer[] {
  const rows = statement.newestFirst ? statement.rows.toReversed() : statement.rows;
  return rows.map((row, order) => ({
    at: row.at,
    dayOnly: row.dayOnly,
    ...resolvedKeys(row, ownership),
    sightings: [{ statement, row }],
    views: new Set([view]),
    sumKey: `${row.currency}|${row.originalMinor}`,
    order,
  }));
}

/** A side known by its owner becomes that owner's account, unless the row would then pay itself. */
function resolvedKeys(row: StatementRow, ownership: Ownership) {
  const payerKey = ownership.resolve(row.payerKey);
  const payeeKey = ownership.resolve(row.payeeKey);
  return payerKey === payeeKey
    ? { payerKey: row.payerKey, payeeKey: row.payeeKey }
    : { payerKey, payeeKey };
}

/** Takes what another row tells of the same transfer. */
function absorb(known: JoinedTransfer, told: JoinedTransfer): void {
  if (known.dayOnly === told.dayOnly) known.at = Math.min(known.at, told.at);
  else if (known.dayOnly) {
    known.at = told.at;
    known.dayOnly = false;
  }
  known.payerKey = plainer(known.payerKey, told.payerKey);
  known.payeeKey = plainer(known.payeeKey, told.payeeKey);
  known.sightings.push(...told.sightings);
  for (const view of told.views) known.views.add(view);
}

/** An account says more than its owner, and an owner more than nothing. */
function plainer(a: string, b: string): string {
  const vagueness = (key: string) => (isOutside(key) ? 2 : isAlias(key) ? 1 : 0);
  return vagueness(b) < vagueness(a) ? b : a;
}

/** By time; within one moment in the order of the statements, then by names, so that the order is the same every time. */
function byTime(a: JoinedTransfer, b: JoinedTransfer): number {
  return (
    a.at - b.at ||
    a.order - b.order ||
    compare(a.payerKey, b.payerKey) ||
    compare(a.payeeKey, b.payeeKey) ||
    (a.sightings[0]?.row.kztMinor ?? 0) - (b.sightings[0]?.row.kztMinor ?? 0)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
