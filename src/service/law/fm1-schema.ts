import { z } from 'zod';

const text = z.string().trim().min(1).max(4_000);
const localized = z.strictObject({ ru: text, kk: text, en: text });
const date = z.iso.date();

/** How the files of data/law/<country>/fm1 are made. */
export const fm1File = z.strictObject({
  country: z.string().regex(/^[a-z]{2}$/),
  tables: z
    .array(
      z.strictObject({
        table: z.string().regex(/^[a-z_]+$/),
        title: localized,
        act: text,
        article: text,
        edition: date,
        effective: z.strictObject({ from: date, to: date.optional() }),
        source: text,
        mark: z.enum(['P', 'B', 'D', 'house']),
        verified: z.union([z.literal('no'), z.strictObject({ by: text, on: date })]),
        note: localized,
        codes: z
          .array(
            z.strictObject({
              code: z.string().regex(/^[0-9]+(?:\.[0-9]+)?$/),
              ru: text,
              kk: text,
              en: text,
              from: date.optional(),
              to: date.optional(),
              suspicious: z.boolean().default(false),
            }),
          )
          .min(1)
          .max(2_000),
      }),
    )
    .min(1)
    .max(50),
});
