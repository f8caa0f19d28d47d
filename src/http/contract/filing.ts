import { z } from 'zod';
import {
  FILING_ACTS,
  FILING_KINDS,
  FILING_STATES,
  FOLLOWS_AS,
} from '../../domain/filing/filing-acts.ts';
import { LANGUAGES } from '../../domain/language.ts';
import { pageOf, pageQuery } from './page.ts';
import {
  BIG_SERIAL_MOST,
  flagText,
  integerText,
  line,
  Minor,
  Moment,
  prose,
  Reason,
} from './text.ts';
import { MomentTold } from './transfer.ts';

const Id = integerText(1, BIG_SERIAL_MOST);
const Number_ = z.int().min(1).max(BIG_SERIAL_MOST);
export const FilingParams = z.strictObject({ filingId: Id });

const STATE = FILING_STATES.join('|');
const StatesText = z
  .string()
  .max(120)
  .regex(new RegExp(`^(?:${STATE})(?:,(?:${STATE}))*$`))
  .transform((text) => [...new Set(text.split(','))] as (typeof FILING_STATES)[number][])
  .meta({ description: 'States, parted by commas', examples: ['draft,submitted'] });

const Day = z.iso.date().meta({ description: 'A day of Almaty', examples: ['2026-11-26'] });

export const FilingQuery = z.strictObject({
  ...pageQuery,
  state: StatesText.optional(),
  kind: z.enum(FILING_KINDS).optional(),
  case: Id.optional(),
  day: Day.optional().meta({ description: 'Of threshold operations' }),
  overdue: flagText.optional(),
});

const Person = z.object({ userId: z.int(), name: z.string() });
const Verified = z.union([z.literal('no'), z.object({ by: z.string(), on: z.string() })]);

/** A notice as lists show it. */
export const Filing = z
  .object({
    filingId: z.int(),
    version: z.int().meta({ description: 'As in the ETag; for If-Match' }),
    number: z
      .string()
      .nullable()
      .meta({ description: 'Number in the year, given at approval', examples: ['2026-17'] }),
    institution: z.string(),
    caseId: z.int().nullable(),
    caseNumber: z.string().nullable(),
    kind: z.enum(FILING_KINDS),
    state: z.enum(FILING_STATES),
    follows: z
      .object({ filingId: z.int(), number: z.string().nullable(), as: z.enum(FOLLOWS_AS) })
      .nullable(),
    amountMinor: Minor.meta({ description: 'Tenge' }),
    operationAt: Moment,
    transfer: z.string().nullable(),
    documentGuid: z.string(),
    signedAt: Moment.nullable(),
    threshold: z.string().nullable(),
    day: z.string().nullable().meta({ description: 'Of a threshold: the day of the operation' }),
    decide: z
      .array(z.object({ code: z.string(), text: z.string() }))
      .max(16)
      .meta({ description: 'What a person must decide before it is submitted' }),
    dueAt: Moment.meta({ description: 'The first moment after the term' }),
    uncertain: z.boolean().meta({ description: 'A day inside may still be moved' }),
    overdue: z.boolean(),
    madeAt: Moment,
    madeBy: Person.nullable().meta({ description: 'null: Qorgan, of a threshold' }),
    approvedBy: Person.nullable(),
    sentAt: Moment.nullable(),
    answeredAt: Moment.nullable(),
  })
  .meta({ id: 'Filing' });
export const FilingPage = pageOf(Filing).meta({ id: 'FilingPage' });

/** Values by number of requisite, canonical: days YYYY-MM-DD, moments YYYY-MM-DDTHH:MM:SS (Almaty), sums 123.45. */
const Values = z
  .record(line(24).regex(/^[0-9.()]+$/), z.string().max(1000))
  .meta({ description: 'Values by number of requisite' });

export const Fm1Told = z
  .strictObject({
    reporter: Values,
    message: Values,
    references: z.array(Values).max(20),
    participants: z
      .array(z.strictObject({ fields: Values, founders: z.array(Values).max(50) }))
      .max(50),
  })
  .meta({ id: 'Fm1Document' });

export const Fm1Problem = z
  .object({
    place: z.string().meta({ examples: ['participants/2'] }),
    field: z.string().meta({ examples: ['4.13'] }),
    title: z.string(),
    code: z.string(),
    detail: z.string(),
    /** A replaced sign stops nothing; a missing requisite does. */
    stops: z.boolean(),
  })
  .meta({ id: 'Fm1Problem' });

/** One requisite of the form, in the language asked. */
export const Fm1FieldShown = z
  .object({
    id: z.string(),
    title: z.string(),
    type: z.enum(['text', 'number', 'date', 'moment', 'amount', 'flag', 'country', 'tax_number']),
    most: z.int(),
    need: z.string(),
    codes: z.string().nullable().meta({ description: 'Name of the table of codes' }),
    branches: z.array(z.enum(['1', '2', '3'])).nullable(),
  })
  .meta({ id: 'Fm1Field' });

