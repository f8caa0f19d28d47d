import type { Transaction } from '../../store/store.ts';

/** The customer whose account it is, as far as the reader of the transaction may see; null where none was told. */
export async function customerOf(trx: Transaction, account: number): Promise<number | null> {
  const row = await trx
    .selectFrom('accounts')
    .select('customer_id')
    .where('account_no', '=', account)
    .executeTakeFirst();
  return row?.customer_id ?? null;
}
