import { z } from 'zod';
import { CHANNELS } from '../../domain/transfer.ts';

const code = z.string().min(1).max(50);
/** Words with spaces and line ends between them: 'AD AE AF'. */
const words = z
  .string()
  .max(20_000)
  .transform((text) => new Set(text.split(/\s+/).filter((word) => word !== '')));
const byChannel = z.strictObject(
  Object.fromEntries(CHANNELS.map((channel) => [channel, code])) as Record<
    (typeof CHANNELS)[number],
    typeof code
  >,
);

/**
 * The codes of one financial intelligence unit: enumerations of goAML are each unit's own, and so is the number under which it
 * registered an institution. A file of the user's, YAML or JSON; what Qorgan ships is in data/goaml.
 */
export const codeTablesSchema = z.strictObject({
  /** Whose codes these are, in words. */
  fiu: z.string().min(1).max(200),
  source: z.string().min(1).max(500),
  /** Currency of amount_local. */
  localCurrency: z.string().regex(/^[A-Z]{3}$/),
  /** Minutes east of Greenwich in which times are told: the schema's times have no zone. */
  offsetMinutes: z.int().min(-720).max(840),
  submission: code,
  reports: z.strictObject({
    /** A report whose transfers are told one by one. */
    transactions: code,
    /** A report of people and accounts without transfers. */
    activity: code,
  }),
  unknown: z.strictObject({
    /** Code of an enumeration for 'not known'. */
    code,
    /** What stands in a text that the schema demands and the case does not know. */
    text: z.string().regex(/^[a-zA-Z0-9 .'-]{1,30}$/),
  }),
  transmode: byChannel,
  /** transmode_comment is demanded, one character in this schema. */
  transmodeComment: z.string().min(1).max(50),
  funds: byChannel,
  /** Funds that arrive at or leave a coin address, whatever the channel. */
  walletFunds: code,
  transactionStatus: z.strictObject({ executed: code, held: code, refused: code, returned: code }),
  accountStatus: z.strictObject({ active: code, held: code, closed: code }),
  accountType: z.strictObject({ person: code, company: code, wallet: code, unknown: code }),
  signatoryRole: code,
  gender: z.strictObject({ male: code, female: code }),
  /** Kind of document -> code; `other` for the rest. */
  documents: z.object({ other: code }).catchall(code),
  contact: z.strictObject({ person: code, company: code }),
  communication: z.strictObject({ mobile: code, landline: code, other: code }),
  partyRole: z.strictObject({ payer: code, payee: code }),
  legalForm: code,
  /** tax_reg_number is demanded of clients, one character in this schema. */
  taxRegNumber: z.string().min(1).max(100),
  countries: words,
  currencies: words,
  indicators: z.strictObject({
    /** Name of a rule of Qorgan -> code. */
    rules: z.record(z.string(), code),
    /** Says 'a person under eighteen has received or sent this money'. */
    minor: code.optional(),
    /** When no rule has a code: the schema demands one. */
    otherwise: code,
  }),
  /** Code of an institution in Qorgan -> its number at the unit. */
  reporters: z.record(
    z.string(),
    z.strictObject({
      rentityId: z.int().min(1).max(2_147_483_647),
      branch: z.string().min(1).max(255).optional(),
    }),
  ),
});

export type CodeTables = z.output<typeof codeTablesSchema>;

/** What a table has under a key that came with the case: never what every object has ('constructor'). */
export const entryOf = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;