/** The form itself: requisites and tables of codes in force on a day. */
export const Fm1Form = z
  .object({
    edition: z.string(),
    note: z.string(),
    parts: z.object({
      reporter: z.array(Fm1FieldShown),
      message: z.array(Fm1FieldShown),
      reference: z.array(Fm1FieldShown),
      participant: z.array(Fm1FieldShown),
      founder: z.array(Fm1FieldShown),
    }),
    codes: z.array(
      z.object({
        table: z.string(),
        title: z.string(),
        note: z.string(),
        source: z.string(),
        edition: z.string(),
        verified: Verified,
        rows: z.array(z.object({ code: z.string(), title: z.string() })),
      }),
    ),
  })
  .meta({ id: 'Fm1Form' });
export const Fm1FormQuery = z.strictObject({ on: Day.optional() });

export const FilingEvent = z
  .object({
    version: z.int(),
    at: Moment,
    by: Person.nullable(),
    act: z.string(),
    state: z.enum(FILING_STATES),
    note: z.string().nullable(),
  })
  .meta({ id: 'FilingEvent' });

/** A notice in full; the look is written down. */
export const FilingDetail = z
  .object({
    ...Filing.shape,
    document: Fm1Told,
    problems: z.array(Fm1Problem).max(500),
    complete: z.boolean().meta({ description: 'Nothing stops it from being submitted' }),
    term: z.object({
      id: z.string(),
      title: z.string(),
      act: z.string(),
      article: z.string(),
      source: z.string(),
      verified: Verified,
      eventAt: Moment,
    }),
    answer: z
      .object({
        accepted: z.boolean(),
        at: z.string(),
        errorCode: z.string().nullable(),
        errorName: z.string().nullable(),
        description: z.string().nullable(),
      })
      .nullable(),
    replaced: z
      .array(z.object({ place: z.string(), field: z.string(), sign: z.string(), by: z.string() }))
      .max(1_000)
      .meta({ description: 'Signs that the format forbids, and what stands for them in the XML' }),
    files: z.object({ messageSha256: z.string(), signedSha256: z.string().nullable() }).nullable(),
    notes: z.array(z.string()).max(8).meta({ description: 'What is not known of the form' }),
    followedBy: z
      .array(z.object({ filingId: z.int(), number: z.string().nullable(), as: z.enum(FOLLOWS_AS) }))
      .max(50),
    events: z.array(FilingEvent).max(200),
    may: z
      .array(
        z.object({
          act: z.enum(FILING_ACTS),
          allowed: z.boolean(),
          code: z.string().nullable(),
          detail: z.string().nullable(),
        }),
      )
      .max(16),
  })
  .meta({ id: 'FilingDetail' });

/** Makes a notice of a case, filled in as far as the case tells. */
export const MakeFiling = z
  .strictObject({
    case: Number_,
    kind: z.enum(FILING_KINDS).exclude(['threshold']),
    transfer: line(140).optional().meta({
      description: 'Id of the transfer it is about; the gravest of the case when not said',
    }),
    recognisedAt: MomentTold.optional().meta({
      description: 'When a person recognised it: the term runs from then; now when not said',
    }),
    language: z.enum(LANGUAGES).default('ru').meta({ description: 'Of the words filled in' }),
    reason: Reason,
  })
  .meta({ id: 'MakeFiling' });

/** The document anew; what Qorgan sets itself (number, date, counts) stays as it is. */
export const EditFiling = z
  .strictObject({
    document: Fm1Told.optional(),
    decided: z
      .array(z.strictObject({ code: line(40), yes: z.boolean() }))
      .max(16)
      .default([])
      .meta({ description: 'Answers to `decide`; no: nothing is to be reported, it is withdrawn' }),
    reason: Reason.optional(),
  })
  .meta({ id: 'EditFiling' });

export const FilingAct = z
  .discriminatedUnion('act', [
    z.strictObject({ act: z.literal('submit'), reason: Reason.optional() }),
    z.strictObject({ act: z.literal('return'), reason: Reason }),
    z.strictObject({ act: z.literal('approve'), reason: Reason.optional() }),
    z.strictObject({
      act: z.literal('send'),
      sentAt: MomentTold,
      how: line(200, 2).meta({ examples: ['Личный кабинет АФМ'] }),
    }),
    z.strictObject({ act: z.literal('withdraw'), reason: Reason }),
  ])
  .meta({ id: 'FilingAct' });

/** A notice that corrects a rejected one, or stands for an accepted one. */
export const FollowFiling = z.strictObject({ reason: Reason }).meta({ id: 'FollowFiling' });

