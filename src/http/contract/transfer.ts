import { z } from 'zod';
import { exponentOf } from '../../domain/currency.ts';
import { CHANNELS, PURPOSES } from '../../domain/transfer.ts';
import { AMOUNT_MOST, line, MOMENT_LEAST, MOMENT_MOST } from './text.ts';

/** What an end of a transfer may be known by beside its account. */
export const TOLD_KINDS = ['iin', 'bin', 'phone', 'card', 'document', 'wallet', 'handle'] as const;

export const ToldIdentifier = z
  .strictObject({ kind: z.enum(TOLD_KINDS), value: line(128) })
  .meta({ id: 'ToldIdentifier', examples: [{ kind: 'phone', value: '+77010000000' }] });

/** A moment as systems write it: RFC 3339 with an offset, or epoch milliseconds. Read as epoch milliseconds. */
export const MomentTold = z
  .union([
    z.int().min(MOMENT_LEAST).max(MOMENT_MOST),
    z.iso
      .datetime({ offset: true })
      .max(40)
      .transform((text) => Date.parse(text))
      .pipe(z.int().min(MOMENT_LEAST).max(MOMENT_MOST)),
  ])
  .meta({
    description: 'RFC 3339 with an offset, or epoch milliseconds UTC; from 2000 to 2099',
    examples: ['2026-11-26T09:30:00+05:00', 1_795_000_000_000],
  });

/** ISO 4217. */
export const Currency = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .refine((code) => exponentOf(code) !== undefined)
  .meta({ description: 'ISO 4217', examples: ['KZT'] });

export const AccountTold = line(140).meta({
  description: 'IBAN, or the account as the institution itself names it',
  examples: ['KZ00TEST000000000001'],
});

/** One transfer that asks for a decision before it is executed. */
export const Transfer = z
  .strictObject({
    id: line(128).meta({
      description: 'Yours, unique within your institution: a repeat hears the same decision',
      examples: ['2026-11-26-000017'],
    }),
    at: MomentTold,
    payer: AccountTold,
    payee: AccountTold,
    amountMinor: z
      .int()
      .min(1)
      .max(AMOUNT_MOST)
      .meta({ description: 'Integer minor units (tiyn)', examples: [4_300_000] }),
    currency: Currency,
    channel: z.enum(CHANNELS).optional(),
    purpose: z.enum(PURPOSES).optional(),
    device: line(200).optional().meta({ description: 'The payer’s device, as you name it' }),
    payerIdentifiers: z.array(ToldIdentifier).max(8).optional(),
    payeeIdentifiers: z.array(ToldIdentifier).max(8).optional(),
  })
  .meta({
    id: 'Transfer',
    examples: [
      {
        id: '2026-11-26-000017',
        at: '2026-11-26T09:30:00+05:00',
        payer: 'acc-100',
        payee: 'acc-200',
        amountMinor: 4_300_000,
        currency: 'KZT',
        channel: 'transfer',
      },
    ],
  });
export type Transfer = z.output<typeof Transfer>;
export type TransferTold = z.input<typeof Transfer>;
