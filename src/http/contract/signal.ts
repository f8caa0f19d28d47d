import { z } from 'zod';

/** One reason of a decision, with the numbers behind it. */
export const SignalReply = z
  .object({
    rule: z.string().meta({ examples: ['fast-pass-through'] }),
    typology: z.string(),
    subject: z.enum(['payer', 'payee']),
    points: z.number().meta({ description: 'Points out of 100 this reason carries by itself' }),
    strength: z.number().meta({ description: '0..1: how far past its threshold' }),
    facts: z.record(z.string(), z.number()).meta({ description: 'Feature -> value' }),
    text: z.string().meta({ description: 'In the language asked' }),
  })
  .meta({ id: 'Signal' });
export type SignalReply = z.infer<typeof SignalReply>;
