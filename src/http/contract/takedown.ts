import { z } from 'zod';
import { LANGUAGES } from '../../domain/language.ts';
import { POST_LABELS } from '../../domain/post.ts';
import { CAPTURE_CAUSES, CHECK_RESULTS } from '../../store/tables/watch.ts';
import { TAKEDOWN_STATES } from '../../watch/takedown/takedown-state.ts';
import { pageOf, pageQuery } from './page.ts';
import { BIG_SERIAL_MOST, flagText, integerText, line, Moment, MomentText, prose } from './text.ts';
import { MomentTold } from './transfer.ts';

const Id = integerText(1, BIG_SERIAL_MOST);
export const TakedownParams = z.strictObject({ takedownId: Id });
export const AppealParams = z.strictObject({ takedownId: Id, appealId: Id });
export const CaptureParams = z.strictObject({ captureId: Id });
export const CapturedPostParams = z.strictObject({ postId: Id });

const STATE = TAKEDOWN_STATES.join('|');
const StatesText = z
  .string()
  .max(200)
  .regex(new RegExp(`^(?:${STATE})(?:,(?:${STATE}))*$`))
  .transform((text) => [...new Set(text.split(','))] as (typeof TAKEDOWN_STATES)[number][])
  .meta({ description: 'States, parted by commas', examples: ['triaged,sealed'] });

const ChannelText = line(64)
  .regex(/^[a-z][a-z0-9_]*$/)
  .meta({ description: 'Id of a channel', examples: ['platform_memorandum'] });

export const TakedownQuery = z.strictObject({
  ...pageQuery,
  state: StatesText.optional(),
  channel: ChannelText.optional(),
  overdue: flagText
    .optional()
    .meta({ description: 'Only those whose answer, or whose next look at the page, is late' }),
  post: Id.optional(),
  campaign: Id.optional(),
});

const Person = z.object({ userId: z.int(), name: z.string() });
const Verified = z.union([z.literal('no'), z.object({ by: z.string(), on: z.string() })]);

/** What a request or a term stands on. */
const Ground = z
  .object({
    id: z.string(),
    act: z.string().meta({ description: 'Name of the act, in the language asked' }),
    article: z.string(),
    edition: z.string().meta({ description: 'Date of the edition read, or "none"' }),
    text: z.string().meta({ description: 'In own words, in the language asked' }),
    source: z.string(),
    verified: Verified,
  })
  .meta({ id: 'TakedownGround' });

const Term = z
  .object({
    id: z.string(),
    title: z.string(),
    value: z.int(),
    unit: z.enum(['hours', 'calendar_days']),
    act: z.string(),
    article: z.string(),
    text: z.string(),
    source: z.string(),
    verified: Verified,
  })
  .meta({ id: 'TakedownTerm' });

/** A way to ask for removal: whom, for what, by what law. */
export const TakedownChannel = z
  .object({
    channel: z.string(),
    title: z.string(),
    addressees: z.array(z.string()).max(16).meta({ description: 'Kinds of addressee, in words' }),
    asks: z.string(),
    decides: z.string().meta({ description: 'Who decides; never Qorgan' }),
    contacts: z.enum(['full', 'masked']).meta({ description: 'How the letter names contacts' }),
    package: z.boolean().meta({ description: 'The sealed package goes with the letter' }),
    grounds: z.array(Ground).max(32),
    terms: z.array(Term).max(32),
  })
  .meta({ id: 'TakedownChannel' });

export const TakedownChannels = z
  .object({ items: z.array(TakedownChannel).max(32) })
  .meta({ id: 'TakedownChannels' });

/** What could be asked for one post, the fitting way first. */
export const TakedownOptions = z
  .object({
    postId: z.int(),
    host: z.string().nullable().meta({ description: 'Where the page is, in words' }),
    code: z
      .string()
      .nullable()
      .meta({ description: 'Why no request can be drafted; null: it can' }),
    detail: z.string().nullable(),
    channels: z
      .array(
        z.object({
          ...TakedownChannel.shape,
          suggested: z.boolean(),
          addressee: z.string().meta({ description: 'Suggested; may be written anew' }),
          ground: z.string().meta({ description: 'Id of the suggested ground' }),
          open: z.int().nullable().meta({ description: 'A request by this way that stands' }),
        }),
      )
      .max(32),
  })
  .meta({ id: 'TakedownOptions' });

