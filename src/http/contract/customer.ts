import { z } from 'zod';
import { OWNER_KINDS } from '../../domain/account.ts';
import { RISK_LEVELS } from '../../screening/risk/rating.ts';
import { APPROVAL_STATES } from '../../store/tables/customers.ts';
import { AccountShown } from './account.ts';
import { pageOf, pageQuery } from './page.ts';
import { Rating } from './rating.ts';
import { AMOUNT_MOST, BIG_SERIAL_MOST, flagText, integerText, line, Moment } from './text.ts';
import { AccountTold, MomentTold, ToldIdentifier } from './transfer.ts';

const PEP_KINDS = ['domestic', 'foreign', 'family'] as const;
const DOCUMENT_KINDS = ['id_card', 'passport', 'residence_permit', 'other'] as const;

/** ISO 3166-1 alpha-2. */
const Country = z.string().regex(/^[A-Z]{2}$/);
const Day = z.iso.date().meta({ description: 'YYYY-MM-DD, a day that the calendar has' });

/** Lines of a machine-readable zone: two of 44 characters, or three of 30 (ICAO 9303). */
const Mrz = z
  .string()
  .min(1)
  .max(200)
  .meta({ description: 'The machine-readable zone, its lines apart by a line feed' });

const CustomerDocument = z
  .strictObject({
    kind: z.enum(DOCUMENT_KINDS),
    number: line(32).optional(),
    expiresOn: Day.optional(),
    mrz: Mrz.optional(),
  })
  .meta({ id: 'CustomerDocument', examples: [{ kind: 'id_card', expiresOn: '2031-05-17' }] });

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
    bornOn: Day.optional().meta({ description: 'Of a person, where the IIN is not all' }),
    citizenship: Country.optional().meta({ description: 'ISO 3166-1 alpha-2' }),
    resident: z.boolean().optional(),
    pep: z.enum(PEP_KINDS).optional().meta({
      description:
        'Public office, as the customer or your own check tells; family: of one who holds it',
    }),
    address: line(500).optional(),
    devices: z.array(line(200)).max(16).default([]).meta({ description: 'As you name them' }),
    ips: z
      .array(z.union([z.ipv4(), z.ipv6()]))
      .max(16)
      .default([])
      .meta({ description: 'From which the customer came lately', examples: [['203.0.113.7']] }),
    cards: z.int().min(0).max(10_000).optional().meta({ description: 'How many, with you' }),
    document: CustomerDocument.optional(),
    registeredOn: Day.optional().meta({ description: 'Of a sole trader or a company' }),
    openedRemotely: z.boolean().optional(),
    phoneChangedAt: MomentTold.optional(),
    creditApplicationsAt: z.array(MomentTold).max(64).default([]),
    relatives: z
      .array(line(128))
      .max(32)
      .default([])
      .meta({ description: 'externalId of customers who are family: what they share is no sign' }),
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
    nameHits: z.int().meta({
      description: 'Entries of lists that the name may mean: tasks for a person, see list hits',
    }),
    duplicates: z
      .array(z.object({ customerId: z.int(), via: z.enum(['iin', 'bin', 'document']) }))
      .max(32)
      .meta({ description: 'Other customers of yours with the same number: nothing was joined' }),
    rating: Rating,
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
    points: z.number().nullable().meta({ description: 'Of risk, 0 to 100; null: not rated yet' }),
    level: z.enum(RISK_LEVELS).nullable(),
    approval: z.enum(APPROVAL_STATES),
    openHits: z.int().meta({ description: 'Hits on lists that wait for a person' }),
    reviewAt: Moment.nullable().meta({ description: 'To be looked at again at the latest' }),
    updatedAt: Moment,
  })
  .meta({ id: 'CustomerShown' });

export const CustomerPage = pageOf(CustomerShown).meta({ id: 'CustomerPage' });
export const CustomerQuery = z.strictObject({
  ...pageQuery,
  externalId: line(128).optional(),
  level: z.enum(RISK_LEVELS).optional(),
  approval: z.enum(APPROVAL_STATES).optional(),
  due: flagText.optional().meta({ description: 'Only those whose review is due' }),
  hits: flagText.optional().meta({ description: 'Only those with hits that wait for a person' }),
  order: z.enum(['added', 'risk']).default('added').meta({
    description: 'Last added first, or most points first',
  }),
});

/** Whether somebody else has to agree that the customer is served, and what was said. */
export const CustomerApproval = z
  .object({
    state: z.enum(APPROVAL_STATES),
    measures: z
      .array(z.string())
      .max(20)
      .meta({ description: 'What the rating asks approval for; words stand in the rating' }),
    askedBy: z.string().nullable().meta({ description: 'Who looked last: may not approve' }),
    askedAt: Moment.nullable(),
    decidedBy: z.string().nullable(),
    decidedAt: Moment.nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'CustomerApproval' });

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
    bornOn: z.string().nullable(),
    citizenship: z.string().nullable(),
    resident: z.boolean().nullable(),
    pep: z.enum(PEP_KINDS).nullable(),
    address: z.string().nullable(),
    devices: z.array(z.string()).max(16),
    ips: z.array(z.string()).max(16),
    cards: z.int().nullable(),
    document: z
      .object({
        kind: z.enum(DOCUMENT_KINDS),
        number: z.string().nullable(),
        expiresOn: z.string().nullable(),
        mrz: z.enum(['absent', 'valid', 'altered']).meta({
          description: 'Whether every check digit of the machine-readable zone stands',
        }),
        agrees: z.boolean().meta({ description: 'It says of the customer what you told' }),
      })
      .nullable(),
    registeredOn: z.string().nullable(),
    openedRemotely: z.boolean().nullable(),
    phoneChangedAt: Moment.nullable(),
    creditApplicationsAt: z.array(Moment).max(64),
    relatives: z.array(z.string()).max(32),
    openHits: z.int(),
    reviewAt: Moment.nullable(),
    rating: Rating.nullable().meta({ description: 'null: not rated yet' }),
    approval: CustomerApproval,
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
