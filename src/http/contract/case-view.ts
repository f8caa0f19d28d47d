import { z } from 'zod';
import { OWNER_KINDS } from '../../domain/account.ts';
import { CASE_ROLES } from '../../domain/case/case-file.ts';
import { CHANNELS } from '../../domain/transfer.ts';
import { VERDICTS } from '../../engine/verdict.ts';
import { SHARED_KINDS } from '../../service/cases/case-entities/compare-parties.ts';
import { NODES_MOST } from '../../service/cases/case-graph/draw.ts';
import {
  TIMELINE_KINDS,
  type TimelineKind,
} from '../../service/cases/case-timeline/timeline-entry.ts';
import { pageOf, pageQuery } from './page.ts';
import { BIG_SERIAL_MOST, integerText, line, Minor, Moment, MomentText } from './text.ts';

const CaseId = integerText(1, BIG_SERIAL_MOST);
export const CaseViewParams = z.strictObject({ caseId: CaseId });

/** What a case file calls its accounts and parties: 'a17', 'c3', 'o5', 's2', 'sp2', 'i4'. */
const ELEMENT = /^[a-z]{1,2}\d{1,15}$/;
const ElementId = z.string().regex(ELEMENT);

const elements = (most: number) =>
  z
    .string()
    .max(most * 18)
    .regex(/^[a-z]{1,2}\d{1,15}(?:,[a-z]{1,2}\d{1,15})*$/)
    .transform((text) => [...new Set(text.split(','))])
    .refine((ids) => ids.length <= most);

/** An account as pictures and lines of a case name it. */
export const CaseAccountShown = z
  .object({
    id: ElementId.meta({ description: 'As the case file names it', examples: ['a1042'] }),
    ref: z.int().nullable().meta({ description: 'Its number here; null: known from a file only' }),
    name: z.string().meta({ description: 'Masked', examples: ['KZ00 •••• 0001'] }),
  })
  .meta({ id: 'CaseAccountShown' });

const KIND = TIMELINE_KINDS.join('|');
export const CaseTimelineQuery = z.strictObject({
  ...pageQuery,
  kind: z
    .string()
    .max(200)
    .regex(new RegExp(`^(?:${KIND})(?:,(?:${KIND}))*$`))
    .transform((text) => [...new Set(text.split(','))] as TimelineKind[])
    .optional()
    .meta({ description: 'Kinds, parted by commas; all of them when not said' }),
  order: z.enum(['oldest', 'newest']).default('oldest'),
  from: MomentText.optional(),
  to: MomentText.optional(),
  suspicious: z
    .enum(['true'])
    .transform(() => true)
    .optional()
    .meta({ description: 'Of the transfers only those the case is about' }),
});

/** Where a line of the timeline leads: kind of thing and its own number or id. */
const Opens = z
  .object({
    kind: z.enum([
      'transfer',
      'post',
      'alert',
      'event',
      'task',
      'hold',
      'filing',
      'package',
      'file',
      'statement',
    ]),
    ref: z.string().max(64),
  })
  .nullable();

/** One thing that happened, at its place in time. */
export const CaseTimelineEntry = z
  .object({
    entryId: z.string().meta({ description: 'Stable within the case', examples: ['t1042'] }),
    element: z.string().nullable().meta({
      description: 'What the case file calls it: facts point to it; null: not in the file',
    }),
    kind: z.enum(TIMELINE_KINDS),
    at: Moment,
    what: z.string().meta({
      description: 'Act, state or channel as a word; words for people are the page’s',
      examples: ['take', 'placed', 'transfer'],
    }),
    text: z
      .string()
      .max(2_000)
      .nullable()
      .meta({ description: 'Note, call, words of a post with contacts hidden; null: none' }),
    by: z.string().nullable().meta({ description: 'Who did it; null: nobody, or the system' }),
    amountMinor: Minor.nullable(),
    currency: z.string().nullable(),
    from: CaseAccountShown.nullable(),
    to: CaseAccountShown.nullable(),
    verdict: z.enum(VERDICTS).nullable(),
    score: z.number().nullable(),
    suspicious: z.boolean(),
    opens: Opens,
  })
  .meta({ id: 'CaseTimelineEntry' });

