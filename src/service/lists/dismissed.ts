import type { ListFacts } from '../../screening/lists/list-hit.ts';
import { isJudged } from '../../screening/lists/list-kind.ts';
import type { Transaction } from '../../store/store.ts';
import type { DismissedHit } from './account-listing.ts';

/** The hits of a list that a person found to be none, where that person's word counts; of identifiers, not of names. */
export async function loadDismissed(
  trx: Transaction,
  { listId, kind }: Pick<ListFacts, 'listId' | 'kind'>,
): Promise<DismissedHit[]> {
  if (!isJudged(kind)) return [];
  const rows = await trx
    .selectFrom('list_hits')
    .select(['entry_id', 'customer_id', 'account_no'])
    .where('list_id', '=', listId)
    .where('state', '=', 'dismissed')
    .where('by_name', '=', false)
    .where('gone_at', 'is', null)
    .execute();
  return rows.map(dismissedHit);
}

/** The same for customers and their accounts, in all lists. */
export async function dismissedOf(
  trx: Transaction,
  customerIds: readonly number[],
): Promise<DismissedHit[]> {
  const rows = await trx
    .selectFrom('list_hits as h')
    .innerJoin('lists as l', 'l.list_id', 'h.list_id')
    .select(['l.kind', 'h.entry_id', 'h.customer_id', 'h.account_no'])
    .where('h.customer_id', 'in', [...customerIds])
    .where('h.state', '=', 'dismissed')
    .where('h.by_name', '=', false)
    .where('h.gone_at', 'is', null)
    .execute();
  return rows.filter(({ kind }) => isJudged(kind)).map(dismissedHit);
}

const dismissedHit = (row: {
  entry_id: number;
  customer_id: number | null;
  account_no: number | null;
}): DismissedHit => ({
  entryId: row.entry_id,
  customerId: row.customer_id ?? undefined,
  accountNo: row.account_no ?? undefined,
});
