import { z } from 'zod';
import { LANGUAGES } from '../../domain/language.ts';

export const MaterialParams = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,59}$/)
    .meta({ examples: ['lesson-20', 'lesson-40', 'parents', 'poster-card-is-you'] }),
});

export const MaterialQuery = z.strictObject({
  language: z.enum(LANGUAGES).optional().meta({ description: 'Else that of Accept-Language' }),
});
