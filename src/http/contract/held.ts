import { z } from 'zod';
import { HELD_STATES } from '../../service/portal/held/held-view.ts';
import { ProofOfWork } from './proof.ts';
import { Minor, prose } from './text.ts';

const HeldCode = z
  .string()
  .max(40)
  .regex(/^[0-9A-Za-z -]{8,40}$/)
  .meta({
    description: 'The code that the bank gave; capitals, blanks and dashes do not matter',
    examples: ['7KQ4-M2XD-9TRA-VC3H'],
  });

/** The code stands in the body, so that no log and no history of a browser keeps it. */
export const HeldLook = z
  .strictObject({ code: HeldCode })
  .meta({ id: 'HeldLook', examples: [{ code: '7KQ4-M2XD-9TRA-VC3H' }] });

/** What a client writes. */
export const HeldWords = z
  .strictObject({ code: HeldCode, text: prose(2_000, 5), proof: ProofOfWork })
  .meta({ id: 'HeldWords' });

const Texts = z.object({ ru: z.string(), kk: z.string(), en: z.string() });
const Day = z.iso.date().meta({ description: 'Local day' });
const Rule = z.object({
  id: z.string(),
  text: Texts,
  verified: z.union([z.literal('no'), z.object({ by: z.string(), on: z.string() })]),
});

/** A held payment as its client hears of it, in the three languages. */
export const Held = z
  .object({
    bank: z.string(),
    amountMinor: Minor,
    heldMinor: Minor,
    currency: z.string(),
    incoming: z.boolean(),
    state: z.enum(HELD_STATES),
    since: Day,
    until: Day.nullable().meta({ description: 'The last day by law; null: the law names none' }),
    untilUncertain: z.boolean(),
    reasons: z.array(Texts).max(64),
    services: z.array(Rule).max(64),
    income: z.array(Rule).max(64),
    mayExplain: z.boolean(),
    explainBy: Day.nullable(),
    question: z.string().nullable().meta({ description: 'What the bank asks, in its own words' }),
    explainedOn: Day.nullable(),
    mayAppeal: z.boolean(),
    appeal: z
      .object({
        filedOn: Day,
        decideBy: Day.nullable(),
        decidedOn: Day.nullable(),
        granted: z.boolean().nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'Held' });

/** For the worker who tells the client. */
export const HoldClientCode = z
  .object({
    code: z.string().meta({ examples: ['7KQ4-M2XD-9TRA-VC3H'] }),
    givenAt: z.int().meta({ description: 'Epoch milliseconds, UTC' }),
  })
  .meta({ id: 'HoldClientCode' });