export const CaseTimeline = pageOf(CaseTimelineEntry).meta({ id: 'CaseTimeline' });

export const GRAPH_EXPAND_MOST = 100;

export const CaseGraphQuery = z.strictObject({
  from: MomentText.optional(),
  to: MomentText.optional(),
  amountLeast: integerText(0, Number.MAX_SAFE_INTEGER)
    .default(0)
    .meta({ description: 'Transfers of less are left out; minor units' }),
  expand: elements(GRAPH_EXPAND_MOST)
    .optional()
    .meta({ description: 'Ids of accounts whose neighbours are added, parted by commas' }),
});

export const CaseGraphNode = z
  .object({
    ...CaseAccountShown.shape,
    role: z.enum(CASE_ROLES),
    institution: z.string().nullable().meta({ description: 'Bank in words; null: not known' }),
    country: z.string().nullable().meta({ description: 'ISO 3166-1 alpha-2; null: not known' }),
    foreign: z.boolean().meta({ description: 'In another country than the institution' }),
    wallet: z.boolean(),
    hub: z.boolean().meta({ description: 'A shop, a bank, an employer: never walked through' }),
    core: z.boolean().meta({ description: 'Of the case itself; false: met by its money' }),
    hops: z.int().nullable().meta({ description: 'Steps from the first payer; null: not traced' }),
    inMinor: Minor.meta({ description: 'Over the edges shown' }),
    outMinor: Minor,
    restMinor: Minor.meta({
      description: 'Of what came in and is shown, at most so much may still be here',
    }),
    heldMinor: Minor.meta({ description: 'Under holds that stand' }),
    expandable: z.boolean().meta({ description: 'Has been walked through, or may be' }),
    expanded: z.boolean(),
  })
  .meta({ id: 'CaseGraphNode' });

export const CaseGraphEdge = z
  .object({
    from: ElementId,
    to: ElementId,
    amountMinor: Minor,
    currency: z.string(),
    count: z.int(),
    firstAt: Moment,
    lastAt: Moment,
    suspicious: z.boolean().meta({ description: 'One of its transfers is what the case is about' }),
    channels: z.array(z.enum(CHANNELS)).max(CHANNELS.length),
  })
  .meta({ id: 'CaseGraphEdge' });

/** Money between accounts of a case and those beside them. */
export const CaseGraph = z
  .object({
    nodes: z.array(CaseGraphNode).max(NODES_MOST),
    edges: z.array(CaseGraphEdge).max(20_000),
    moreNodes: z.int().meta({ description: 'Accounts that found no room' }),
    moreEdges: z.int(),
    complete: z
      .boolean()
      .meta({ description: 'False when more transfers were there than one look reads' }),
    from: Moment.nullable().meta({ description: 'First and last transfer of the case' }),
    to: Moment.nullable(),
    countries: z
      .array(z.string())
      .max(64)
      .meta({ description: 'Of foreign accounts shown, ISO 3166-1 alpha-2' }),
  })
  .meta({ id: 'CaseGraph' });

export const CaseEntitiesQuery = z.strictObject({
  compare: elements(8)
    .optional()
    .meta({ description: 'Ids of two to eight parties to hold side by side' }),
});

/** A party of the case, in full for those who work on it: the look is written down. */
export const CaseEntityParty = z
  .object({
    id: ElementId,
    kind: z.enum(OWNER_KINDS),
    name: z.string().nullable(),
    taxNumber: z.string().nullable().meta({ description: 'IIN or BIN' }),
    bornOn: z.string().nullable(),
    citizenship: z.string().nullable(),
    address: z.string().nullable(),
    phones: z.array(z.string()).max(64),
    role: z.enum(CASE_ROLES),
    client: z.boolean(),
    accounts: z.array(ElementId).max(256),
    inMinor: Minor,
    outMinor: Minor,
    from: z.string().nullable().meta({ description: 'Who told it from outside; null: our own' }),
  })
  .meta({ id: 'CaseEntityParty' });

