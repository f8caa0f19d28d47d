import { z } from 'zod';

export const KnownContactTerms = z
  .strictObject({
    salt: z.base64().meta({ description: 'Of the installation; public' }),
    iterations: z.int().meta({ description: 'Rounds of PBKDF2-HMAC-SHA-256' }),
    prefixBits: z.int().meta({ description: 'First bits of the hash: what is told' }),
    suffixBits: z.int().meta({ description: 'The bits behind them: what is compared' }),
    edition: z.string().meta({ description: 'Changes with salt and rounds' }),
  })
  .meta({ id: 'KnownContactTerms' });

export const KnownContactParams = z.strictObject({
  prefix: z
    .string()
    .regex(/^[0-9a-f]{3}$/)
    .meta({ description: 'First 12 bits of the slow hash, as hex digits' }),
});

export const KnownContactsFound = z
  .strictObject({
    suffixes: z
      .array(z.string())
      .meta({ description: 'Sorted hex digits; as many for every prefix, fillings among them' }),
  })
  .meta({ id: 'KnownContactsFound' });
