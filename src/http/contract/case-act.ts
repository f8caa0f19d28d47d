import { z } from 'zod';
import { FACT_KINDS } from '../../domain/case/case-fact.ts';
import { CASE_OUTCOMES } from '../../domain/case/case-file.ts';
import { TLP } from '../../domain/case/marking.ts';
import { CASE_TERMS } from '../../law/case-terms.ts';
import { GROUND_KINDS } from '../../law/grounds.ts';
import { CASE_ITEM_KINDS, FEEDBACK_SAID, FEEDBACK_TARGETS } from '../../store/tables/cases.ts';
import { Case } from './case.ts';
import { BIG_SERIAL_MOST, line, prose, SERIAL_MOST } from './text.ts';
import { Currency, MomentTold } from './transfer.ts';

const Number_ = z.int().min(1).max(BIG_SERIAL_MOST);
const Subject = z.enum(['payer', 'payee']).nullable();
const Grounds = z.array(z.strictObject({ kind: z.enum(GROUND_KINDS), subject: Subject })).max(16);

const Words = prose(2_000, 5).meta({ description: 'Why, in your words; five characters at least' });
const Title = line(200, 3);
const Ref = z
  .string()
  .max(120)
  .regex(/^[A-Za-z0-9_.-]+$/)
  .meta({ description: 'Number of a thing, as other replies give it' });
const Item = z.strictObject({ kind: z.enum(CASE_ITEM_KINDS), ref: Ref });
const Term = z.enum(CASE_TERMS).meta({ description: 'Id of a term of law' });

/** Opens a case of your institution. */
export const OpenCase = z
  .strictObject({
    title: Title,
    from: z.enum(['alert', 'network', 'post', 'campaign', 'report', 'request', 'hand']),
    items: z
      .array(Item)
      .max(200)
      .default([])
      .meta({ description: 'What it is opened from stands first' }),
    request: z
      .strictObject({
        from: line(200, 2),
        number: line(100),
        text: prose(20_000, 5),
        receivedAt: MomentTold,
        term: Term.optional(),
      })
      .optional()
      .meta({ description: 'Of another body; with `from` request' }),
    tlp: z.enum(TLP).default('amber'),
    assignee: z.enum(['me', 'nobody']).default('me'),
    reason: Words,
  })
  .refine(({ from, request }) => (from === 'request') === (request !== undefined))
  .refine(({ from, items }) => from === 'request' || from === 'hand' || items[0]?.kind === from, {
    path: ['items'],
  })
  .meta({
    id: 'OpenCase',
    examples: [
      {
        title: 'Дропперы у вокзала',
        from: 'alert',
        items: [{ kind: 'alert', ref: '17' }],
        reason: 'Три перевода за десять минут',
      },
    ],
  });

export const EditCase = z
  .strictObject({ title: Title.optional(), tlp: z.enum(TLP).optional(), reason: Words.optional() })
  .refine(({ title, tlp }) => title !== undefined || tlp !== undefined)
  .meta({ id: 'EditCase' });

const FactValueTold = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('money'),
    amountMinor: z.int().min(0).max(BIG_SERIAL_MOST),
    currency: Currency,
  }),
  z.strictObject({ type: z.literal('count'), count: z.int().min(0).max(SERIAL_MOST) }),
  z.strictObject({ type: z.literal('word'), word: line(40) }),
]);

/** One act of a person on a case. */
export const CaseAct = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('take') }),
    z.strictObject({ kind: z.literal('assign'), to: Number_, reason: Words }),
    z.strictObject({ kind: z.enum(['return', 'wait', 'resume']), reason: Words }),
    z.strictObject({ kind: z.literal('note'), note: prose(20_000, 1) }),
    z.strictObject({
      kind: z.literal('call'),
      customer: Number_.optional().meta({ description: 'Number of the customer who was called' }),
      calledAt: MomentTold,
      reached: z.boolean(),
      note: prose(20_000, 1).meta({ description: 'What was asked and answered' }),
    }),
    z.strictObject({
      kind: z.literal('add_item'),
      items: z.array(Item).min(1).max(200),
      reason: Words,
    }),
    z.strictObject({ kind: z.literal('remove_item'), item: Number_, reason: Words }),
    z.strictObject({
      kind: z.literal('task_add'),
      title: line(300, 3),
      term: Term.optional().meta({ description: 'Then `eventAt`, and the due time is of law' }),
      eventAt: MomentTold.optional(),
      dueAt: MomentTold.optional(),
      assignee: Number_.optional(),
    }),
    z.strictObject({
      kind: z.literal('task_done'),
      task: Number_,
      doneAt: MomentTold.optional().meta({ description: 'Now when not said' }),
      note: prose(2_000, 1).optional(),
    }),
    z.strictObject({ kind: z.literal('task_drop'), task: Number_, reason: Words }),
    z.strictObject({
      kind: z.literal('fact_say'),
      fact: z.enum(FACT_KINDS),
      party: Ref,
      says: z.enum(['yes', 'no']),
      value: FactValueTold.optional(),
      actAt: MomentTold.optional(),
      shownBy: z.array(Ref).max(64).default([]),
      note: prose(2_000, 1).optional(),
    }),
    z.strictObject({ kind: z.literal('fact_withdraw'), fact: Number_, reason: Words }),
    z.strictObject({
      kind: z.literal('feedback'),
      target: z.enum(FEEDBACK_TARGETS),
      ref: Ref,
      said: z.enum(FEEDBACK_SAID),
      why: Words,
    }),
    z.strictObject({
      kind: z.literal('propose_hold'),
      transfer: Number_.meta({ description: '`seq` of the transfer' }),
      incoming: z.boolean().meta({ description: 'The payee is your client' }),
      grounds: Grounds.min(1),
      reason: Words,
    }),
    z.strictObject({
      kind: z.literal('propose_close'),
      outcome: z.enum(CASE_OUTCOMES),
      reason: Words,
    }),
    z.strictObject({
      kind: z.literal('decide_proposal'),
      proposal: Number_,
      approve: z.boolean(),
      notProtectedBecause: prose(2_000).optional().meta({
        description: 'Of a hold on income: why all of it stands',
      }),
      reason: Words,
    }),
    z.strictObject({ kind: z.literal('withdraw_proposal'), proposal: Number_, reason: Words }),
    z.strictObject({ kind: z.literal('close'), outcome: z.enum(CASE_OUTCOMES), reason: Words }),
    z.strictObject({ kind: z.literal('reopen'), reason: Words }),
    z.strictObject({
      kind: z.literal('merge'),
      into: Number_.meta({ description: 'The case that everything moves to' }),
      intoVersion: z
        .int()
        .min(1)
        .max(SERIAL_MOST)
        .meta({ description: 'Its version as you saw it' }),
      reason: Words,
    }),
    z.strictObject({
      kind: z.literal('split'),
      title: Title,
      items: z.array(Number_).min(1).max(200).meta({ description: '`itemId` of what goes' }),
      files: z.array(Number_).max(200).default([]),
      facts: z.array(Number_).max(500).default([]),
      tasks: z.array(Number_).max(200).default([]),
      reason: Words,
    }),
  ])
  .meta({
    id: 'CaseAct',
    examples: [{ kind: 'note', note: 'Клиент перезвонит завтра' }],
  });

/** Where an act led: another case for a merge and a split. */
export const CaseActed = z
  .object({
    ...Case.shape,
    other: z
      .int()
      .nullable()
      .meta({ description: 'Of a merge: the case that took all; of a split: the new one' }),
  })
  .meta({ id: 'CaseActed' });
