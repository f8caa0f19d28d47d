import { QorganError } from '../../domain/errors/catalogue.ts';
import type { Transaction } from '../../store/store.ts';

/** The customer, as far as the reader may know of it. Throws QRG_CUSTOMER_UNKNOWN. */
export async function visibleCustomer(trx: Transaction, customerId: number) {
  const customer = await trx
    .selectFrom('customers')
    .selectAll()
    .where('customer_id', '=', customerId)
    .executeTakeFirst();
  if (customer === undefined)
    throw new QorganError('QRG_CUSTOMER_UNKNOWN', { customer: customerId });
  return customer;
}
