import { z } from 'zod';
import { CHANNELS, PURPOSES } from '../../domain/transfer.ts';
import { VERDICTS } from '../../engine/verdict.ts';
import { pageOf, pageQuery } from './page.ts';
import { SignalReply } from './signal.ts';
import { integerText, line, Minor, Moment, MomentText, SERIAL_MOST } from './text.ts';
import { AccountTold, ToldIdentifier } from './transfer.ts';

/** Number of an account, in a path or a query. */
export const AccountRefText = integerText(0, SERIAL_MOST).meta({
  description: 'Number of an account, as every reply gives it',
});

/** An account as lists show it. */
export const AccountShown = z
  .object({
    ref: z.int().meta({ description: 'Its number here: what other calls take', examples: [1042] }),
    name: z.string().meta({ description: 'Masked', examples: ['KZ00 •••• 0001'] }),
  })
  .meta({ id: 'AccountShown' });
export type AccountShown = z.infer<typeof AccountShown>;

/** One account in full: this look is kept in the record of acts. */
export const AccountReply = z
  .object({
    ref: z.int(),
    name: z.string().meta({ description: 'In full; the look is kept in the record of acts' }),
    customerId: z.int().nullable(),
    firstAt: Moment.nullable(),
    lastAt: Moment.nullable(),
    inMinor: Minor,
    outMinor: Minor,
    transfers: z.int(),
    complete: z.boolean().meta({ description: 'False when only the latest were counted' }),
    scoreMost: z.number(),
    openAlertId: z.int().nullable(),
    networks: z.array(z.string()).max(50),
  })
  .meta({ id: 'Account' });

export const AccountParams = z.strictObject({ ref: AccountRefText });

/** Finds accounts by what they are called or known by. In a body, so that no identifier stands in an address. */
export const AccountFind = z
  .union([
    z.strictObject({
      account: AccountTold,
      institution: line(32).optional().meta({ description: 'Whose name for it; your own usually' }),
    }),
    z.strictObject({ identifier: ToldIdentifier }),
  ])
  .meta({ id: 'AccountFind', examples: [{ account: 'acc-100' }] });

export const AccountsFound = z
  .object({ items: z.array(AccountShown).max(200) })
  .meta({ id: 'AccountsFound' });

export const TimelineQuery = z.strictObject({
  ...pageQuery,
  from: MomentText.optional(),
  to: MomentText.optional(),
  verdict: z.enum(VERDICTS).optional().meta({ description: 'This verdict or a graver one' }),
});

/** One transfer seen from one account. */
export const TimelineItem = z
  .object({
    seq: z.int().meta({ description: 'Place among all facts: names the transfer here' }),
    id: z.string().meta({ description: 'The institution’s own' }),
    at: Moment,
    direction: z.enum(['in', 'out']),
    other: AccountShown,
    amountMinor: Minor,
    channel: z.enum(CHANNELS),
    purpose: z.enum(PURPOSES),
    score: z.number(),
    verdict: z.enum(VERDICTS),
    signals: z.array(SignalReply).max(64),
  })
  .meta({ id: 'TimelineItem' });

export const Timeline = pageOf(TimelineItem).meta({ id: 'Timeline' });

export const LotsQuery = z.strictObject({
  ...pageQuery,
  from: MomentText.optional().meta({ description: 'Of the moment a sum came in' }),
  to: MomentText.optional(),
});

/** What came with one transfer, and what became of it: an account pays its oldest money first. */
export const Lot = z
  .object({
    seq: z.int().meta({ description: 'Of the transfer it came with' }),
    at: Moment,
    from: AccountShown,
    amountMinor: Minor,
    restMinor: Minor.meta({ description: 'What of it is still here' }),
    heldMs: z.int().nullable().meta({
      description: 'How long what left had rested, the mean of its money; null while all is here',
    }),
    left: z
      .object({ hourMinor: Minor, dayMinor: Minor, laterMinor: Minor })
      .meta({ description: 'What left within an hour, later within a day, and after that' }),
    parts: z
      .array(
        z.object({
          seq: z.int(),
          at: Moment,
          to: AccountShown,
          amountMinor: Minor.meta({ description: 'Of this sum; the payment may be larger' }),
          heldMs: z.int(),
        }),
      )
      .max(20)
      .meta({ description: 'Payments that took of it, as they left' }),
    more: z
      .object({ parts: z.int(), minor: Minor })
      .meta({ description: 'Further payments that took of it, and how much' }),
  })
  .meta({ id: 'Lot' });

export const Lots = z
  .object({
    ...pageOf(Lot).shape,
    isHub: z.boolean().meta({
      description: 'A shop, a bank: what it pays is of no particular sum. No items then',
    }),
    complete: z
      .boolean()
      .meta({ description: 'False when only the latest transfers were looked at' }),
  })
  .meta({ id: 'Lots' });
