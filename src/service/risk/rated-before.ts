import type { RiskLevel } from '../../screening/risk/rating.ts';
import type { Store, Transaction } from '../../store/store.ts';
import type { ApprovalState } from '../../store/tables/customers.ts';
import { type CustomerRating, openRating } from './customer-rating.ts';

/** A customer as it stands before it is rated, locked until the transaction ends. */
export interface RatedBefore {
  readonly customerId: number;
  readonly institutionId: number;
  readonly sealed: Buffer;
  readonly ratingId: number | null;
  /** Undefined before the first rating. */
  readonly rating: CustomerRating | undefined;
  readonly level: RiskLevel | null;
  readonly reviewAt: number | null;
  readonly approval: ApprovalState;
  readonly linkedAccounts: number | null;
}

/** Customers in the order of their numbers: two who wait for each other's would wait for ever. */
export async function ratedBefore(
  trx: Transaction,
  store: Store,
  customerIds: readonly number[],
  busy: 'wait' | 'leave',
): Promise<RatedBefore[]> {
  if (customerIds.length === 0) return [];
  const query = trx
    .selectFrom('customers')
    .select(['customer_id', 'institution_id', 'sealed', 'rating_id', 'level', 'review_at'])
    .select(['approval', 'linked_accounts'])
    .where('customer_id', 'in', [...customerIds])
    .orderBy('customer_id')
    .forNoKeyUpdate();
  const rows = await (busy === 'leave' ? query.skipLocked() : query).execute();
  const ratings = await ratingsOf(
    trx,
    store,
    rows.flatMap(({ rating_id }) => rating_id ?? []),
  );
  return rows.map((row) => ({
    customerId: row.customer_id,
    institutionId: row.institution_id,
    sealed: row.sealed,
    ratingId: row.rating_id,
    rating: row.rating_id === null ? undefined : ratings.get(row.rating_id),
    level: row.level,
    reviewAt: row.review_at,
    approval: row.approval,
    linkedAccounts: row.linked_accounts,
  }));
}

async function ratingsOf(
  trx: Transaction,
  store: Store,
  ratingIds: readonly number[],
): Promise<Map<number, CustomerRating>> {
  if (ratingIds.length === 0) return new Map();
  const rows = await trx
    .selectFrom('customer_ratings')
    .selectAll()
    .where('rating_id', 'in', [...ratingIds])
    .execute();
  return new Map(rows.map((row) => [row.rating_id, openRating(store, row)]));
}
