import type { Store } from '../../store/store.ts';
import { type Principal, scopeOf } from '../access/principal.ts';
import type { Page } from '../cursor.ts';
import { NumberedPages, type PageWish } from '../lists/page.ts';
import { type CustomerRating, openRating } from '../risk/customer-rating.ts';
import { visibleCustomer } from './visible-customer.ts';

const RATINGS = new NumberedPages('customer-ratings', Number.MAX_SAFE_INTEGER);

/** Ratings of a customer, the latest first: one for each change. Throws QRG_CUSTOMER_UNKNOWN, QRG_HTTP_CURSOR. */
export function customerRatings(
  store: Store,
  by: Principal,
  customerId: number,
  wish: PageWish,
): Promise<{ readonly page: Page<CustomerRating>; readonly institutionId: number }> {
  return store.read(scopeOf(by), async (trx) => {
    const { institution_id: institutionId } = await visibleCustomer(trx, customerId);
    const rows = await trx
      .selectFrom('customer_ratings')
      .selectAll()
      .where('customer_id', '=', customerId)
      .where('rating_id', '<', RATINGS.after(wish))
      .orderBy('rating_id', 'desc')
      .limit(wish.limit + 1)
      .execute();
    const page = RATINGS.of(
      rows,
      wish,
      (row) => row.rating_id,
      (row) => openRating(store, row),
    );
    return { page, institutionId };
  });
}
