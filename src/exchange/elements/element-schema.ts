import { z } from 'zod';
import { OWNER_KINDS } from '../../domain/account.ts';
import { type CaseFact, FACT_KINDS } from '../../domain/case/case-fact.ts';
import {
  CASE_OUTCOMES,
  CASE_ROLES,
  CASE_STATES,
  type CaseAccount,
  type CaseContact,
  type CaseHold,
  type CaseInstitution,
  type CaseNetwork,
  type CaseOfficer,
  type CaseParty,
  type CasePost,
  type CaseSignal,
  type CaseTransfer,
} from '../../domain/case/case-file.ts';
import { ASKS, CONTACT_KINDS, POST_LABELS, POST_LANGUAGES, STANCES } from '../../domain/post.ts';
import { CHANNELS, PURPOSES } from '../../domain/transfer.ts';

/** The longest text of a post or a story that is taken, and the longest of anything else; a longer one is a broken element. */
const LONG_MOST = 100_000;
const SHORT_MOST = 4_000;
/** The most entries of a list within one element. */
const LIST_MOST = 2_000;
/** What Date can hold, ECMA-262. */
const TIME_MOST = 8_640_000_000_000_000;

const short = z.string().max(SHORT_MOST);
const long = z.string().max(LONG_MOST);
const time = z.int().min(-TIME_MOST).max(TIME_MOST);
const maybe = <T extends z.ZodType>(of: T) => of.nullable().default(null);
const list = <T extends z.ZodType>(of: T) => z.array(of).max(LIST_MOST).default([]);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** Marks travel beside the element, never in it. */
const origin = z.null().default(null);

export const INSTITUTION = z.object({
  code: short,
  name: short,
  country: short,
  bic: maybe(short),
  bin: maybe(short),
}) satisfies z.ZodType<CaseInstitution>;

export const OFFICER = z.object({
  userId: z.int().default(0),
  name: short,
  job: maybe(short),
  phone: maybe(short),
  email: maybe(short),
}) satisfies z.ZodType<CaseOfficer>;

export const CASE_FRAME = z.object({
  number: short.default(''),
  title: long.default(''),
  openedAt: time.default(0),
  asOf: time.default(0),
  state: z.enum(CASE_STATES).default('open'),
  outcome: maybe(z.enum(CASE_OUTCOMES)),
  cut: z.boolean().default(false),
});

export const PARTY = z.object({
  id: short,
  kind: z.enum(OWNER_KINDS),
  name: maybe(short),
  personName: maybe(z.object({ surname: short, given: short, patronymic: maybe(short) })),
  taxNumber: maybe(short),
  bornOn: maybe(day),
  birthPlace: maybe(short),
  sex: maybe(z.enum(['male', 'female'])),
  citizenship: maybe(short),
  resident: maybe(z.boolean()),
  pep: maybe(z.boolean()),
  address: maybe(short),
  phones: list(short),
  emails: list(short),
  document: maybe(
    z.object({
      kind: short,
      series: maybe(short),
      number: maybe(short),
      issuedBy: maybe(short),
      issuedOn: maybe(short),
      expiresOn: maybe(short),
    }),
  ),
  registeredOn: maybe(day),
  occupation: maybe(short),
  role: z.enum(CASE_ROLES),
  isClient: z.boolean(),
  origin,
}) satisfies z.ZodType<CaseParty>;

export const ACCOUNT = z.object({
  id: short,
  account: short,
  isIban: z.boolean(),
  isWallet: z.boolean(),
  home: maybe(z.object({ code: short, name: short, country: short, bic: maybe(short) })),
  currency: short,
  holder: maybe(short),
  role: z.enum(CASE_ROLES),
  openedAt: maybe(time),
  status: z.enum(['active', 'held', 'closed']),
  hops: maybe(z.int()),
  isForeign: z.boolean(),
  devices: list(short),
  ips: list(short),
  origin,
}) satisfies z.ZodType<CaseAccount>;

export const TRANSFER = z.object({
  id: short,
  at: time,
  payer: short,
  payee: short,
  amountMinor: z.int(),
  currency: short,
  channel: z.enum(CHANNELS),
  purpose: z.enum(PURPOSES),
  text: maybe(long),
  verdict: z.enum(['allow', 'review', 'hold']),
  score: z.number(),
  rules: list(short),
  state: z.enum(['executed', 'held', 'refused', 'returned']),
  isSuspicious: z.boolean(),
  origin,
}) satisfies z.ZodType<CaseTransfer>;

export const POST = z.object({
  id: short,
  at: time,
  url: maybe(short),
  author: maybe(short),
  text: long,
  lang: z.enum(POST_LANGUAGES),
  label: z.enum(POST_LABELS),
  stance: z.enum(STANCES),
  asks: list(z.enum(ASKS)),
  campaign: maybe(short),
  captureHash: maybe(short),
  origin,
}) satisfies z.ZodType<CasePost>;

export const CASE_CONTACT_KINDS = [...CONTACT_KINDS, 'device', 'ip', 'email'] as const;

export const CONTACT = z.object({
  id: short,
  kind: z.enum(CASE_CONTACT_KINDS),
  value: short,
  seenWith: list(short),
  origin,
}) satisfies z.ZodType<CaseContact>;

export const SIGNAL = z.object({
  rule: short,
  amltrix: maybe(short),
  text: long,
  about: list(short),
}) satisfies z.ZodType<CaseSignal>;

export const NETWORK = z.object({
  networkId: short,
  certainty: z.number(),
  harmMinor: z.int(),
  story: long,
  countries: list(short),
}) satisfies z.ZodType<CaseNetwork>;

export const HOLD = z.object({
  holdId: z.int(),
  transfer: short,
  state: short,
  heldMinor: z.int(),
  currency: short,
  placedAt: maybe(time),
}) satisfies z.ZodType<CaseHold>;

export const FACT = z.object({
  factId: z.int(),
  kind: z.enum(FACT_KINDS),
  party: short,
  says: z.enum(['yes', 'no']),
  value: maybe(
    z.discriminatedUnion('type', [
      z.object({ type: z.literal('money'), amountMinor: z.int(), currency: short }),
      z.object({ type: z.literal('count'), count: z.int() }),
      z.object({ type: z.literal('word'), word: short }),
    ]),
  ),
  actAt: maybe(time),
  shownBy: list(short),
  note: maybe(long),
  by: short,
  recordedAt: time,
}) satisfies z.ZodType<CaseFact>;
