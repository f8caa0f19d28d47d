import { sql } from 'kysely';
import { QorganError } from '../../domain/errors/catalogue.ts';
import { rateCustomer } from '../../screening/risk/rate-customer.ts';
import type { ReviewEvent } from '../../screening/risk/review-events.ts';
import type { Transaction } from '../../store/store.ts';
import { openCustomer } from '../customers/kept-customer.ts';
import { listConfirmed } from '../screening/confirmed-names.ts';
import { noteScreened, type Screened, screenCustomers } from '../screening/screen-customers.ts';
import type { CustomerRating } from './customer-rating.ts';
import { type LoadedProfile, loadProfiles } from './load-profiles.ts';
import { type RatedBefore, ratedBefore } from './rated-before.ts';
import { endEvents, eventsOf } from './rating-queue.ts';
import type { Risk } from './risk.ts';
import { tellEngine } from './tell-engine.ts';
import { type NewRating, writeRatings } from './write-ratings.ts';

/** A customer and why it is to be rated. */
export interface RatingWish {
  readonly customerId: number;
  readonly cause: ReviewEvent;
}

/** What a caller hears of one customer. */
export interface RatedNow {
  readonly rating: CustomerRating;
  /** Hits by name that wait for a person. */
  readonly nameHits: number;
}

/** Rates one customer at once and tells the engine. Throws QRG_CUSTOMER_UNKNOWN. */
export async function rateNow(
  risk: Risk,
  customerId: number,
  cause: ReviewEvent,
): Promise<RatedNow> {
  const screened = await screenCustomers(risk, [customerId]);
  const [rated] = await risk.store.write((trx) =>
    rateIn(trx, risk, [{ customerId, cause }], { busy: 'wait', screened }),
  );
  if (rated === undefined) throw new QorganError('QRG_CUSTOMER_UNKNOWN', { customer: customerId });
  await afterRating(risk, [rated]);
  return { rating: rated.rating, nameHits: rated.nameHits };
}

/** A customer after it was rated. */
export interface Rated extends RatedNow {
  readonly customerId: number;
  readonly ratingId: number;
  /** A person took it for a listed party by its name. */
  readonly isNamed: boolean;
  /** Nothing of it that waited in the queue waits on. */
  readonly isSettled: boolean;
}

/** After the commit: what ratings mean for decisions on transfers. Throws what the decision path throws when it is full or away. */
export async function afterRating(risk: Risk, rated: readonly Rated[]): Promise<void> {
  const named = rated.filter(
    ({ customerId, isNamed }) => isNamed || risk.listing.hasConfirmedName(customerId),
  );
  if (named.length > 0)
    await listConfirmed(
      risk,
      named.map(({ customerId }) => customerId),
    );
  await tellEngine(
    risk,
    rated.map(({ customerId }) => customerId),
  );
}

export interface RatingOptions {
  /** What becomes of customers that somebody else is changing now: they are waited for, or left out. */
  readonly busy: 'wait' | 'leave';
  /** Whose names were looked for, and what they meet. */
  readonly screened: Screened;
}

/**
 * Rates customers, each by the parameters of its institution. What waited for it in the queue waits no more, but that a
 * customer was told while nobody has looked for its name. A rating that says what the one before said is not written down
 * again, but for a person who asked.
 */
export async function rateIn(
  trx: Transaction,
  risk: Risk,
  wishes: readonly RatingWish[],
  { busy, screened }: RatingOptions,
): Promise<Rated[]> {
  const { store, book, now } = risk;
  const at = now();
  const causes = new Map(wishes.map(({ customerId, cause }) => [customerId, cause]));
  const before = await ratedBefore(trx, store, [...causes.keys()], busy);
  if (before.length === 0) return [];
  const customers = before.map((one) => ({
    ...one,
    kept: openCustomer(store, one.sealed),
    parameters: book.inForce(one.institutionId).parameters,
    cause: causes.get(one.customerId) as ReviewEvent,
  }));
  const events = await eventsOf(
    trx,
    customers.map(({ customerId }) => customerId),
  );
  const noted = await noteScreened(trx, store, screened, customers, at);
  const profiles = await loadProfiles(trx, store, customers, at);
  const ratings = customers.map((customer): NewRating => {
    const loaded = profiles.get(customer.customerId) as LoadedProfile;
    const { cause, parameters } = customer;
    const rating = { ...rateCustomer(loaded.profile, parameters), ratedAt: at, cause };
    return { ...loaded, rating, before: customer as RatedBefore, parameters };
  });
  const ids = await writeRatings(trx, store, ratings);
  await noteHits(trx, ratings);
  const left = events.filter(({ customerId, cause }) => cause === 'told' && !noted.has(customerId));
  await endEvents(
    trx,
    events.filter((event) => !left.includes(event)).map(({ queueId }) => queueId),
  );
  const waiting = new Set(left.map(({ customerId }) => customerId));
  return ratings.map(({ rating, before: { customerId }, profile }, i) => ({
    customerId,
    rating,
    ratingId: ids[i],
    nameHits: profile.listed.filter(({ via, confirmed }) => via === 'name' && !confirmed).length,
    isNamed: profile.listed.some(({ via, confirmed }) => via === 'name' && confirmed),
    isSettled: !waiting.has(customerId),
  }));
}

/** These versions of hits are in the ratings now. A hit that somebody is changing is left for another time. */
async function noteHits(trx: Transaction, ratings: readonly NewRating[]): Promise<void> {
  const hits = ratings.flatMap((rating) => rating.hits);
  if (hits.length === 0) return;
  await sql`
    WITH free AS (
      SELECT h.hit_id FROM list_hits h
      JOIN unnest(${hits.map(({ hitId }) => hitId)}::bigint[], ${hits.map(({ version }) => version)}::int[])
        AS seen (hit_id, version) ON seen.hit_id = h.hit_id AND seen.version = h.version
      WHERE h.rated_version <> h.version
      FOR UPDATE OF h SKIP LOCKED)
    UPDATE list_hits h SET rated_version = h.version FROM free WHERE h.hit_id = free.hit_id`.execute(
    trx,
  );
}
