import type { NameAsked } from '../../screening/names/name-match.ts';
import type { Store, Transaction } from '../../store/store.ts';
import { type KeptCustomer, openCustomer } from '../customers/kept-customer.ts';
import { holdHitsSoon } from '../lists/met.ts';
import type { NameHit, NameLists } from './name-lists.ts';
import { askedOf, subjectOf } from './name-subject.ts';
import {
  endNameHits,
  goneNameHits,
  recordNameHits,
  type ScreenedCustomer,
} from './record-name-hits.ts';

/** A customer whose name is to be looked for. */
export interface ScreeningWish {
  readonly customerId: number;
  readonly institutionId: number;
  readonly kept: KeptCustomer;
}

/** What names meet, by customer. */
export type Screened = ReadonlyMap<number, ScreenedCustomer>;

/** Nobody was looked for. */
export const UNSCREENED: Screened = new Map();

/**
 * Looks for the names of customers in every list in force. Apart from the transaction that writes down what was met: no
 * transaction waits for a search. Throws QRG_BUSY.
 */
export async function screenCustomers(
  { store, names }: { readonly store: Store; readonly names: NameLists },
  customerIds: readonly number[],
): Promise<Screened> {
  if (customerIds.length === 0) return UNSCREENED;
  const rows = await store.db
    .selectFrom('customers')
    .select(['customer_id', 'institution_id', 'sealed'])
    .where('customer_id', 'in', [...customerIds])
    .execute();
  const screened = await Promise.all(
    rows.map(({ customer_id: customerId, institution_id: institutionId, sealed }) =>
      screen(store, { customerId, institutionId, kept: openCustomer(store, sealed) }, (asked) =>
        names.search(asked, institutionId),
      ),
    ),
  );
  return new Map(screened.map((one) => [one.customerId, one]));
}

/** Looks for one name. */
export async function screen(
  store: Pick<Store, 'vault'>,
  { customerId, institutionId, kept }: ScreeningWish,
  search: (asked: NameAsked) => Promise<NameHit[]>,
): Promise<ScreenedCustomer> {
  const asked = askedOf(kept);
  const subject = subjectOf(store, asked);
  return { customerId, institutionId, subject, name: kept.name, hits: await search(asked) };
}

/**
 * Brings the hits of these customers up to date with what was met. Returns those whose hits are. Who was not looked for, or
 * has another name by now, is not among them; nor is whose hits changed while a list is being activated: nobody waits for that.
 */
export async function noteScreened(
  trx: Transaction,
  store: Store,
  screened: Screened,
  customers: readonly ScreeningWish[],
  at: number,
): Promise<ReadonlySet<number>> {
  const fresh = customers.flatMap(({ customerId, kept }) => {
    const met = screened.get(customerId);
    return met?.subject.equals(subjectOf(store, askedOf(kept))) ? met : [];
  });
  const ids = new Set(fresh.map(({ customerId }) => customerId));
  if (fresh.length === 0) return ids;
  const gone = await goneNameHits(trx, fresh);
  const met = fresh.filter(({ hits }) => hits.length > 0);
  if (gone.length === 0 && met.length === 0) return ids;
  if (!(await holdHitsSoon(trx))) {
    for (const { customerId } of [...gone, ...met]) ids.delete(customerId);
    return ids;
  }
  await recordNameHits(trx, store, met, at);
  await endNameHits(
    trx,
    gone.map(({ hitId }) => hitId),
    at,
  );
  return ids;
}
