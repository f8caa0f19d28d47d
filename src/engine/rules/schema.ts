import { z } from 'zod';

/**
 * The form of the files in data/rules: each holds any of `typologies`, `rules`, `verdict`, `thresholds`.
 * Expressions and templates are checked further at compile, where features and parameters are known.
 */
const text = z.string().trim().min(1).max(400);
const localized = z.strictObject({ ru: text, kk: text, en: text });
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const amltrix = z
  .string()
  .regex(/^T\d{4}(\.\d{3})?$/)
  .nullable();

/** How a parameter is written -> the engine's unit and how many of it one makes. */
export const PARAM_UNITS = {
  count: { unit: 'count', factor: 1 },
  ratio: { unit: 'ratio', factor: 1 },
  kzt: { unit: 'minor', factor: 100 },
  min: { unit: 'ms', factor: 60_000 },
  h: { unit: 'ms', factor: 3_600_000 },
  days: { unit: 'ms', factor: 86_400_000 },
  hour: { unit: 'hour', factor: 1 },
  years: { unit: 'years', factor: 1 },
} as const;
export type ParamUnit = keyof typeof PARAM_UNITS;

/**
 * How well a number is founded: P primary text of law, A official statistics or checked by running,
 * B press quoting a named authority, C secondary or draft, M practitioners' knowledge,
 * D derived from cited figures, qorgan: chosen by this project, for the reason in `note`.
 */
const MARKS = ['P', 'A', 'B', 'C', 'M', 'D', 'qorgan'] as const;

const sourced = {
  source: text,
  /** Day the source was published or, for our own numbers, chosen. */
  date: z.iso.date(),
  mark: z.enum(MARKS),
  note: text,
};

export const paramShape = z.strictObject({
  value: z.number(),
  unit: z.enum(Object.keys(PARAM_UNITS) as [ParamUnit, ...ParamUnit[]]),
  ...sourced,
});

export const ruleShape = z.strictObject({
  id,
  typology: id,
  subject: z.enum(['payer', 'payee']),
  title: localized,
  explain: localized,
  /** Points out of 100 at full strength. */
  weight: z.number().min(1).max(100),
  amltrix: amltrix.default(null),
  /** A hub (shop, utility, employer, the outside) is not spoken about unless this says so. */
  about_hubs: z.boolean().default(false),
  /** Once is enough: in an account's score this rule counts fully however rarely it fires. */
  once: z.boolean().default(false),
  params: z.record(z.string().regex(/^[a-z][a-z0-9_]*$/), paramShape).default({}),
  when: z.unknown().optional(),
  strength: z.unknown().optional(),
  /**
   * A reason of a trained model instead of a condition: columns it speaks for, by name or by the beginning of a name
   * with '*' after it. It fires when a model's suspicion comes from them, as strongly as it does.
   */
  learned: z
    .array(z.string().regex(/^[a-z0-9_.*]+$/))
    .min(1)
    .optional(),
});

export const typologyShape = z.strictObject({
  id,
  title: localized,
  amltrix: amltrix.default(null),
});

export const verdictShape = z
  .strictObject({
    review: z.strictObject({ score: z.number().gt(0).lte(100), reason: text }),
    hold: z.strictObject({ score: z.number().gt(0).lte(100), reason: text }),
  })
  .refine((v) => v.review.score <= v.hold.score, { error: 'review above hold' });

export const thresholdShape = z.strictObject({
  kzt: z.number().int().positive(),
  about: localized,
  ...sourced,
});

export const documentShape = z.strictObject({
  typologies: z.array(typologyShape).optional(),
  rules: z.array(z.unknown()).optional(),
  verdict: verdictShape.optional(),
  thresholds: z.array(thresholdShape).optional(),
});

export type RuleShape = z.infer<typeof ruleShape>;
export type Param = z.infer<typeof paramShape>;
export type Typology = z.infer<typeof typologyShape>;
export type Verdicts = z.infer<typeof verdictShape>;
export type Threshold = z.infer<typeof thresholdShape>;
