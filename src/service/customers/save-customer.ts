import { ok, type Result } from '../../domain/errors/catalogue.ts';
import type { Store } from '../../store/store.ts';
import type { AccountListing } from '../lists/account-listing.ts';
import type { LiveService, RecordedFact } from '../live/live-service.ts';
import type { Institution } from '../live/transfer-request.ts';
import { orThrow } from '../or-throw.ts';
import type { CustomerRating } from '../risk/customer-rating.ts';
import { rateNow } from '../risk/rate-customers.ts';
import type { Risk } from '../risk/risk.ts';
import { type Duplicate, duplicatesOf } from './duplicates.ts';
import type { ToldCustomer } from './kept-customer.ts';
import { type ReadyCustomer, readCustomer } from './read-customer.ts';
import { type WrittenCustomer, writeCustomer } from './write-customer.ts';

export interface SavedCustomer {
  readonly customerId: number;
  readonly externalId: string;
  readonly created: boolean;
  /** Lists that an account of the client stands in now. */
  readonly listHits: number;
}

/** A client that was saved, with what is thought of it. */
export interface RatedCustomer extends SavedCustomer {
  /** Entries of lists that its name may mean. */
  readonly nameHits: number;
  readonly duplicates: readonly Duplicate[];
  readonly rating: CustomerRating;
}

export interface CustomerParts {
  readonly store: Store;
  readonly live: LiveService;
  readonly lists: { readonly listing: AccountListing };
  /** Hears whom posts may name now. */
  readonly watch?: { readonly named: { onCustomer(customerId: number): void } };
  readonly now: () => number;
}

/**
 * Saves clients of one institution: what was told of one before is replaced. Facts about their accounts go into the journal
 * in the same transaction, so that the engine knows of them from the next transfer on; that their rating is due, too. A
 * client that cannot be read, or names an account of another client, is refused by itself. Throws what the decision path
 * throws when it is full or away.
 */
export async function saveCustomers(
  parts: CustomerParts,
  institution: Institution,
  told: readonly ToldCustomer[],
): Promise<Result<SavedCustomer>[]> {
  const at = parts.now();
  const ready = told.map((customer) => readCustomer(institution, customer, at));
  const good = ready.flatMap((customer) => (customer.ok ? [customer.value] : []));
  const saved: Result<WrittenCustomer>[] = [];
  if (good.length > 0)
    await parts.live.record(factsOf(institution, good), async (trx) => {
      saved.length = 0;
      for (const customer of good)
        saved.push(await writeCustomer(parts, trx, institution, customer));
    });
  let next = 0;
  return ready.map((customer) => {
    if (!customer.ok) return customer;
    const done = saved[next++];
    return done.ok ? ok(listed(parts, institution, done.value)) : done;
  });
}

const factsOf = (
  institution: Institution,
  customers: readonly ReadyCustomer[],
): readonly RecordedFact[] =>
  customers.flatMap(({ told, facts }) =>
    [...new Set(told.accounts)].map((account) => ({
      kind: 'learn' as const,
      institution,
      account,
      facts,
    })),
  );

/** After the commit: what the client is known by counts in decisions from now on. */
function listed(
  { store, lists, watch, now }: CustomerParts,
  { institutionId }: Institution,
  { customer, customerId, created, accountNos }: WrittenCustomer,
): SavedCustomer {
  const hashes = customer.keys.map(({ kind, value }) => store.vault.hash(kind, value));
  lists.listing.onCustomer(customerId, institutionId, hashes, accountNos);
  watch?.named.onCustomer(customerId);
  const at = now();
  const standing = new Set(
    [
      ...hashes.flatMap((hash) => lists.listing.hitsOfHash(hash, at, institutionId)),
      ...accountNos.flatMap((account) => lists.listing.hitsOf(account, at, institutionId)),
    ].map(({ listId }) => listId),
  );
  const { externalId } = customer.told;
  return { customerId, externalId, created, listHits: standing.size };
}

/**
 * Saves one client and says at once what is thought of it; a client that is refused throws. Names are compared and the rating
 * is made after what was told is durable: what a failure leaves undone is made up for in the background.
 */
export async function saveCustomer(
  parts: CustomerParts & { readonly risk: Risk },
  institution: Institution,
  told: ToldCustomer,
): Promise<RatedCustomer> {
  const [result] = await saveCustomers(parts, institution, [told]);
  const saved = orThrow(result);
  const { rating, nameHits } = await rateNow(parts.risk, saved.customerId, 'told');
  const duplicates = await duplicatesOf(parts.store, institution.institutionId, saved.customerId);
  return { ...saved, rating, nameHits, duplicates };
}
