import { z } from 'zod';
import { GROUND_KINDS } from '../../law/grounds.ts';
import { AFM_OUTCOMES, HOLD_STATES, LE_OUTCOMES, RELEASE_BASES } from '../../law/hold-state.ts';
import type { OutboxKind } from '../../store/tables/holds.ts';
import { AccountRefText, AccountShown } from './account.ts';
import { pageOf, pageQuery } from './page.ts';
import { BIG_SERIAL_MOST, integerText, Minor, Moment, prose } from './text.ts';
import { MomentTold } from './transfer.ts';

export const HoldParams = z.strictObject({ holdId: integerText(1, BIG_SERIAL_MOST) });

const STATE = HOLD_STATES.join('|');
const StatesText = z
  .string()
  .max(200)
  .regex(new RegExp(`^(?:${STATE})(?:,(?:${STATE}))*$`))
  .transform((text) => [...new Set(text.split(','))] as (typeof HOLD_STATES)[number][])
  .meta({ description: 'States, parted by commas', examples: ['proposed,placed'] });

const YesNo = z.enum(['true', 'false']).transform((word) => word === 'true');

export const HoldQuery = z.strictObject({
  ...pageQuery,
  state: StatesText.optional(),
  overdue: YesNo.optional().meta({ description: 'Only those with a term that passed' }),
  account: AccountRefText.optional(),
});

const Person = z.object({ userId: z.int(), name: z.string() }).nullable();

const Subject = z.enum(['payer', 'payee']).nullable();

export const HoldGroundReply = z
  .object({
    kind: z.enum(GROUND_KINDS),
    subject: Subject,
    provision: z.string(),
    before: z.enum(['required', 'permitted', 'none']),
    tell: z.enum(['must', 'may', 'may_not']),
    since: Moment,
  })
  .meta({ id: 'HoldGround' });

export const HoldDeadlineReply = z
  .object({
    term: z.string(),
    title: z.string().meta({ description: 'In the language asked' }),
    from: Moment,
    dueAt: Moment,
    duty: z.enum(['release', 'decide', 'report', 'wait']),
    uncertain: z.boolean().meta({ description: 'A day inside may still be moved' }),
    beyondHold: z.boolean(),
  })
  .meta({ id: 'HoldDeadline' });

/** Money that stands, on grounds in law, with the terms that run. */
export const Hold = z
  .object({
    holdId: z.int(),
    version: z.int().meta({ description: 'As in the ETag; for If-Match' }),
    transfer: z.object({ seq: z.int(), at: Moment.nullable(), amountMinor: Minor }),
    account: AccountShown.meta({ description: 'Whose money stands' }),
    payee: AccountShown,
    heldMinor: Minor.meta({ description: 'What stands of it; the rest is protected income' }),
    currency: z.string(),
    incoming: z.boolean(),
    state: z.enum(HOLD_STATES),
    grounds: z.array(HoldGroundReply).max(64),
    tell: z
      .enum(['must', 'may', 'may_not'])
      .meta({ description: 'Whether the client is told of the hold' }),
    refundRisk: z.boolean(),
    suspendedAt: Moment,
    placedBy: Person,
    placedAt: Moment.nullable(),
    deadlines: z.array(HoldDeadlineReply).max(32).meta({ description: 'Soonest first' }),
    termsProblem: z
      .string()
      .nullable()
      .meta({ description: 'Why terms cannot be counted; deadlines are empty then' }),
    releaseDueAt: Moment.nullable(),
    overdueSince: Moment.nullable(),
    mustRelease: z.boolean(),
    secondPersonNeeded: z.boolean(),
    releaseAskedBy: Person,
    appeal: z.enum(['none', 'waits', 'decided']),
  })
  .meta({ id: 'Hold' });

export const HoldPage = pageOf(Hold).meta({ id: 'HoldPage' });

