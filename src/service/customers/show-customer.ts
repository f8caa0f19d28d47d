import { QorganError } from '../../domain/errors/catalogue.ts';
import type { Store } from '../../store/store.ts';
import { type Principal, scopeOf } from '../access/principal.ts';
import { type AccountNames, type ShownAccount, shownAccount } from '../accounts/shown-account.ts';
import type { Audit } from '../audit/audit.ts';
import { openCustomer } from './list-customers.ts';
import type { KeptCustomer } from './save-customer.ts';

/** One client in full. */
export interface CustomerView extends KeptCustomer {
  readonly customerId: number;
  readonly institution: string;
  readonly externalId: string;
  readonly accounts: readonly ShownAccount[];
  readonly updatedAt: number;
}

const ACCOUNTS_MOST = 256;

/** Shows a client in full; the look is written down first. Throws QRG_CUSTOMER_UNKNOWN. */
export async function showCustomer(
  { store, audit, names }: { store: Store; audit: Audit; names: AccountNames },
  principal: Principal,
  customerId: number,
): Promise<CustomerView> {
  const found = await store.read(scopeOf(principal), async (trx) => {
    const customer = await trx
      .selectFrom('customers as c')
      .innerJoin('institutions as i', 'i.institution_id', 'c.institution_id')
      .select(['c.external_id', 'c.institution_id', 'c.sealed', 'c.updated_at', 'i.code'])
      .where('c.customer_id', '=', customerId)
      .executeTakeFirst();
    if (customer === undefined)
      throw new QorganError('QRG_CUSTOMER_UNKNOWN', { customer: customerId });
    const accounts = await trx
      .selectFrom('accounts')
      .select('account_no')
      .where('customer_id', '=', customerId)
      .orderBy('account_no')
      .limit(ACCOUNTS_MOST)
      .execute();
    return { customer, accounts };
  });
  const { customer, accounts } = found;
  await audit.append({
    actor: principal,
    institutionId: customer.institution_id,
    action: 'customer.look',
    object: `customer:${customerId}`,
  });
  return {
    customerId,
    institution: customer.code,
    externalId: customer.external_id,
    ...openCustomer(store, customer.sealed),
    accounts: accounts.map(({ account_no }) => shownAccount(names, account_no)),
    updatedAt: customer.updated_at,
  };
}
