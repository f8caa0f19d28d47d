import { z } from 'zod';

/** What decisions are made by, in words. */
export const RuleBook = z
  .object({
    review: z.number().meta({ description: 'Score from which a person looks' }),
    hold: z.number().meta({ description: 'Score from which a hold is recommended' }),
    rules: z
      .array(
        z.object({
          id: z.string(),
          typology: z.string(),
          subject: z.enum(['payer', 'payee']),
          title: z.string().meta({ description: 'In the language asked' }),
          weight: z.number(),
          amltrix: z.string().nullable(),
        }),
      )
      .max(64),
    typologies: z
      .array(z.object({ id: z.string(), title: z.string(), amltrix: z.string().nullable() }))
      .max(64),
  })
  .meta({ id: 'RuleBook' });
