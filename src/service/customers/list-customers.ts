import type { OwnerKind } from '../../domain/account.ts';
import { maskName } from '../../domain/mask.ts';
import type { Scope, Store } from '../../store/store.ts';
import { cursorText, type Page, pageOf, parseCursor } from '../cursor.ts';
import { orThrow } from '../or-throw.ts';
import type { KeptCustomer } from './save-customer.ts';

/** A client in a list: masked. */
export interface CustomerSummary {
  readonly customerId: number;
  readonly externalId: string;
  readonly name: string;
  readonly kind: OwnerKind;
  readonly accounts: number;
  readonly updatedAt: number;
}

export interface CustomerQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly externalId?: string | undefined;
}

const LIST = 'customers';

/** Clients that the reader may see, last added first. Throws QRG_HTTP_CURSOR. */
export async function listCustomers(
  store: Store,
  scope: Scope,
  { limit, cursor, externalId }: CustomerQuery,
): Promise<Page<CustomerSummary>> {
  const before =
    cursor === undefined ? undefined : orThrow(parseCursor(LIST, cursor, ['number']))[0];
  const rows = await store.read(scope, (trx) => {
    let asked = trx
      .selectFrom('customers as c')
      .select(['c.customer_id', 'c.external_id', 'c.sealed', 'c.updated_at'])
      .select((eb) =>
        eb
          .selectFrom('accounts as a')
          .select((of) => of.fn.countAll<number>().as('count'))
          .whereRef('a.customer_id', '=', 'c.customer_id')
          .as('accounts'),
      )
      .orderBy('c.customer_id', 'desc')
      .limit(limit + 1);
    if (before !== undefined) asked = asked.where('c.customer_id', '<', before);
    if (externalId !== undefined) asked = asked.where('c.external_id', '=', externalId);
    return asked.execute();
  });
  return pageOf(
    rows,
    limit,
    (row): CustomerSummary => {
      const { name, kind } = openCustomer(store, row.sealed);
      return {
        customerId: row.customer_id,
        externalId: row.external_id,
        name: maskName(name),
        kind,
        accounts: row.accounts ?? 0,
        updatedAt: row.updated_at,
      };
    },
    (row) => cursorText(LIST, [row.customer_id]),
  );
}

/** What the store keeps of a client, opened. */
export const openCustomer = ({ vault }: Pick<Store, 'vault'>, sealed: Buffer): KeptCustomer =>
  JSON.parse(vault.open(sealed).toString('utf8'));
