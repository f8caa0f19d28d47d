import { z } from 'zod';
import { CASE_ACTS } from '../../domain/case/case-acts.ts';
import { FACT_KINDS } from '../../domain/case/case-fact.ts';
import { CASE_OUTCOMES, CASE_STATES } from '../../domain/case/case-file.ts';
import { TLP } from '../../domain/case/marking.ts';
import { CASE_TERMS } from '../../law/case-terms.ts';
import {
  CASE_FILE_STATES,
  CASE_ITEM_KINDS,
  CASE_SOURCES,
  FEEDBACK_SAID,
  FEEDBACK_TARGETS,
  PROPOSAL_KINDS,
} from '../../store/tables/cases.ts';
import { pageOf, pageQuery } from './page.ts';
import { BIG_SERIAL_MOST, integerText, line, Minor, Moment, SERIAL_MOST } from './text.ts';

const Id = integerText(1, BIG_SERIAL_MOST);
export const CaseParams = z.strictObject({ caseId: Id });
export const CaseFileParams = z.strictObject({ caseId: Id, fileId: Id });

const STATE = CASE_STATES.join('|');
const StatesText = z
  .string()
  .max(200)
  .regex(new RegExp(`^(?:${STATE})(?:,(?:${STATE}))*$`))
  .transform((text) => [...new Set(text.split(','))] as (typeof CASE_STATES)[number][])
  .meta({ description: 'States, parted by commas', examples: ['open,in_work'] });

const ItemText = z
  .string()
  .max(160)
  .regex(new RegExp(`^(?:${CASE_ITEM_KINDS.join('|')}):[A-Za-z0-9_.-]{1,120}$`))
  .meta({ description: 'Kind and number of a thing', examples: ['alert:17'] });

export const CaseQuery = z.strictObject({
  ...pageQuery,
  state: StatesText.optional().meta({
    description: 'States, parted by commas; those that are worked on when not said',
  }),
  assignee: z
    .union([z.enum(['me', 'nobody']), integerText(1, BIG_SERIAL_MOST)])
    .optional()
    .meta({ description: 'me, nobody, or the number of a person' }),
  due: z.enum(['overdue', 'today']).optional().meta({
    description: 'overdue: something is late; today: something is due until midnight of Almaty',
  }),
  network: line(64).optional().meta({ description: 'Id of the network it was opened from' }),
  has: ItemText.optional().meta({ description: 'Only cases that something belongs to' }),
  q: line(120).optional().meta({ description: 'A number, words of a title, or an identifier' }),
  order: z.enum(['priority', 'due', 'newest']).default('priority'),
});

const Person = z.object({ userId: z.int(), name: z.string() });
const Verified = z.union([z.literal('no'), z.object({ by: z.string(), on: z.string() })]);

/** A case as the queue shows it. */
export const Case = z
  .object({
    caseId: z.int(),
    version: z.int().meta({ description: 'As in the ETag; for If-Match' }),
    number: z.string().meta({ examples: ['KZ-2026-000123'] }),
    title: z.string().meta({ description: 'In lists, numbers of people in it are masked' }),
    institution: z.string().meta({ description: 'Code of whose case it is' }),
    state: z.enum(CASE_STATES),
    outcome: z.enum(CASE_OUTCOMES).nullable(),
    openedAt: Moment,
    openedBy: Person.nullable().meta({ description: 'null: Qorgan' }),
    openedFrom: z.enum(CASE_SOURCES),
    assignee: Person.nullable(),
    reachMinor: Minor.meta({ description: 'Money still in reach' }),
    harmMinor: Minor,
    priority: Minor.meta({ description: 'Reach and a share of harm; the order of the queue' }),
    nextDueAt: Moment.nullable(),
    overdue: z.boolean(),
    tlp: z.enum(TLP),
    mergedInto: z.int().nullable(),
    splitFrom: z.int().nullable(),
    fromNetwork: z.string().nullable(),
    closedAt: Moment.nullable(),
    updatedAt: Moment,
  })
  .meta({ id: 'Case' });

export const CasePage = pageOf(Case).meta({ id: 'CasePage' });

