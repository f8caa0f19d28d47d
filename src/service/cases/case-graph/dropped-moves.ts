import type { Store, Transaction } from '../../../store/store.ts';
import { accountIdsOf, statementTransferId } from '../case-statements/statement-elements.ts';
import type { StatementAccount } from '../case-statements/statement-look.ts';
import { statementLook } from '../case-statements/stored-statements.ts';
import type { CaseReach } from '../load-case-file/case-reach.ts';
import type { KnownAccounts } from '../load-case-file/known-accounts.ts';
import type { Move } from './expand.ts';
import type { GraphWindow } from './graph-rows.ts';

/** Money that statements dropped on the case tell of. */
export interface DroppedMoves {
  readonly moves: readonly Move[];
  /** Accounts that only they tell of, by id. */
  readonly accounts: ReadonlyMap<string, StatementAccount>;
  /** Ids of those that do something in a network. */
  readonly members: readonly string[];
}

const NONE: DroppedMoves = { moves: [], accounts: new Map(), members: [] };

/** Accounts that the case knows by their IBAN keep their own id, so that both tell of one node. */
export async function droppedMoves(
  trx: Transaction,
  store: Pick<Store, 'vault'>,
  { row, refs, accounts }: CaseReach,
  names: KnownAccounts,
  { from, to, amountLeast }: GraphWindow,
): Promise<DroppedMoves> {
  const look = await statementLook(trx, store, row.case_id, refs.statement.map(Number));
  if (look === undefined) return NONE;
  const known = new Map(
    [...accounts.keys()].map((account) => [names.accountName(account) ?? '', `a${account}`]),
  );
  const ids = accountIdsOf(look, known);
  const currency = look.currency || names.options.currency;
  const moves = look.transfers.map((told, place) => ({
    key: statementTransferId(place),
    from: ids[told.payer],
    to: ids[told.payee],
    amountMinor: told.amountMinor,
    currency,
    count: 1,
    firstAt: told.at,
    lastAt: told.at,
    channels: [told.channel],
    suspicious: told.suspicious,
  }));
  const own = new Map(
    look.accounts.flatMap((account, place) =>
      ids[place].startsWith('s') ? [[ids[place], account] as const] : [],
    ),
  );
  return {
    moves: moves.filter(
      ({ firstAt: at, amountMinor }) => at >= from && at < to && amountMinor >= amountLeast,
    ),
    accounts: own,
    members: [...own].filter(([, { role }]) => role !== 'none').map(([id]) => id),
  };
}
