import { z } from 'zod';
import { RISK_MARKS } from '../../screening/risk/parameter-types.ts';
import { DUE_DILIGENCE, MEASURE_KINDS, RISK_LEVELS } from '../../screening/risk/rating.ts';
import { REVIEW_EVENTS } from '../../screening/risk/review-events.ts';
import { line, Moment, Reason } from './text.ts';

/** Where a parameter comes from, and since when it holds. */
export const RiskSource = z
  .object({
    source: z.string(),
    date: z.string().meta({ description: 'YYYY-MM-DD, of the edition or the publication' }),
    mark: z.enum(RISK_MARKS).meta({
      description:
        'P text of the act, A statistics, B press, C secondary, M practice, D derived, house: own',
    }),
    verified: z
      .object({ by: z.string(), on: z.string() })
      .nullable()
      .meta({ description: 'Who compared it with the official text; null: nobody yet' }),
    validFrom: z.string(),
    note: z.string().nullable(),
  })
  .meta({ id: 'RiskSource' });

const Step = z.object({
  from: z.number().meta({ description: 'Value of the factor from which it counts' }),
  points: z.number(),
  measures: z.array(z.string()).max(40),
});

const levels = { medium: z.number(), high: z.number(), circumstancesMost: z.number() };
const links = { householdMost: z.int(), crowdAddress: z.int(), crowdIp: z.int() };
const days = { low: z.int(), medium: z.int(), high: z.int() };

export const RiskVersion = z
  .object({
    number: z.int().meta({ description: '0: as shipped' }),
    at: Moment.nullable(),
    by: z.string().nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'RiskVersion' });

/** By what customers are rated: what counts, how much, what is to be done then, and where each comes from. */
export const RiskParameters = z
  .object({
    number: z.int().meta({ description: 'Of the version in force; for `basedOn`' }),
    version: z.string(),
    country: z.string(),
    levels: z.object({ ...levels, source: RiskSource }),
    links: z.object({ ...links, source: RiskSource }),
    review: z.object({ ...days, source: RiskSource }).meta({ description: 'Days' }),
    factors: z
      .array(
        z.object({
          factor: z.string(),
          weighs: z.enum(['circumstance', 'sign']).meta({
            description: 'Circumstances are shared by many and alone never make a rating high',
          }),
          text: z.string(),
          steps: z.array(Step).max(10),
          limits: z.record(z.string(), z.number()),
          dueDiligence: z.enum(DUE_DILIGENCE).nullable(),
          changed: z.boolean().meta({ description: 'Other than shipped' }),
          source: RiskSource,
        }),
      )
      .max(100),
    measures: z
      .array(
        z.object({
          measure: z.string(),
          kind: z.enum(MEASURE_KINDS),
          text: z.string(),
          source: RiskSource,
        }),
      )
      .max(100),
    dueDiligence: z.record(z.enum(DUE_DILIGENCE), z.array(z.string()).max(50)),
    events: z
      .array(
        z.object({
          event: z.enum(REVIEW_EVENTS),
          review: z.enum(['always', 'on_rise', 'never']),
          text: z.string(),
          source: RiskSource,
        }),
      )
      .max(20),
    versions: z.array(RiskVersion).max(50).meta({ description: 'Newest first' }),
  })
  .meta({ id: 'RiskParameters' });

const points = z.number().min(0).max(100);
const people = z.int().min(1).max(100_000);
const period = z.int().min(1).max(3_660);
const Word = line(60);

/** What is to be otherwise than in the version in force; what is not named stays. */
export const RiskChanges = z
  .strictObject({
    levels: z
      .strictObject({
        medium: points.optional(),
        high: points.optional(),
        circumstancesMost: points.optional(),
      })
      .optional(),
    links: z
      .strictObject({
        householdMost: people.optional(),
        crowdAddress: people.optional(),
        crowdIp: people.optional(),
      })
      .optional(),
    review: z
      .strictObject({
        low: period.optional(),
        medium: period.optional(),
        high: period.optional(),
      })
      .optional(),
    factors: z
      .array(
        z.strictObject({
          factor: Word,
          steps: z
            .array(
              z.strictObject({
                from: z.number().min(0).max(1_000_000),
                points,
                measures: z.array(Word).max(20).optional().meta({
                  description: 'Absent: those of the step in the same place',
                }),
              }),
            )
            .min(1)
            .max(10)
            .optional(),
          limits: z.record(Word, z.number().min(0).max(1e12)).optional(),
        }),
      )
      .max(100)
      .optional(),
  })
  .meta({
    id: 'RiskChanges',
    examples: [{ factors: [{ factor: 'cards', steps: [{ from: 6, points: 20 }] }] }],
  });
export type RiskChanges = z.output<typeof RiskChanges>;

export const PreviewRisk = z
  .strictObject({ changes: RiskChanges })
  .meta({ id: 'PreviewRiskParameters' });

/** Which customers a change would move, before it is saved. */
export const RiskPreview = z
  .object({
    customers: z.int().meta({ description: 'Looked at' }),
    complete: z.boolean().meta({ description: 'False when only the latest were looked at' }),
    total: z.int().meta({ description: 'Whose level would be another' }),
    moved: z
      .array(z.object({ from: z.enum(RISK_LEVELS), to: z.enum(RISK_LEVELS), count: z.int() }))
      .max(6),
    examples: z
      .array(
        z.object({
          customerId: z.int(),
          externalId: z.string(),
          from: z.enum(RISK_LEVELS),
          to: z.enum(RISK_LEVELS),
        }),
      )
      .max(100),
  })
  .meta({ id: 'RiskPreview' });

export const SaveRisk = z
  .strictObject({
    changes: RiskChanges,
    basedOn: z.int().min(0).max(1_000_000).meta({ description: '`number` of the version you saw' }),
    reason: Reason,
  })
  .meta({ id: 'SaveRiskParameters' });

export const RiskSaved = z
  .object({ number: z.int(), version: z.string() })
  .meta({ id: 'RiskParametersSaved' });