export const CaseItem = z
  .object({
    itemId: z.int(),
    kind: z.enum(CASE_ITEM_KINDS),
    ref: z.string(),
    label: z.string().meta({ description: 'For a person; masked' }),
    addedAt: Moment,
    addedBy: Person.nullable(),
    reason: z.string().nullable(),
    cameFrom: z.int().nullable().meta({ description: 'The case it stood in before' }),
  })
  .meta({ id: 'CaseItem' });

/** A task; with a term of law it is a deadline. */
export const CaseTask = z
  .object({
    taskId: z.int(),
    title: z.string(),
    term: z
      .object({
        id: z.string(),
        title: z.string().meta({ description: 'In the language asked' }),
        act: z.string(),
        article: z.string(),
        source: z.string(),
        verified: Verified,
      })
      .nullable(),
    eventAt: Moment.nullable().meta({ description: 'What the term runs from' }),
    dueAt: Moment.nullable().meta({ description: 'The first moment after the term' }),
    uncertain: z.boolean().meta({ description: 'A day inside may still be moved' }),
    standing: z
      .enum(['open', 'overdue', 'met', 'late', 'stopped'])
      .meta({ description: 'met and late: done before its term, or after' }),
    assignee: Person.nullable(),
    createdAt: Moment,
    createdBy: Person.nullable(),
    endedAt: Moment.nullable(),
    endedBy: Person.nullable(),
    note: z.string().nullable().meta({ description: 'What was said at its end' }),
  })
  .meta({ id: 'CaseTask' });

const FactValueReply = z.union([
  z.object({ type: z.literal('money'), amountMinor: Minor, currency: z.string() }),
  z.object({ type: z.literal('count'), count: z.int() }),
  z.object({ type: z.literal('word'), word: z.string() }),
]);

export const CaseFactReply = z
  .object({
    factId: z.int(),
    kind: z.enum(FACT_KINDS),
    party: z.string(),
    says: z.enum(['yes', 'no']),
    value: FactValueReply.nullable(),
    actAt: Moment.nullable(),
    shownBy: z.array(z.string()).max(64),
    note: z.string().nullable(),
    by: Person,
    recordedAt: Moment,
    withdrawnAt: Moment.nullable(),
  })
  .meta({ id: 'CaseFact' });

export const CaseFileReply = z
  .object({
    fileId: z.int(),
    name: z.string(),
    media: z.string(),
    bytes: z.int(),
    sha256: z.string().meta({ description: 'Hex' }),
    addedAt: Moment,
    addedBy: Person,
    state: z.enum(CASE_FILE_STATES).meta({
      description:
        'changed, missing: what lies on the disk is not what was taken in; it is not served',
    }),
    checkedAt: Moment,
  })
  .meta({ id: 'CaseFile' });

export const CaseFilePage = z
  .object({ items: z.array(CaseFileReply).max(200) })
  .meta({ id: 'CaseFilePage' });

/** A file that was taken in, and the version of its case then. */
export const CaseFileAdded = z
  .object({ file: CaseFileReply, version: z.int() })
  .meta({ id: 'CaseFileAdded' });

export const CaseProposal = z
  .object({
    proposalId: z.int(),
    what: z.enum(PROPOSAL_KINDS),
    hold: z
      .object({ transfer: z.int(), incoming: z.boolean(), grounds: z.array(z.unknown()).max(16) })
      .nullable(),
    outcome: z.enum(CASE_OUTCOMES).nullable().meta({ description: 'Of a close' }),
    proposedAt: Moment,
    proposedBy: Person,
    note: z.string(),
    decision: z.enum(['approved', 'refused', 'withdrawn']).nullable(),
    decidedAt: Moment.nullable(),
    decidedBy: Person.nullable(),
    decisionNote: z.string().nullable(),
    result: z
      .string()
      .nullable()
      .meta({ examples: ['hold:17'] }),
    decide: z
      .object({ allowed: z.boolean(), code: z.string().nullable(), detail: z.string().nullable() })
      .meta({ description: 'Whether you may decide it now' }),
  })
  .meta({ id: 'CaseProposal' });