export const CaseEntityAccount = z
  .object({
    id: ElementId,
    ref: z.int().nullable(),
    account: z.string(),
    institution: z.string().nullable(),
    bic: z.string().nullable(),
    country: z.string().nullable(),
    foreign: z.boolean(),
    wallet: z.boolean(),
    currency: z.string(),
    holder: ElementId.nullable(),
    role: z.enum(CASE_ROLES),
    status: z.enum(['active', 'held', 'closed']),
    hops: z.int().nullable(),
    openedAt: Moment.nullable(),
    inMinor: Minor,
    outMinor: Minor,
    transfers: z.int(),
  })
  .meta({ id: 'CaseEntityAccount' });

/** What two or more of the compared parties have in common. */
export const CaseShared = z
  .object({
    kind: z.enum(SHARED_KINDS),
    value: z.string().meta({ description: 'The thing itself; of a post or an account its id' }),
    parties: z.array(ElementId).min(2).max(8),
  })
  .meta({ id: 'CaseShared' });

export const CaseEntities = z
  .object({
    masked: z.boolean().meta({ description: 'Names and numbers are masked for your role' }),
    cut: z.boolean().meta({ description: 'The case has more transfers than a file carries' }),
    parties: z.array(CaseEntityParty).max(10_000),
    accounts: z.array(CaseEntityAccount).max(10_000),
    contacts: z
      .array(
        z.object({
          id: z.string(),
          kind: z.string(),
          value: z.string(),
          seenWith: z.array(z.string()).max(1_000),
        }),
      )
      .max(2_000),
    networks: z
      .array(
        z.object({
          networkId: z.string(),
          certainty: z.number(),
          harmMinor: Minor,
          story: z.string(),
          countries: z.array(z.string()).max(64),
        }),
      )
      .max(200),
    compared: z
      .array(CaseShared)
      .max(1_000)
      .nullable()
      .meta({ description: 'What the parties of `compare` share; null when none was asked' }),
  })
  .meta({ id: 'CaseEntities' });

/** Name of the file that is sent as the body. */
export const StatementQuery = z.strictObject({
  name: line(200)
    .regex(/^[^/\\]+$/)
    .meta({ description: 'Name of the file', examples: ['выписка-kaspi.xlsx'] }),
});

export const StatementOpenQuery = z.strictObject({
  ...StatementQuery.shape,
  title: line(200).optional().meta({ description: 'Title of the case that is opened' }),
});

/** Largest statement taken, bytes. */
export const STATEMENT_BYTES_MOST = 16 * 1_048_576;

const Period = z.object({ from: Moment, to: Moment });
const Localized = z.object({ ru: z.string(), kk: z.string(), en: z.string() });

/** Where the trail ends for want of a statement, and the letter that asks for it. */
export const CaseGap = z
  .object({
    account: z.string(),
    institution: Localized,
    ...Period.shape,
    amountMinor: Minor,
    request: Localized.meta({ description: 'Ready to send, after its blanks are filled in' }),
  })
  .meta({ id: 'CaseGap' });

export const CaseStatementFile = z
  .object({
    statementId: z.int(),
    name: z.string(),
    sha256: z.string(),
    bytes: z.int(),
    addedAt: Moment,
    addedBy: z.string(),
    format: z.string().meta({ description: "'none': it could not be read" }),
    rows: z.int(),
    accepted: z.int(),
    rejected: z.int(),
  })
  .meta({ id: 'CaseStatementFile' });

/** What the dropped files are, together; every file is read again with those beside it. */
export const CaseStatements = z
  .object({
    caseId: z.int(),
    files: z.array(CaseStatementFile).max(100),
    transfers: z.int(),
    accounts: z.int(),
    networks: z.int(),
    cut: z
      .boolean()
      .meta({ description: 'More transfers than a case holds: the gravest are kept' }),
    rejects: z
      .array(z.object({ file: z.string(), line: z.int(), code: z.string(), reason: z.string() }))
      .max(1_000),
    rejected: z.int().meta({ description: 'All of them, also those not listed' }),
    gaps: z.array(CaseGap).max(500),
  })
  .meta({ id: 'CaseStatements' });

export const StatementTaken = z
  .object({
    ...CaseStatements.shape,
    repeated: z.boolean().meta({ description: 'This very file was there; nothing changed' }),
  })
  .meta({ id: 'StatementTaken' });
