import type { StatementAbout } from './metadata.ts';
import type { RawRow } from './raw-row.ts';
import type { StatementOwner } from './statement.ts';

/** One row says nothing about whose statement it is: both its accounts are in every row. */
const MIN_ROWS_TO_INFER = 2;

/**
 * Whose statement it is: the account in the head or the sheet's name; else the one account that is in every row;
 * else the accounts of the one person who is in every row. Two accounts that are in every row tell nothing.
 */
export function findOwner(rows: readonly RawRow[], about: StatementAbout): StatementOwner {
  const accounts = about.account === undefined ? inferAccounts(rows, about) : [about.account];
  const own = new Set(accounts);
  const party = rows
    .flatMap((row) => [row.payer, row.payee])
    .find((side) => side.account !== undefined && own.has(side.account) && side.id !== undefined);
  return {
    accounts,
    id: about.ownerId ?? party?.id,
    name: about.ownerName ?? party?.name ?? '',
  };
}

function inferAccounts(rows: readonly RawRow[], about: StatementAbout): string[] {
  if (about.ownerId === undefined) {
    if (rows.length < MIN_ROWS_TO_INFER) return [];
    const inAll = inEveryRow(rows, (side) => side.account);
    if (inAll.length === 1) return inAll;
  }
  const people = about.ownerId
    ? [about.ownerId.digits]
    : inEveryRow(rows, (side) => side.id?.digits);
  if (people.length !== 1) return [];
  const accounts = rows
    .flatMap((row) => [row.payer, row.payee])
    .filter((side) => side.id?.digits === people[0])
    .map((side) => side.account);
  return [...new Set(accounts.filter((account) => account !== undefined))].sort();
}

function inEveryRow(
  rows: readonly RawRow[],
  key: (side: RawRow['payer']) => string | undefined,
): string[] {
  const count = new Map<string, number>();
  for (const row of rows)
    for (const value of new Set([key(row.payer), key(row.payee)]))
      if (value !== undefined) count.set(value, (count.get(value) ?? 0) + 1);
  return [...count].filter(([, rowsWith]) => rowsWith === rows.length).map(([value]) => value);
}
