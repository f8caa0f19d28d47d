import type { Selectable } from 'kysely';
import type { RiskMeasure, RiskRating, RiskReason } from '../../screening/risk/rating.ts';
import type { ReviewEvent } from '../../screening/risk/review-events.ts';
import type { Store } from '../../store/store.ts';
import type { CustomerTables } from '../../store/tables/customers.ts';

/** A rating as it was given. */
export interface CustomerRating extends RiskRating {
  readonly ratedAt: number;
  readonly cause: ReviewEvent;
}

/** The sealed part of a rating. */
interface SealedRating {
  readonly reasons: readonly RiskReason[];
  readonly measures: readonly RiskMeasure[];
  readonly reviewAt: number;
}

type RatingRow = Omit<
  Selectable<CustomerTables['customer_ratings']>,
  'customer_id' | 'institution_id'
>;

/** Columns of a rating, but for whose it is. */
export const ratingColumns = (
  { vault }: Pick<Store, 'vault'>,
  { reasons, measures, reviewAt, ...rating }: CustomerRating,
): Omit<RatingRow, 'rating_id'> => ({
  at: rating.ratedAt,
  points: rating.points,
  level: rating.level,
  due_diligence: rating.dueDiligence,
  cause: rating.cause,
  parameters: rating.parameters,
  sealed: vault.seal(JSON.stringify({ reasons, measures, reviewAt } satisfies SealedRating)),
});

/** The inverse of `ratingColumns`. */
export function openRating({ vault }: Pick<Store, 'vault'>, row: RatingRow): CustomerRating {
  const sealed: SealedRating = JSON.parse(vault.open(row.sealed).toString('utf8'));
  return {
    points: row.points,
    level: row.level,
    dueDiligence: row.due_diligence,
    cause: row.cause,
    parameters: row.parameters,
    ratedAt: row.at,
    ...sealed,
  };
}

/** Measures that wait for another person's word. */
export const approvalsOf = ({ measures }: Pick<RiskRating, 'measures'>): string[] =>
  measures.filter(({ kind }) => kind === 'approval').map(({ measure }) => measure);
