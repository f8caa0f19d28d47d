import { z } from 'zod';
import { FACT_KINDS } from '../../domain/case/case-fact.ts';
import { CONDITIONS } from '../../law/offences/condition.ts';
import {
  CATEGORIES,
  MEASURES,
  OFFENCE_KINDS,
  OFFENCE_SUBJECTS,
} from '../../law/offences/offence.ts';

/** How the files of offences are made (data/law/<country>). Unknown words are refused, as everywhere in the data of law. */

const text = z.string().trim().min(1).max(4_000);
const localized = z.strictObject({ ru: text, kk: text, en: text });
const date = z.iso.date();
const country = z.string().regex(/^[a-z]{2}$/);
const mark = z.enum(['P', 'B', 'D', 'house']);
const verified = z.union([z.literal('no'), z.strictObject({ by: text, on: date })]);
const effective = z
  .strictObject({ from: date, to: date.optional() })
  .refine(({ from, to }) => to === undefined || from <= to, 'ends before it begins');
const id = z
  .string()
  .regex(/^[a-z][a-z0-9_.-]*$/)
  .max(100);
const ids = z.array(id).max(64).default([]);
const facts = z.array(z.enum(FACT_KINDS)).max(16).default([]);
const hints = z.array(z.enum(CONDITIONS)).max(16).default([]);
const categories = z.array(z.enum(CATEGORIES)).max(5).default([]);
const sourced = {
  act: id,
  article: text,
  edition: z.union([z.literal('none'), date]),
  source: text,
  mark,
  verified,
  effective,
};
const ages = z.strictObject({ from: z.int().min(0).max(120), to: z.int().min(0).max(120) });

export const unitsFile = z.strictObject({
  country,
  currency: z.string().regex(/^[A-Z]{3}$/),
  utc_offset_hours: z.int().min(-12).max(14),
  name: localized.optional(),
  values: z
    .array(
      z.strictObject({ value: z.number().positive(), effective, source: text, mark, verified }),
    )
    .max(100),
});

export const categoriesFile = z.strictObject({
  country,
  categories: z
    .array(
      z.strictObject({
        id: z.enum(CATEGORIES),
        prison_most: z.int().min(0).max(50).optional(),
        limitation_years: z.int().min(1).max(50),
      }),
    )
    .max(5),
  limitation: z
    .strictObject({ ...sourced, halved_under: z.int().min(0).max(30).optional() })
    .optional(),
  time: z.strictObject({ ...sourced, milder_reaches_back: z.boolean() }).optional(),
});

export const circumstancesFile = z.strictObject({
  country,
  circumstances: z
    .array(
      z.strictObject({
        id,
        facts,
        hints,
        word: text.optional(),
        least: z.int().positive().optional(),
        text: localized,
      }),
    )
    .max(200),
});

export const elementsFile = z.strictObject({
  country,
  elements: z
    .array(
      z.strictObject({ id, facts, hints, against: facts, title: localized, evidence: localized }),
    )
    .max(200),
});

const condition = z
  .strictObject({
    id,
    fact: z.enum(FACT_KINDS).optional(),
    kind: z.enum(['other_offence', 'judged']).optional(),
    other: z.enum(['any', 'crime']).optional(),
    but_not: categories,
    text: localized,
  })
  .refine(
    ({ fact, kind, other }) =>
      (fact === undefined) !== (kind === undefined) &&
      (kind === 'other_offence') === (other !== undefined),
    'asks for one fact, or is of kind judged, or of kind other_offence with `other`',
  );

export const releaseFile = z.strictObject({
  country,
  grounds: z
    .array(
      z.strictObject({
        id,
        ...sourced,
        effect: z.enum(['must', 'may']),
        general: z.boolean(),
        categories,
        tiers: ids,
        ages: ages.optional(),
        except: ids,
        closed_by: facts,
        title: localized,
        text: localized,
        conditions: z.array(condition).min(1).max(16),
      }),
    )
    .max(64),
});

const ageRule = z.strictObject({ id, ages, categories, ...sourced, text: localized });
export const minorsFile = z.strictObject({
  country,
  limits: z.array(ageRule).max(64),
  protection: z.array(ageRule).max(64),
});

const units = z.number().positive().max(1_000_000_000);
const span = z.union([units, z.tuple([units, units]).refine(([a, b]) => a < b, 'must grow')]);
const sanction = z.strictObject({
  fine: span.optional(),
  fine_money: span.optional(),
  fine_times: z.tuple([units, units]).optional(),
  fine_by_subject: z.array(units).length(4).optional(),
  warning: z.boolean().optional(),
  works: z.boolean().optional(),
  works_years: units.optional(),
  community: units.optional(),
  arrest: units.optional(),
  restriction: span.optional(),
  forced_labour: units.optional(),
  prison: span.optional(),
  life: z.boolean().optional(),
  confiscation: z.enum(['always', 'may']).optional(),
  ban: units.optional(),
  ban_always: z.boolean().optional(),
});

const amount = z
  .strictObject({
    measure: z.enum(MEASURES),
    at_least: units.optional(),
    over: units.optional(),
  })
  .refine(
    ({ at_least, over }) => (at_least === undefined) !== (over === undefined),
    'needs either at_least or over',
  );

const tier = z.strictObject({
  id: id.optional(),
  part: z
    .string()
    .regex(/^\d+(-\d+)?$/)
    .optional(),
  age: z.int().min(0).max(30).optional(),
  amount: amount.optional(),
  circumstances: ids,
  text: localized.optional(),
  sanction,
});

export const offencesFile = z.strictObject({
  country,
  offences: z
    .array(
      z.strictObject({
        id,
        kind: z.enum(OFFENCE_KINDS),
        subject: z.enum(OFFENCE_SUBJECTS).default('person'),
        ...sourced,
        earlier: z.enum(['none', 'unread']),
        age: z.int().min(0).max(30).optional(),
        limitation: z.literal('none').optional(),
        title: localized,
        text: localized,
        core: ids,
        elements: ids,
        excluded: z
          .array(
            z.strictObject({ id, fact: z.enum(FACT_KINDS), text: localized, evidence: localized }),
          )
          .max(8)
          .default([]),
        tiers: z.array(tier).max(24),
        release: ids,
        breach: ids,
        since: z
          .strictObject({ effect: z.enum(['milder', 'stricter', 'mixed']), text: localized })
          .optional(),
        note: localized.optional(),
      }),
    )
    .max(200),
});
export type OffencesFile = z.output<typeof offencesFile>;
export type OffenceEntry = OffencesFile['offences'][number];