export const SignTableQuery = z.strictObject({ on: Day.optional() });
export const SignTable = z
  .object({
    number: z.int().nullable().meta({ description: 'null: none was loaded' }),
    at: Moment.nullable(),
    by: Person.nullable(),
    source: z.string().nullable(),
    note: z.string(),
    rows: z
      .array(
        z.object({
          code: z.string(),
          text: z.string(),
          from: z.string(),
          to: z.string().nullable(),
        }),
      )
      .max(2_000),
  })
  .meta({ id: 'FilingSignTable' });
/** The table as the compliance officer has it: a header `code,text,from,to`, one code a line. */
export const LoadSigns = z
  .strictObject({ csv: prose(500_000), source: line(300) })
  .meta({ id: 'LoadFilingSigns' });

/** What every notice says of the institution: requisites of part 2, and its name with the AFM. */
export const FilingSettings = z
  .object({
    version: z.int().meta({ description: '0: none were saved' }),
    sender: z.string(),
    reporter: Values,
  })
  .meta({ id: 'FilingSettings' });
export const SaveFilingSettings = z
  .strictObject({ sender: line(32).regex(/^[A-Z0-9]+$/), reporter: Values })
  .meta({ id: 'SaveFilingSettings' });

export const ThresholdQuery = z.strictObject({ day: Day });

/** Operations of a day that reach a threshold, and those that would but for an exemption. */
export const ThresholdDay = z
  .object({
    day: z.string(),
    institution: z.string(),
    looked: z.int().meta({ description: 'Transfers of the day that reach the least of the sums' }),
    items: z
      .array(
        z.object({
          transfer: z.string(),
          seq: z.int(),
          at: Moment,
          amountMinor: Minor,
          payer: z.string().meta({ description: 'Masked' }),
          payee: z.string().meta({ description: 'Masked' }),
          outcome: z
            .enum(['due', 'ask', 'exempt'])
            .meta({ description: 'ask: a person must decide first' }),
          reasons: z
            .array(
              z.object({
                threshold: z.string(),
                operation: z
                  .string()
                  .nullable()
                  .meta({ description: 'null: no code in the list read' }),
                text: z.string(),
                act: z.string(),
                article: z.string(),
                source: z.string(),
                verified: Verified,
              }),
            )
            .max(16),
          exemption: z.object({ id: z.string(), text: z.string(), source: z.string() }).nullable(),
          decide: z.array(z.object({ code: z.string(), text: z.string() })).max(16),
          filing: z
            .object({
              filingId: z.int(),
              state: z.enum(FILING_STATES),
              number: z.string().nullable(),
              problems: z.int().meta({ description: 'That still stop it' }),
            })
            .nullable(),
        }),
      )
      .max(5_000),
    cut: z.boolean().meta({ description: 'There were more than are listed' }),
    dueAt: Moment,
    uncertain: z.boolean(),
    cannotTell: z
      .array(z.string())
      .max(32)
      .meta({ description: 'Thresholds of the law that fields of a transfer cannot tell' }),
  })
  .meta({ id: 'ThresholdDay' });

/** Makes the notices of a day; those that are there stay as they are. */
export const FileThresholds = z.strictObject({ day: Day }).meta({ id: 'FileThresholds' });

/** A request of the Agency, and the case that came of it. */
export const AfmRequest = z
  .object({
    requestId: z.int(),
    version: z.int(),
    caseId: z.int(),
    documentGuid: z.string(),
    receivedAt: Moment,
    receivedBy: z.string(),
    countDays: z.int().nullable().meta({ description: 'Days for the answer, as the request says' }),
    dueAt: Moment,
    overdue: z.boolean(),
    text: z.string(),
    answeredAt: Moment.nullable(),
    answeredBy: z.string().nullable(),
  })
  .meta({ id: 'AfmRequest' });
export const AfmRequests = z
  .object({ items: z.array(AfmRequest).max(200) })
  .meta({ id: 'AfmRequests' });
export const AfmRequestParams = z.strictObject({ requestId: Id });
export const CaseOfRequests = z.strictObject({ caseId: Id });

export const TakeRequestQuery = z.strictObject({
  suspicious: flagText
    .default(false)
    .meta({ description: 'It is about a suspicious operation: one working day instead of three' }),
});

/** The answer: words, and files of the case. */
export const AnswerRequest = z
  .strictObject({ comment: prose(3_000, 3), files: z.array(Number_).max(20).default([]) })
  .meta({ id: 'AnswerAfmRequest', examples: [{ comment: 'Сведения приложены', files: [3] }] });

export const FilingFileQuery = z.strictObject({
  signed: flagText.default(false).meta({ description: 'The file that came back signed' }),
});
export const FilingPdfQuery = z.strictObject({ language: z.enum(['ru', 'kk']).default('ru') });
