import type { Store, Transaction } from '../../store/store.ts';
import type { KeptCustomer } from '../customers/kept-customer.ts';
import type { NameHit, NameLists } from './name-lists.ts';
import { askedOf, subjectOf } from './name-subject.ts';
import { endNameHits, recordNameHits, type ScreenedCustomer } from './record-name-hits.ts';

/** A customer whose name is to be looked for. */
export interface ScreeningWish {
  readonly customerId: number;
  readonly institutionId: number;
  readonly kept: KeptCustomer;
}

/** Looks for the names of customers in every list in force, and brings their hits up to date. */
export async function screenCustomers(
  trx: Transaction,
  store: Store,
  names: NameLists,
  wishes: readonly ScreeningWish[],
  at: number,
): Promise<void> {
  if (wishes.length === 0) return;
  const screened = wishes.map((wish) =>
    screen(store, wish, (asked) => names.search(asked, wish.institutionId)),
  );
  await recordNameHits(trx, store, screened, at);
  await endNameHits(trx, screened, at);
}

/** Looks for one name. */
export function screen(
  store: Pick<Store, 'vault'>,
  { customerId, institutionId, kept }: ScreeningWish,
  search: (asked: ReturnType<typeof askedOf>) => NameHit[],
): ScreenedCustomer {
  const asked = askedOf(kept);
  const subject = subjectOf(store, asked);
  return { customerId, institutionId, subject, name: kept.name, hits: search(asked) };
}
