import type { RiskParameters } from './parameter-types.ts';
import { RISK_LEVELS, type RiskRating } from './rating.ts';
import type { ReviewEvent } from './review-events.ts';

/**
 * Whether a person is to look at a customer because of what happened. A first rating asks for one where it is above low: nobody
 * has seen the customer yet, and due diligence is done before relations begin (AML law 191-IV, art. 6).
 */
export function asksForReview(
  event: ReviewEvent,
  before: Pick<RiskRating, 'level'> | undefined,
  after: Pick<RiskRating, 'level'>,
  { events }: RiskParameters,
): boolean {
  const review = events.get(event)?.review ?? 'on_rise';
  if (review !== 'on_rise') return review === 'always';
  return RISK_LEVELS.indexOf(after.level) > RISK_LEVELS.indexOf(before?.level ?? 'low');
}
