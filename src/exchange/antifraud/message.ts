import { z } from 'zod';

/**
 * Messages between a participant and the anti-fraud centre (payments law 11-VI, art. 25-1). The protocol that the centre itself
 * speaks is not public: this form is Qorgan's own, with what the article lets be given and received, for a gateway of the bank
 * to turn into the centre's. A change that readers of the form would not understand gets a new number.
 */
export const MESSAGE_FORMAT = 'qorgan-antifraud/1';
export const ANSWER_FORMAT = 'qorgan-antifraud-answer/1';

const id = z.uuid();
const moment = z.iso.datetime();
const short = z.string().min(1).max(200);
const words = z.string().min(1).max(4_000);
/** A sum in units of its currency, point before the fraction: '450000.00'. */
const amount = z.string().regex(/^\d{1,16}(\.\d{1,3})?$/);
const currency = z.string().regex(/^[A-Z]{3}$/);

/** What 25-1(11) lets be given of a person without consent. */
const identifiers = z
  .strictObject({
    iin: z
      .string()
      .regex(/^\d{12}$/)
      .optional(),
    bin: z
      .string()
      .regex(/^\d{12}$/)
      .optional(),
    account: short.optional(),
    card: short.optional(),
    phone: short.optional(),
    document: short.optional(),
  })
  .refine((told) => Object.values(told).some((value) => value !== undefined), {
    error: 'at least one identifier',
  });

const institution = z.strictObject({
  code: short,
  name: short,
  bic: z
    .string()
    .regex(/^[A-Z0-9]{8}([A-Z0-9]{3})?$/)
    .optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
});

const side = z.strictObject({
  identifiers,
  name: short.optional(),
  institution: institution.optional(),
});

const transfer = z.strictObject({
  id: short,
  at: moment,
  amount,
  currency,
  payer: side,
  payee: side,
});

/** 25-1(2): what makes a transaction one with signs of fraud. */
const GROUNDS = ['client_complaint', 'law_enforcement', 'internal_rules', 'in_database'] as const;
const ground = z.enum(GROUNDS);
export type AntifraudGround = (typeof GROUNDS)[number];

const incident = z.strictObject({
  /** Fraud, or another illegal transaction: 25-1(4-1). */
  category: z.enum(['fraud', 'drugs', 'gambling', 'pyramid', 'other']),
  ground,
  occurredAt: moment,
  transfers: z.array(transfer).min(1).max(100),
  /** Identified people whose part the institution knows. */
  people: z
    .array(z.strictObject({ part: z.enum(['victim', 'suspected']), ...side.shape }))
    .max(100),
  description: words.optional(),
  caseNumber: short.optional(),
});

const listEntry = z.strictObject({
  base: z.enum(['events', 'attempts']),
  change: z.enum(['add', 'remove']),
  identifiers,
  since: moment,
  until: moment.optional(),
  reason: words,
  /** Id of the incident message it follows from. */
  incident: id.optional(),
});

const hold = z.strictObject({
  transfer,
  /** What of the sum stands: protected income does not. */
  heldAmount: amount,
  placedAt: moment,
  grounds: z.array(ground).min(1).max(10),
  /** The client is put into the base of attempts: 25-1(3-1)(6). */
  attempt: z.boolean(),
});

const release = z.strictObject({
  transferId: short,
  /** Id of the hold message. */
  hold: id.optional(),
  releasedAt: moment,
  basis: z.enum(['cleared', 'le_decision', 'term_over', 'appeal', 'returned_to_payer', 'other']),
  amount,
  currency,
});

const envelope = {
  format: z.literal(MESSAGE_FORMAT),
  /** Of the sender's making; the same matter has the same id, so that a repeat is known for one. */
  id,
  sender: institution,
  createdAt: moment,
};

/** One message, told apart by `kind`. */
export const antifraudMessageSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...envelope, kind: z.literal('incident'), body: incident }),
  z.strictObject({ ...envelope, kind: z.literal('list_entry'), body: listEntry }),
  z.strictObject({ ...envelope, kind: z.literal('hold'), body: hold }),
  z.strictObject({ ...envelope, kind: z.literal('release'), body: release }),
]);
export type AntifraudMessage = z.output<typeof antifraudMessageSchema>;

/** What the other side says of a message it took or did not take. */
export const antifraudAnswerSchema = z.strictObject({
  format: z.literal(ANSWER_FORMAT),
  /** Of the message. */
  id,
  status: z.enum(['accepted', 'rejected']),
  at: moment,
  reason: words.optional(),
});
export type AntifraudAnswer = z.output<typeof antifraudAnswerSchema>;

export type AntifraudSide = z.output<typeof side>;
export type AntifraudTransfer = z.output<typeof transfer>;

/** One message as a file: the same message gives the same bytes. */
export const messageBytes = (message: AntifraudMessage): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(message, null, 2)}\n`);