/** A request to take a page down. */
export const Takedown = z
  .object({
    takedownId: z.int(),
    version: z.int().meta({ description: 'As in the ETag; for If-Match' }),
    post: z.object({
      postId: z.int(),
      url: z.string().nullable(),
      label: z.enum(POST_LABELS).meta({ description: 'What a person said of it' }),
      goneAt: Moment.nullable(),
    }),
    campaignId: z.int().nullable(),
    follows: z
      .int()
      .nullable()
      .meta({ description: 'The earlier request whose page or campaign came back' }),
    channel: z.object({ channel: z.string(), title: z.string() }),
    addressee: z.string(),
    language: z.enum(LANGUAGES),
    ground: z.object({ id: z.string(), act: z.string(), article: z.string(), verified: Verified }),
    state: z.enum(TAKEDOWN_STATES),
    captureId: z.int().nullable(),
    foundAt: Moment,
    createdAt: Moment,
    draftedBy: Person,
    approvedBy: Person.nullable(),
    requestedAt: Moment.nullable(),
    requestNumber: z.string().nullable(),
    answeredAt: Moment.nullable(),
    removedAt: Moment.nullable(),
    wasWrong: z.boolean().meta({ description: 'Refused because it was wrong to ask' }),
    answerDueAt: Moment.nullable(),
    nextCheckAt: Moment.nullable(),
    overdue: z.boolean(),
    appeal: z.enum(['none', 'waits', 'decided']),
  })
  .meta({ id: 'Takedown' });

export const TakedownPage = pageOf(Takedown).meta({ id: 'TakedownPage' });

/** A sealed copy of a page. */
export const Capture = z
  .object({
    captureId: z.int(),
    postId: z.int().nullable(),
    at: Moment,
    cause: z.enum(CAPTURE_CAUSES),
    url: z.string().nullable(),
    status: z.int().nullable().meta({ description: 'HTTP status; null without a request' }),
    sha256: z.string().meta({ description: 'Of the package, hex' }),
    bytes: z.int(),
    timestamped: z.boolean().meta({ description: 'By an outside timestamp authority (RFC 3161)' }),
    hasScreenshot: z.boolean(),
  })
  .meta({ id: 'Capture' });

export const CapturePage = pageOf(Capture).meta({ id: 'CapturePage' });
export const CaptureQuery = z.strictObject(pageQuery);

/** What was found when a page was fetched and sealed. */
export const CaptureTaken = z
  .object({
    ...Capture.shape,
    result: z.enum(CHECK_RESULTS).meta({ description: 'Against what the post said before' }),
  })
  .meta({ id: 'CaptureTaken' });

const Check = z
  .object({
    hours: z.int().meta({ description: 'After the request' }),
    dueAt: Moment,
    doneAt: Moment.nullable(),
    result: z.enum(CHECK_RESULTS).nullable(),
    captureId: z.int().nullable(),
  })
  .meta({ id: 'TakedownCheck' });

export const TakedownDetail = z
  .object({
    ...Takedown.shape,
    capture: Capture.nullable(),
    ground: Ground,
    terms: z.array(Term).max(32),
    checks: z.array(Check).max(16).meta({ description: 'Soonest first' }),
    events: z
      .array(
        z.object({
          at: Moment,
          by: Person.nullable().meta({ description: 'null: Qorgan saw it by itself' }),
          event: z.string(),
          state: z.enum(TAKEDOWN_STATES),
          note: z.string(),
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
        }),
      )
      .max(16)
      .meta({ description: 'What you may do now' }),
    reposts: z
      .array(z.int())
      .max(50)
      .meta({ description: 'Posts of the campaign that were found after the removal' }),
    followedBy: z.array(z.int()).max(50).meta({ description: 'Later requests that follow it' }),
  })
  .meta({ id: 'TakedownDetail' });

const Words = prose(2_000, 5).meta({ description: 'Why, in your words; five characters at least' });
const Subject = line(300, 3);
const Body = prose(20_000, 20);
const Addressee = line(300, 2);

/** A request that a person drafts for a post that a person said to be an unlawful offer. */
export const DraftTakedown = z
  .strictObject({
    post: z.int().min(1).max(BIG_SERIAL_MOST),
    channel: ChannelText,
    language: z.enum(LANGUAGES),
    ground: line(120)
      .optional()
      .meta({ description: 'Id of a ground of the channel; the fitting one when not said' }),
    addressee: Addressee.optional(),
    capture: z
      .int()
      .min(1)
      .max(BIG_SERIAL_MOST)
      .optional()
      .meta({ description: 'A sealed copy that is there; without it, seal by an act' }),
    reason: Words,
  })
  .meta({
    id: 'DraftTakedown',
    examples: [
      { post: 17, channel: 'platform_memorandum', language: 'ru', reason: 'Вербовка дропперов' },
    ],
  });

/** Words of the letter, anew. Only who drafted it writes it, so that another person approves all of it. */
export const EditTakedown = z
  .strictObject({
    subject: Subject.optional(),
    body: Body.optional(),
    addressee: Addressee.optional(),
  })
  .refine((edit) => Object.keys(edit).length > 0)
  .meta({ id: 'EditTakedown' });

