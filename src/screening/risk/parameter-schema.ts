import { z } from 'zod';
import { OWNER_KINDS } from '../../domain/account.ts';
import { RISK_MARKS } from './parameter-types.ts';
import { DUE_DILIGENCE, MEASURE_KINDS } from './rating.ts';
import { REVIEW_EVENTS } from './review-events.ts';

/** The form of data/risk/<country>/parameters.yaml. Unknown words are refused: a mistyped one would be silently ignored. */

const text = z.string().trim().min(1).max(1_000);
const localized = z.strictObject({ ru: text, kk: text, en: text });
const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60);
const word = z
  .string()
  .regex(/^[a-z]+(_[a-z]+)*$/)
  .max(60);
const date = z.iso.date();
const points = z.number().min(0).max(100);
const days = z.int().min(1).max(3_660);
const people = z.int().min(1).max(100_000);

const sourced = {
  source: text,
  date,
  mark: z.enum(RISK_MARKS),
  verified: z.union([z.literal('no'), z.strictObject({ by: text, on: date })]),
  valid_from: date,
  note: text.optional(),
};

/** `valid_from` of the file is `validFrom` in code. */
const renamed = <T extends { valid_from: string }>({ valid_from, ...rest }: T) => ({
  ...rest,
  validFrom: valid_from,
});

const measures = z.array(id).max(20).default([]);
const step = z.strictObject({ from: z.number().min(0).max(1_000_000), points, measures });

const factor = z
  .strictObject({
    id,
    weighs: z.enum(['circumstance', 'sign']),
    /** Of a factor that is there or not: short for one step from 1. */
    points: points.optional(),
    steps: z.array(step).min(1).max(10).optional(),
    limits: z.record(word, z.number().min(0).max(1e12)).default({}),
    due_diligence: z.enum(DUE_DILIGENCE).optional(),
    measures,
    text: localized,
    ...sourced,
  })
  .refine((f) => (f.points === undefined) !== (f.steps === undefined), {
    error: 'either points or steps',
  })
  .transform(({ points: once, steps, measures: always, due_diligence: dueDiligence, ...rest }) => ({
    ...renamed(rest),
    dueDiligence,
    steps: (steps ?? [{ from: 1, points: once ?? 0, measures: [] }]).map((one) => ({
      ...one,
      measures: [...always, ...one.measures],
    })),
  }));

const measure = z
  .strictObject({
    id,
    kind: z.enum(MEASURE_KINDS),
    of: z.array(z.enum(OWNER_KINDS)).min(1).optional(),
    text: localized,
    ...sourced,
  })
  .transform(renamed);

const event = z
  .strictObject({
    id: z.enum(REVIEW_EVENTS),
    review: z.enum(['always', 'on_rise', 'never']),
    text: localized,
    ...sourced,
  })
  .transform(renamed);

export const parametersShape = z.strictObject({
  country: z.string().regex(/^[a-z]{2}$/),
  version: z.string().trim().min(1).max(60),
  levels: z
    .strictObject({ medium: points, high: points, circumstances_most: points, ...sourced })
    .transform(({ circumstances_most, ...rest }) => ({
      ...renamed(rest),
      circumstancesMost: circumstances_most,
    })),
  links: z
    .strictObject({
      household_most: people,
      crowd_from: z.strictObject({ address: people, ip: people }),
      ...sourced,
    })
    .transform(({ household_most, crowd_from, ...rest }) => ({
      ...renamed(rest),
      householdMost: household_most,
      crowdFrom: crowd_from,
    })),
  review: z
    .strictObject({
      days: z.strictObject({ low: days, medium: days, high: days }),
      ...sourced,
    })
    .transform(renamed),
  due_diligence: z.strictObject({
    simplified: z.array(id).max(50),
    standard: z.array(id).max(50),
    enhanced: z.array(id).max(50),
  }),
  factors: z.array(factor).max(100),
  measures: z.array(measure).max(100),
  events: z.array(event).max(20),
  words: z.record(word, localized),
});
export type ParametersShape = z.output<typeof parametersShape>;
