import type { Language } from '../../domain/language.ts';
import type { RiskParameters, RiskSource } from '../../screening/risk/parameter-types.ts';
import { tellMeasure, tellReason } from '../../screening/risk/tell-reason.ts';
import type { CustomerRating } from './customer-rating.ts';

/** Where a parameter comes from, as it is shown. */
export const shownSource = ({ source, date, mark, verified, validFrom, note }: RiskSource) => ({
  source,
  date,
  mark,
  verified: verified === 'no' ? null : verified,
  validFrom,
  note: note ?? null,
});

/** A rating in words, each reason and measure with its source. What the parameters no longer have is told by its id. */
export function toldRating(rating: CustomerRating, parameters: RiskParameters, language: Language) {
  const { reasons, measures, ...rest } = rating;
  return {
    ...rest,
    reasons: reasons.map((reason) => {
      const source = parameters.factors.get(reason.factor);
      return {
        ...reason,
        text: tellReason(reason, parameters, language),
        source: source === undefined ? null : shownSource(source),
      };
    }),
    measures: measures.map((measure) => {
      const told = tellMeasure(measure, parameters, language);
      return {
        ...measure,
        text: told?.text ?? measure.measure,
        source: told === undefined ? null : shownSource(told.source),
      };
    }),
  };
}
