import type { Principal } from '../access/principal.ts';
import { approvalsOf, type CustomerRating } from '../risk/customer-rating.ts';
import { afterRating, rateIn } from '../risk/rate-customers.ts';
import type { Risk } from '../risk/risk.ts';
import { UNSCREENED } from '../screening/screen-customers.ts';
import { ownCustomer, writeAct } from './approval.ts';

/**
 * A person has looked at a customer: it is rated anew, and the term to the next look begins. Audited in the same transaction.
 * Throws QRG_CUSTOMER_UNKNOWN.
 */
export async function reviewCustomer(
  risk: Risk,
  by: Principal,
  customerId: number,
  reason: string,
): Promise<CustomerRating> {
  const { store, audit, now } = risk;
  const rated = await store.write(async (trx) => {
    await ownCustomer(trx, by, customerId);
    const wish = { customerId, cause: 'person' as const };
    const [rated] = await rateIn(trx, risk, [wish], { busy: 'wait', screened: UNSCREENED });
    const measures = approvalsOf(rated.rating);
    await writeAct(trx, store, by, {
      customerId,
      ratingId: rated.ratingId,
      act: 'review',
      at: now(),
      measures,
      reason,
    });
    const { points, level } = rated.rating;
    await audit.appendIn(trx, {
      actor: by,
      action: 'customer.review',
      object: `customer:${customerId}`,
      reason,
      detail: { rating: rated.ratingId, points, level },
    });
    return rated;
  });
  await afterRating(risk, [rated]);
  return rated.rating;
}
