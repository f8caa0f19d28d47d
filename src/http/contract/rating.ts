import { z } from 'zod';
import { DUE_DILIGENCE, MEASURE_KINDS, RISK_LEVELS } from '../../screening/risk/rating.ts';
import { REVIEW_EVENTS } from '../../screening/risk/review-events.ts';
import { pageOf } from './page.ts';
import { RiskSource } from './risk.ts';
import { Moment } from './text.ts';

/** How much risk a customer is, why, and what is to be done. */
export const Rating = z
  .object({
    points: z.number().meta({ description: '0 to 100' }),
    level: z.enum(RISK_LEVELS),
    reasons: z
      .array(
        z.object({
          factor: z.string().meta({ description: 'Id in the parameters of risk' }),
          points: z.number(),
          text: z.string(),
          facts: z.record(z.string(), z.union([z.number(), z.string()])),
          source: RiskSource.nullable(),
        }),
      )
      .max(100)
      .meta({ description: 'Most points first' }),
    dueDiligence: z.enum(DUE_DILIGENCE),
    measures: z
      .array(
        z.object({
          measure: z.string(),
          kind: z.enum(MEASURE_KINDS),
          text: z.string(),
          source: RiskSource.nullable(),
        }),
      )
      .max(100),
    reviewAt: Moment.meta({ description: 'When it was to be looked at again at the latest' }),
    parameters: z.string().meta({ description: 'Version of the parameters' }),
    ratedAt: Moment,
    cause: z.enum(REVIEW_EVENTS).meta({ description: 'What made it be rated' }),
  })
  .meta({ id: 'Rating' });

export const RatingPage = pageOf(Rating).meta({ id: 'RatingPage' });