export const CaseFeedback = z
  .object({
    feedbackId: z.int(),
    target: z.enum(FEEDBACK_TARGETS),
    ref: z.string(),
    said: z.enum(FEEDBACK_SAID),
    rules: z.array(z.string()).max(64).meta({ description: 'That had signalled on it' }),
    why: z.string(),
    at: Moment,
    by: Person,
    replaced: z.boolean().meta({ description: 'Something else was said of it since' }),
  })
  .meta({ id: 'CaseFeedback' });

export const CaseEvent = z
  .object({
    version: z.int(),
    at: Moment,
    by: Person.nullable().meta({ description: 'null: Qorgan' }),
    act: z.string(),
    state: z.enum(CASE_STATES),
    detail: z.record(z.string(), z.unknown()),
    note: z.string().nullable(),
  })
  .meta({ id: 'CaseEvent' });

const Figure = z.object({
  id: z.string().meta({ examples: ['balance', 'network-harm'] }),
  text: z.string().meta({ description: 'In the language asked' }),
  amountMinor: Minor,
});

/** A case in full; the look is written down. An auditor sees numbers of people masked. */
export const CaseDetail = z
  .object({
    ...Case.shape,
    request: z
      .object({
        from: z.string(),
        number: z.string(),
        text: z.string(),
        receivedAt: Moment,
        term: z.string().nullable(),
      })
      .nullable()
      .meta({ description: 'Of another body' }),
    figures: z
      .object({
        reach: z.array(Figure).max(16),
        harm: z.array(Figure).max(16),
        rule: z.string().meta({ description: 'How priority comes of them' }),
        at: Moment,
      })
      .meta({ description: 'What reach and harm are made of' }),
    items: z.array(CaseItem).max(1_000),
    tasks: z.array(CaseTask).max(500).meta({ description: 'Open ones first, soonest first' }),
    facts: z.array(CaseFactReply).max(500),
    files: z.array(CaseFileReply).max(200),
    proposals: z.array(CaseProposal).max(200),
    feedback: z.array(CaseFeedback).max(500),
    events: z.array(CaseEvent).max(200).meta({ description: 'The latest, newest first' }),
    mergedFrom: z.array(z.int()).max(100),
    splitInto: z.array(z.int()).max(100),
    may: z
      .array(
        z.object({
          kind: z.enum(CASE_ACTS),
          allowed: z.boolean(),
          code: z.string().nullable(),
          detail: z.string().nullable().meta({ description: 'Why not, in the language asked' }),
        }),
      )
      .max(CASE_ACTS.length)
      .meta({ description: 'What you may do now' }),
  })
  .meta({ id: 'CaseDetail' });

export const CaseChangesQuery = z.strictObject({ since: integerText(0, SERIAL_MOST) });

/** What happened to a case after a version: what a person sees whose act was refused by QRG_CASE_VERSION. */
export const CaseChanges = z
  .object({
    version: z.int(),
    events: z.array(CaseEvent).max(200).meta({ description: 'In order' }),
  })
  .meta({ id: 'CaseChanges' });

export const CaseFileQuery = z.strictObject({
  name: line(200).meta({ description: 'Name of the file' }),
  media: z
    .string()
    .max(100)
    .regex(/^[a-z0-9.+-]+\/[a-z0-9.+-]+$/)
    .default('application/octet-stream'),
});

/** People of your institution who work with cases. */
export const CasePeople = z
  .object({
    items: z
      .array(z.object({ userId: z.int(), name: z.string(), roles: z.array(z.string()).max(8) }))
      .max(500),
  })
  .meta({ id: 'CasePeople' });

export const CaseTerms = z
  .object({
    items: z
      .array(
        z.object({
          id: z.enum(CASE_TERMS),
          title: z.string(),
          text: z.string(),
          value: z.int(),
          unit: z.enum(['working_days', 'calendar_days', 'hours']),
          act: z.string(),
          article: z.string(),
          source: z.string(),
          verified: Verified,
        }),
      )
      .max(64),
  })
  .meta({
    id: 'CaseTerms',
    description: 'Terms of law that a task of a case may run by, as of today',
  });
