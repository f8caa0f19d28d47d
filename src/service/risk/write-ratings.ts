import { sql } from 'kysely';
import type { RiskParameters } from '../../screening/risk/parameter-types.ts';
import { asksForReview } from '../../screening/risk/review.ts';
import type { Store, Transaction } from '../../store/store.ts';
import type { ApprovalState } from '../../store/tables/customers.ts';
import { approvalsOf, type CustomerRating, ratingColumns } from './customer-rating.ts';
import type { LoadedProfile } from './load-profiles.ts';
import type { RatedBefore } from './rated-before.ts';

/** A rating that was just made. */
export interface NewRating extends LoadedProfile {
  readonly rating: CustomerRating;
  readonly before: RatedBefore;
  readonly parameters: RiskParameters;
}

/** Writes ratings that say something new, and what follows for the customers. Returns the id of each customer's rating. */
export async function writeRatings(
  trx: Transaction,
  store: Store,
  ratings: readonly NewRating[],
): Promise<number[]> {
  if (ratings.length === 0) return [];
  const added = await addRatings(trx, store, ratings.filter(isNews));
  const ids = ratings.map(
    ({ before }) => added.get(before.customerId) ?? (before.ratingId as number),
  );
  const column = <T>(value: (rating: NewRating, place: number) => T): T[] => ratings.map(value);
  await sql`
    UPDATE customers c SET rating_id = r.rating_id, rated_at = r.rated_at, points = r.points, level = r.level,
      review_at = r.review_at, approval = r.approval, linked_accounts = r.linked_accounts,
      engine_told = c.engine_told AND NOT r.is_changed
    FROM unnest(
      ${column(({ before }) => before.customerId)}::bigint[],
      ${ids}::bigint[],
      ${column(({ rating }) => rating.ratedAt)}::bigint[],
      ${column(({ rating }) => rating.points)}::real[],
      ${column(({ rating }) => rating.level)}::text[],
      ${column(reviewAtOf)}::bigint[],
      ${column(approvalOf)}::text[],
      ${column(({ linkedAccounts }) => linkedAccounts)}::int[],
      ${column(concernsEngine)}::boolean[]
    ) AS r (customer_id, rating_id, rated_at, points, level, review_at, approval, linked_accounts, is_changed)
    WHERE c.customer_id = r.customer_id`.execute(trx);
  return ids;
}

async function addRatings(
  trx: Transaction,
  store: Store,
  ratings: readonly NewRating[],
): Promise<Map<number, number>> {
  if (ratings.length === 0) return new Map();
  const rows = await trx
    .insertInto('customer_ratings')
    .values(
      ratings.map(({ rating, before }) => ({
        customer_id: before.customerId,
        institution_id: before.institutionId,
        ...ratingColumns(store, rating),
      })),
    )
    .returning(['rating_id', 'customer_id'])
    .execute();
  return new Map(rows.map(({ customer_id, rating_id }) => [customer_id, rating_id]));
}

/** A person asked, or something is other than it was: the history is one of changes. */
function isNews({ rating, before: { rating: last } }: NewRating): boolean {
  return last === undefined || rating.cause === 'person' || said(rating) !== said(last);
}

/** What a rating says; moments and sums in the facts of its reasons move by themselves. */
const said = ({ points, level, reasons, measures, dueDiligence, parameters }: CustomerRating) =>
  JSON.stringify([
    points,
    level,
    dueDiligence,
    parameters,
    reasons.map((reason) => [reason.factor, reason.points]),
    measures.map(({ measure }) => measure),
  ]);

/**
 * When a person is to look: at once where what happened asks for it; else when it was due before, or sooner. A person's own
 * look begins a new term.
 */
function reviewAtOf({ rating, before, parameters }: NewRating): number {
  if (rating.cause === 'person') return rating.reviewAt;
  if (asksForReview(rating.cause, before.rating, rating, parameters))
    return Math.min(rating.ratedAt, before.reviewAt ?? rating.ratedAt);
  return Math.min(rating.reviewAt, before.reviewAt ?? rating.reviewAt);
}

/** What was decided stands while nothing more asks for approval than did then. */
function approvalOf({ rating, before }: NewRating): ApprovalState {
  const needed = approvalsOf(rating);
  if (needed.length === 0) return 'not_needed';
  const decided = before.rating === undefined ? [] : approvalsOf(before.rating);
  const isSame = needed.every((measure) => decided.includes(measure));
  return isSame && before.approval !== 'not_needed' ? before.approval : 'waiting';
}

/** The engine is told of every account of a customer: only when it would hear something else. */
const concernsEngine = ({ rating, before, linkedAccounts }: NewRating): boolean =>
  before.rating?.points !== rating.points || before.linkedAccounts !== linkedAccounts;
