import { z } from 'zod';
import { CHANNELS, PURPOSES } from '../../domain/transfer.ts';
import { DAY_KINDS } from '../../law/calendar.ts';
import { GROUND_KINDS, REGIMES } from '../../law/grounds.ts';
import { NOTICE_EVENTS } from '../../law/notice-book.ts';
import { TERM_UNITS } from '../../law/terms.ts';
import { EXEMPT_WHEN } from '../../law/threshold-operations.ts';
import { THRESHOLD_QUESTION_IDS } from '../../law/threshold-questions.ts';

/** How the files of data/law/<country> are made. Unknown words are refused: a mistyped one would be silently ignored. */

const text = z.string().trim().min(1).max(4_000);
const localized = z.strictObject({ ru: text, kk: text, en: text });
const date = z.iso.date();
const country = z.string().regex(/^[a-z]{2}$/);
const mark = z.enum(['P', 'B', 'D', 'house']);
const verified = z.union([z.literal('no'), z.strictObject({ by: text, on: date })]);
const effective = z.strictObject({ from: date, to: date.optional() });
const founded = { act: text, article: text, source: text, mark, verified, text: localized };

export const actsFile = z.strictObject({
  country,
  acts: z.record(
    z.string(),
    z.strictObject({
      name: localized,
      edition: z.union([z.literal('none'), date]),
      read: text,
      house: z.boolean().default(false),
    }),
  ),
});

export const termsFile = z.strictObject({
  country,
  terms: z
    .array(
      z.strictObject({
        id: text,
        value: z.int().min(0).max(366),
        unit: z.enum(TERM_UNITS),
        ends: z.enum(['moves', 'stays']).optional(),
        effective,
        title: localized,
        note: text.optional(),
        ...founded,
      }),
    )
    .max(200),
});

export const provisionsFile = z.strictObject({
  country,
  provisions: z.array(z.strictObject({ id: text, effective, ...founded })).max(500),
});

export const groundsFile = z.strictObject({
  country,
  grounds: z
    .array(
      z
        .strictObject({
          kind: z.enum(GROUND_KINDS),
          regime: z.enum(REGIMES),
          provision: text,
          before: z.enum(['required', 'permitted', 'none']),
          tell: z.enum(['must', 'may', 'may_not']),
          tell_by: text,
          two_people: z.boolean(),
        })
        .transform(({ tell_by, two_people, ...rest }) => ({
          ...rest,
          tellBy: tell_by,
          twoPeople: two_people,
        })),
    )
    .max(50),
});

const operationCode = z.string().regex(/^\d{4}$/);

export const thresholdsFile = z.strictObject({
  country,
  thresholds: z
    .array(
      z
        .strictObject({
          id: text,
          kzt: z.int().positive(),
          channel: z.array(z.enum(CHANNELS)).default([]),
          purpose: z.array(z.enum(PURPOSES)).default([]),
          operation: z
            .strictObject({ payer: operationCode.optional(), payee: operationCode.optional() })
            .optional(),
          company_months: z.int().min(1).max(120).optional(),
          ask: z.array(z.enum(THRESHOLD_QUESTION_IDS)).default([]),
          effective,
          ...founded,
        })
        .transform(({ company_months, ...rest }) => ({ ...rest, companyMonths: company_months })),
    )
    .max(100),
  exemptions: z
    .array(
      z.strictObject({
        id: text,
        when: z.enum(EXEMPT_WHEN),
        thresholds: z.array(text).optional(),
        ...founded,
      }),
    )
    .max(50)
    .default([]),
  cannot_tell: z.array(localized).max(32).default([]),
});

const calendarDay = z.strictObject({
  date,
  kind: z.enum(DAY_KINDS),
  of: date.optional(),
  name: text,
  source: text,
  certain: z.boolean().default(true),
  verified,
});

export const calendarFile = z.strictObject({
  country,
  time_zone: z.strictObject({
    name: text,
    source: text,
    offsets: z.array(z.strictObject({ from: date, hours: z.int().min(-12).max(14) })).min(1),
  }),
  sources: z.record(z.string(), z.strictObject({ title: text, url: z.url(), mark })),
  names: z.record(z.string(), localized),
  years: z.record(z.string().regex(/^\d{4}$/), z.array(calendarDay).max(60)),
});
export type CalendarFile = z.infer<typeof calendarFile>;

export const clientRightsFile = z.strictObject({
  country,
  income: z.array(
    z.strictObject({
      id: text,
      regime: z.enum(REGIMES),
      purpose: z.enum(PURPOSES),
      share: z.enum(['whole', 'minimum_wage']),
      asked: z.boolean(),
      ...founded,
    }),
  ),
  services: z.array(
    z.strictObject({ id: text, regimes: z.array(z.enum(REGIMES)).min(1), ...founded }),
  ),
  minimum_wage: z.array(
    z.strictObject({
      year: z.int().min(2000).max(2100),
      kzt: z.int().positive(),
      source: text,
      mark: z.enum(['P', 'B', 'D']),
      verified,
    }),
  ),
});

const perEvent = z.strictObject(
  Object.fromEntries(NOTICE_EVENTS.map((event) => [event, localized])) as Record<
    (typeof NOTICE_EVENTS)[number],
    typeof localized
  >,
);
const stems = z.array(text).min(1);

export const noticesFile = z.strictObject({
  country,
  frames: perEvent,
  neutral: perEvent,
  frozen: localized,
  reasons: z.record(z.string(), localized),
  betraying: z.strictObject({ ru: stems, kk: stems, en: stems }),
});
