import { z } from 'zod';
import { OWNER_KINDS } from '../../domain/account.ts';
import { AccountShown } from './account.ts';
import { pageOf, pageQuery } from './page.ts';
import { AMOUNT_MOST, BIG_SERIAL_MOST, integerText, line, Moment } from './text.ts';
import { AccountTold, MomentTold, ToldIdentifier } from './transfer.ts';

/** A client of an institution, as the institution tells it. Telling again replaces what was told. */
export const Customer = z
  .strictObject({
    externalId: line(128).meta({ description: 'Yours, unique within your institution' }),
    name: line(200),
    kind: z.enum(OWNER_KINDS),
    identifiers: z
      .array(ToldIdentifier)
      .max(32)
      .default([])
      .meta({ description: 'IIN or BIN, phones, cards, documents' }),
    accounts: z
      .array(AccountTold)
      .max(256)
      .default([])
      .meta({ description: 'IBANs, or accounts as you name them in transfers' }),
    openedAt: MomentTold.optional().meta({ description: 'When the first account was opened' }),
    incomeMonthMinor: z
      .int()
      .min(0)
      .max(AMOUNT_MOST)
      .optional()
      .meta({ description: 'Income declared, a month' }),
  })
  .meta({
    id: 'Customer',
    examples: [
      {
        externalId: 'c-17',
        name: 'Тестов Тест',
        kind: 'person',
        identifiers: [],
        accounts: ['acc-100'],
      },
    ],
  });
export type Customer = z.output<typeof Customer>;
export type CustomerTold = z.input<typeof Customer>;

export const CustomerParams = z.strictObject({ customerId: integerText(1, BIG_SERIAL_MOST) });

export const CustomerSaved = z
  .object({
    customerId: z.int(),
    externalId: z.string(),
    created: z.boolean(),
    listHits: z.int().meta({ description: 'Lists that this client stands on now' }),
  })
  .meta({ id: 'CustomerSaved' });

/** A client in a list: masked. */
export const CustomerShown = z
  .object({
    customerId: z.int(),
    externalId: z.string(),
    name: z.string().meta({ description: 'Masked' }),
    kind: z.enum(OWNER_KINDS),
    accounts: z.int(),
    updatedAt: Moment,
  })
  .meta({ id: 'CustomerShown' });

export const CustomerPage = pageOf(CustomerShown).meta({ id: 'CustomerPage' });
export const CustomerQuery = z.strictObject({
  ...pageQuery,
  externalId: line(128).optional(),
});

/** A client in full: this look is kept in the record of acts. */
export const CustomerDetail = z
  .object({
    customerId: z.int(),
    institution: z.string(),
    externalId: z.string(),
    name: z.string(),
    kind: z.enum(OWNER_KINDS),
    identifiers: z.array(z.object({ kind: z.string(), value: z.string() })).max(32),
    accounts: z.array(AccountShown).max(256),
    openedAt: Moment.nullable(),
    incomeMonthMinor: z.int().nullable(),
    updatedAt: Moment,
  })
  .meta({ id: 'CustomerDetail' });

/** Outcome of one line of a stream of clients. */
export const CustomerRowOutcome = z
  .object({
    line: z.int(),
    externalId: z.string().nullable(),
    outcome: z.enum(['created', 'updated', 'rejected']),
    customerId: z.int().optional(),
    code: z.string().optional(),
    message: z.string().optional(),
  })
  .meta({ id: 'CustomerRowOutcome' });

export const CustomerStreamEnd = z
  .object({
    outcome: z.enum(['end', 'stopped']),
    line: z.int(),
    created: z.int(),
    updated: z.int(),
    rejected: z.int(),
    code: z.string().optional(),
    message: z.string().optional(),
  })
  .meta({ id: 'CustomerStreamEnd' });
export const CustomerStreamLine = z
  .union([CustomerRowOutcome, CustomerStreamEnd])
  .meta({ id: 'CustomerStreamLine' });
