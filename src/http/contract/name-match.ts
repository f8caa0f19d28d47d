import { z } from 'zod';

/** How the parts of a customer's name met those of a listed one. */
export const NameMatch = z
  .object({
    asked: z.string().meta({ description: 'As the customer is called' }),
    listed: z.string().meta({ description: 'As the list writes it' }),
    birth: z.enum(['same', 'near', 'differs', 'unknown']),
    key: z.enum(['same', 'differs', 'unknown']).meta({ description: 'IIN or BIN' }),
    parts: z
      .array(
        z.object({
          asked: z.string(),
          listed: z.string(),
          part: z.enum(['surname', 'given', 'patronymic', 'word', 'form']),
          how: z.enum(['same', 'script', 'variant', 'initial', 'typo', 'missing']),
          likeness: z.number(),
        }),
      )
      .max(64),
  })
  .meta({ id: 'NameMatch' });
