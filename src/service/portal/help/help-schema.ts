import { z } from 'zod';
import { DEEDS, PUNISHMENT_KINDS } from '../../../law/people/law-words.ts';

/** How the files of data/help/<country> are made. Unknown words are refused: a mistyped one would be silently ignored. */

const text = z.string().trim().min(1).max(1_000);
const localized = z.strictObject({ ru: text, kk: text, en: text });
const country = z.string().regex(/^[a-z]{2}$/);
const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_.-]*$/)
  .max(100);
const date = z.iso.date();
const verified = z.union([z.literal('no'), z.strictObject({ by: text, on: date })]);
const voice = z.enum(['friend', 'formal']);

export const contactsFile = z.strictObject({
  country,
  contacts: z
    .array(
      z.strictObject({
        id,
        number: z
          .string()
          .regex(/^\+?\d{2,15}$/)
          .optional(),
        name: localized,
        when: localized,
        source: text,
        checked: date,
        mark: z.enum(['P', 'B', 'practice']),
        verified,
      }),
    )
    .min(1)
    .max(30),
});

export const stepsFile = z.strictObject({
  country,
  steps: z
    .array(
      z.strictObject({
        id,
        voice,
        do: localized,
        how: z.array(localized).min(1).max(5),
        why: localized,
        not: localized.optional(),
        contacts: z.array(id).max(5),
        source: text,
        mark: z.enum(['practice', 'law', 'house']),
        verified,
      }),
    )
    .min(1)
    .max(100),
});

export const situationsFile = z.strictObject({
  country,
  situations: z
    .array(
      z.strictObject({
        id,
        voice,
        title: localized,
        lead: localized,
        steps: z.array(id).min(1).max(12),
      }),
    )
    .min(1)
    .max(20),
});

/** What a draft asks for; the portal has a field for each. */
const STATEMENT_FIELDS = ['name', 'phone', 'bank', 'card', 'when', 'what', 'who'] as const;

export const statementsFile = z.strictObject({
  country,
  statements: z
    .array(
      z.strictObject({
        id,
        asks: z.array(z.enum(STATEMENT_FIELDS)).min(1).max(STATEMENT_FIELDS.length),
        title: localized,
        to: localized,
        from: localized,
        body: z.array(localized).min(1).max(12),
        sign: localized,
        source: text,
        verified,
      }),
    )
    .min(1)
    .max(10),
});

export const lawWordsFile = z.strictObject({
  country,
  provisions: z
    .array(
      z.strictObject({
        id,
        deed: z.enum(DEEDS).nullable().default(null),
        ban: id.nullable().default(null),
        short: localized,
        plain: localized,
      }),
    )
    .min(1)
    .max(50),
  release: z
    .array(
      z.strictObject({
        id,
        title: localized,
        plain: localized,
        conditions: z.record(id, localized),
        decides: localized,
      }),
    )
    .max(20),
  ages: z
    .array(
      z.strictObject({
        id,
        from: z.int().min(0).max(120),
        to: z.int().min(0).max(120),
        title: localized,
        plain: localized,
      }),
    )
    .min(1)
    .max(6),
  punishments: z
    .array(z.strictObject({ id: z.enum(PUNISHMENT_KINDS), plain: localized }))
    .length(PUNISHMENT_KINDS.length),
});