export const HoldDetail = z
  .object({
    ...Hold.shape,
    events: z
      .array(
        z.object({
          version: z.int(),
          at: Moment,
          by: Person,
          act: z.string(),
          state: z.string(),
          detail: z.unknown(),
          note: z.string().nullable(),
          byClient: z.boolean().meta({ description: 'The client wrote it, by the code' }),
        }),
      )
      .max(200),
    acts: z
      .array(
        z.object({
          kind: z.string(),
          allowed: z.boolean(),
          code: z.string().nullable(),
          detail: z.string().nullable().meta({ description: 'Why not, in the language asked' }),
          bases: z.array(z.enum(RELEASE_BASES)).max(RELEASE_BASES.length),
        }),
      )
      .max(32)
      .meta({ description: 'What you may do now' }),
    provisions: z
      .array(
        z.object({
          id: z.string(),
          act: z.string(),
          article: z.string(),
          text: z.string(),
          source: z.string(),
          verified: z.union([z.literal('no'), z.object({ by: z.string(), on: z.string() })]),
        }),
      )
      .max(64),
    clientCode: z
      .object({ allowed: z.boolean(), givenAt: Moment.nullable() })
      .meta({ description: 'Whether the client has a code to ask by, or may be given one' }),
    refundDuty: z.boolean().meta({ description: 'Who releases now pays (art. 25-1, item 7)' }),
    kept: z.object({ minor: Minor, rules: z.array(z.string()).max(16), asked: z.boolean() }),
    services: z.array(z.object({ id: z.string(), text: z.string() })).max(64),
    notice: z.object({
      problem: z.string().nullable(),
      texts: z.record(z.string(), z.string()).meta({ description: 'By language' }),
    }),
  })
  .meta({ id: 'HoldDetail' });

const Words = prose(2_000, 5).meta({ description: 'Why, in your words; five characters at least' });
const Grounds = z.array(z.strictObject({ kind: z.enum(GROUND_KINDS), subject: Subject })).max(16);

/** A hold that a person begins without a proposal. */
export const OpenHold = z
  .strictObject({
    transfer: z.int().min(1).meta({ description: '`seq` of the transfer' }),
    incoming: z.boolean().meta({ description: 'The payee is your client' }),
    grounds: Grounds.min(1),
    reason: Words,
    notProtectedBecause: prose(2_000).optional(),
  })
  .meta({ id: 'OpenHold' });

const SIMPLE_ACTS = [
  'ask',
  'answer',
  'notify_centre',
  'report_afm',
  'ask_release',
  'refuse',
  'appeal',
] as const;

/** One act of a person on a hold. */
export const HoldAct = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('place'),
      reason: Words,
      grounds: Grounds.optional(),
      notProtectedBecause: prose(2_000).optional(),
    }),
    z.strictObject({ kind: z.literal('add_ground'), reason: Words, grounds: Grounds.min(1) }),
    z.strictObject({ kind: z.enum(SIMPLE_ACTS), reason: Words }),
    z.strictObject({
      kind: z.literal('le_decision'),
      reason: Words,
      outcome: z.enum(LE_OUTCOMES),
      decidedAt: MomentTold,
    }),
    z.strictObject({
      kind: z.literal('afm_decision'),
      reason: Words,
      outcome: z.enum(AFM_OUTCOMES),
      decidedAt: MomentTold,
    }),
    z.strictObject({
      kind: z.literal('release'),
      reason: Words,
      basis: z.enum(RELEASE_BASES),
      acknowledgedRefundDuty: z.boolean().optional(),
    }),
    z.strictObject({
      kind: z.literal('return_money'),
      reason: Words,
      prosecutorAgreed: z.boolean(),
    }),
    z.strictObject({
      kind: z.literal('decide_appeal'),
      reason: Words,
      granted: z.boolean(),
      acknowledgedRefundDuty: z.boolean().optional(),
    }),
  ])
  .meta({ id: 'HoldAct', examples: [{ kind: 'ask', reason: 'За что перевод?' }] });

const OUTBOX_KINDS = [
  'client_notice',
  'centre_notice',
  'centre_release',
  'afm_message',
  'must_release',
  'release',
  'refuse',
  'return_money',
] as const satisfies readonly OutboxKind[];

export const OutboxParams = z.strictObject({ outboxId: integerText(1, BIG_SERIAL_MOST) });
export const OutboxQuery = z.strictObject(pageQuery);

/** What the bank's own systems have to do next. */
export const OutboxPage = pageOf(
  z
    .object({
      outboxId: z.int(),
      holdId: z.int(),
      kind: z.enum(OUTBOX_KINDS),
      createdAt: Moment,
      body: z.unknown(),
    })
    .meta({ id: 'HoldTask' }),
).meta({ id: 'HoldTaskPage' });
