import { z } from 'zod';

/** Lower case without ё; words parted by one space; a hyphen at the end of a word marks a stem. */
const phrase = z
  .string()
  .regex(/^[\p{Ll}\p{Lo}\d]+-?(?: [\p{Ll}\p{Lo}\d]+-?)*$/u, 'lower case, words parted by one space')
  .refine((text) => !text.includes('ё'), 'write е for ё')
  .refine((text) => text.split(' ').every((word) => word.length > 3 || !word.endsWith('-')), {
    error: 'a stem has three letters or more',
  });
const entry = {
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  words: z.array(phrase),
  capital: z.array(phrase).min(1).optional(),
  hidden: z.array(phrase).min(1).optional(),
};
const localized = z.strictObject({
  ru: z.string().min(1),
  kk: z.string().min(1),
  en: z.string().min(1),
});

/** data/lexicon/cities.yaml */
export const citiesFile = z.strictObject({
  country: z.string().regex(/^[A-Z]{2}$/),
  currency: z.string().regex(/^[A-Z]{3}$/),
  edition: z.iso.date(),
  source: z.string().min(1),
  entries: z.array(z.strictObject({ ...entry, name: localized })).min(1),
});

/** data/lexicon/banks.yaml */
export const banksFile = z.strictObject({
  country: z.string().regex(/^[A-Z]{2}$/),
  edition: z.iso.date(),
  source: z.string().min(1),
  entries: z
    .array(
      z.strictObject({
        ...entry,
        /** Of the country's directory of banks. */
        code: z
          .string()
          .regex(/^\d{3}$/)
          .optional(),
        /** Of a bank abroad. */
        country: z
          .string()
          .regex(/^[A-Z]{2}$/)
          .optional(),
      }),
    )
    .min(1),
});

/** data/lexicon/brands.yaml */
export const brandsFile = z.strictObject({
  edition: z.iso.date(),
  source: z.string().min(1),
  entries: z
    .array(
      z.strictObject({
        ...entry,
        kind: z.enum(['exchange', 'payment', 'shop', 'employer', 'messenger']),
      }),
    )
    .min(1),
});