/** One act of a person on a request. */
export const TakedownAct = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('seal'),
      capture: z
        .int()
        .min(1)
        .max(BIG_SERIAL_MOST)
        .optional()
        .meta({ description: 'A sealed copy that is there; without it the page is fetched now' }),
      reason: Words,
    }),
    z.strictObject({
      kind: z.literal('send'),
      number: line(100).meta({ description: 'Number of the letter, or of the ticket' }),
      sentAt: MomentTold,
      reason: Words,
    }),
    z.strictObject({ kind: z.literal('acknowledge'), answeredAt: MomentTold, reason: Words }),
    z.strictObject({ kind: z.literal('remove'), answeredAt: MomentTold, reason: Words }),
    z.strictObject({ kind: z.literal('partly'), answeredAt: MomentTold, reason: Words }),
    z.strictObject({
      kind: z.literal('refuse'),
      answeredAt: MomentTold,
      wasWrong: z.boolean().meta({ description: 'It was wrong to ask' }),
      reason: Words,
    }),
    z.strictObject({ kind: z.literal('withdraw'), reason: Words }),
  ])
  .meta({
    id: 'TakedownAct',
    examples: [
      {
        kind: 'send',
        number: '12-3/456',
        sentAt: '2026-11-26T12:00:00+05:00',
        reason: 'Текст и копия проверены',
      },
    ],
  });

export const LetterQuery = z.strictObject({
  kind: z.enum(['request', 'withdrawal']).default('request'),
});

/** The text to send, and a note for who sends it. */
export const TakedownLetter = z
  .object({
    takedownId: z.int(),
    kind: z.enum(['request', 'withdrawal']),
    language: z.enum(LANGUAGES),
    addressee: z.string(),
    subject: z.string(),
    body: z.string(),
    unfilled: z
      .array(z.string())
      .max(32)
      .meta({ description: 'Places that are filled later: by the sealed copy, by the sending' }),
    note: z
      .array(z.string())
      .max(32)
      .meta({ description: 'For you, in the language asked; not part of the letter' }),
    captureId: z.int().nullable(),
    sha256: z.string().nullable().meta({ description: 'Of the package that goes with it' }),
  })
  .meta({ id: 'TakedownLetter' });

/** What somebody wrote against a request. */
export const Appeal = z
  .object({
    appealId: z.int(),
    version: z.int(),
    at: Moment,
    from: z.string(),
    text: z.string(),
    outcome: z.enum(['upheld', 'reversed']).nullable(),
    decidedBy: Person.nullable(),
    decidedAt: Moment.nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'TakedownAppeal' });

/** Appeals with what they are about, which stays to be seen when the page is gone; the look is written down. */
export const Appeals = z
  .object({
    items: z.array(Appeal).max(50),
    content: z.object({
      text: z.string().meta({ description: 'What the post says, as it was found last' }),
      captures: z.array(Capture).max(50),
    }),
    decide: z.object({
      allowed: z.boolean(),
      code: z.string().nullable(),
      detail: z.string().nullable(),
    }),
  })
  .meta({ id: 'TakedownAppeals' });

export const OpenAppeal = z
  .strictObject({
    from: line(300, 2).meta({ description: 'Who wrote, as the letter says' }),
    text: prose(20_000, 5).meta({ description: 'What the letter says' }),
    reason: Words.optional(),
  })
  .meta({ id: 'OpenTakedownAppeal' });

export const DecideAppeal = z
  .strictObject({
    outcome: z.enum(['upheld', 'reversed']).meta({
      description: 'upheld: the request stands; reversed: it was wrong and is withdrawn',
    }),
    capture: z
      .int()
      .min(1)
      .max(BIG_SERIAL_MOST)
      .meta({ description: 'The sealed copy that you looked at' }),
    reason: Words,
  })
  .meta({ id: 'DecideTakedownAppeal' });

export const MeasuresQuery = z.strictObject({
  from: MomentText.optional().meta({ description: 'Requests drafted from then on' }),
  to: MomentText.optional(),
  channel: ChannelText.optional(),
});

const Share = z
  .object({
    of: z.int(),
    count: z.int(),
    share: z.number().nullable().meta({ description: 'null: nothing to divide by' }),
  })
  .meta({ id: 'TakedownShare' });
const Median = z
  .object({ of: z.int(), hours: z.number().nullable() })
  .meta({ id: 'TakedownMedian' });

const MEASURES = {
  drafted: z.int(),
  requested: z.int(),
  removed: z.int(),
  foundToRequested: Median.meta({ description: 'Median of hours' }),
  requestedToRemoved: Median.meta({ description: 'Median of hours' }),
  repostedIn7Days: Share.meta({ description: 'Of removals that are seven days old' }),
  refusedAsWrong: Share.meta({ description: 'Of requests that were answered' }),
  appealed: Share.meta({ description: 'Of requests that were sent' }),
  reversed: Share.meta({ description: 'Of appeals that were decided' }),
};

/** How well requests go. */
export const TakedownMeasures = z
  .object({
    ...MEASURES,
    byState: z.record(z.string(), z.int()),
    byChannel: z.array(z.object({ channel: z.string(), title: z.string(), ...MEASURES })).max(32),
  })
  .meta({ id: 'TakedownMeasures' });
