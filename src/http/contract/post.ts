import { z } from 'zod';
import {
  ASKS,
  CONTACT_KINDS,
  POST_LABELS,
  POST_LANGUAGES,
  STANCES,
  TECHNIQUES,
} from '../../domain/post.ts';
import { SOURCE_KINDS } from '../../store/tables/watch.ts';
import { AccountRefText, AccountShown } from './account.ts';
import { pageOf, pageQuery } from './page.ts';
import {
  BIG_SERIAL_MOST,
  flagText,
  integerText,
  line,
  Moment,
  prose,
  Reason,
  SERIAL_MOST,
} from './text.ts';

export const PostParams = z.strictObject({ postId: integerText(1, BIG_SERIAL_MOST) });
export const PostHitParams = z.strictObject({ hitId: integerText(1, BIG_SERIAL_MOST) });

const POST_STATES = ['unreviewed', 'reviewed'] as const;
const POST_ORDERS = ['score', 'found'] as const;

export const PostQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(POST_STATES).optional().meta({ description: 'Whether a person has labelled it' }),
  order: z
    .enum(POST_ORDERS)
    .default('found')
    .meta({ description: 'Likeliest to be unlawful first, or last found first' }),
  label: z.enum(POST_LABELS).optional().meta({ description: 'A person’s, else the machine’s' }),
  stance: z.enum(STANCES).optional(),
  lang: z.enum(POST_LANGUAGES).optional(),
  source: integerText(1, SERIAL_MOST).optional(),
  campaign: integerText(1, BIG_SERIAL_MOST).optional(),
  hits: flagText.optional().meta({ description: 'Only those that name an account or customer' }),
  gone: flagText.optional().meta({ description: 'Only those that are there no more, or still' }),
  reports: flagText.optional().meta({ description: 'Only those that citizens told of, or not' }),
  text: line(100, 3).optional().meta({
    description:
      'Words it must hold. Texts are sealed: the latest 2,000 that fit the rest are read; `next` leads on',
  }),
});

const Place = {
  starts: z.int().meta({
    description: 'UTF-16 units; -1: not among its words now: behind a link, or before an edit',
  }),
  ends: z.int(),
};

/** What a person said of a post last. */
const Said = z.object({
  label: z.enum(POST_LABELS),
  stance: z.enum(STANCES),
  at: Moment.nullable().meta({ description: 'null: of words that have been edited since' }),
});

const post = {
  postId: z.int(),
  source: z.object({ sourceId: z.int(), name: z.string(), kind: z.enum(SOURCE_KINDS) }),
  url: z.string().nullable(),
  at: Moment.meta({ description: 'Posted' }),
  foundAt: Moment,
  text: z.string().meta({
    description:
      'Contacts hidden, every character still in its place; in lists the first 400 characters',
  }),
  hasMedia: z.boolean(),
  lang: z.enum(POST_LANGUAGES),
  label: z.enum(POST_LABELS).meta({ description: 'A person’s, else the machine’s' }),
  stance: z.enum(STANCES),
  asks: z.array(z.enum(ASKS)).max(ASKS.length),
  score: z.number().meta({ description: '0..1: how likely it recruits or sells drugs' }),
  said: Said.nullable(),
  campaignId: z.int().nullable(),
  repostOf: z.int().nullable(),
  goneAt: Moment.nullable(),
  edits: z.int(),
  contacts: z.int().meta({ description: 'How many it carries' }),
  hits: z.int().meta({ description: 'Accounts and customers of yours that it names' }),
  version: z.int().meta({ description: 'As in the ETag; for If-Match' }),
};

/** A post, as lists show it. */
export const Post = z.object(post).meta({ id: 'Post' });
export type Post = z.infer<typeof Post>;
export const PostPage = pageOf(Post).meta({ id: 'PostPage' });

/** Somebody or something that a post leads to, hidden. */
export const PostContact = z
  .object({
    contactId: z.int(),
    kind: z.enum(CONTACT_KINDS),
    shown: z.string().meta({ description: 'Masked', examples: ['+7 701 ••• •• 67'] }),
    ...Place,
    posts: z.int().meta({ description: 'Posts that carry it, this one among them' }),
    stopped: z.boolean().meta({ description: 'It joins no posts: too many strangers share it' }),
  })
  .meta({ id: 'PostContact' });

export const PostDetail = z
  .object({
    ...post,
    author: z.string().nullable().meta({ description: 'Masked' }),
    links: z.array(z.string()).max(200).meta({ description: 'Contacts in them masked' }),
    people: z.array(PostContact).max(200).meta({ description: 'Contacts, as they stand in it' }),
    read: z.object({
      label: z.enum(POST_LABELS),
      stance: z.enum(STANCES),
      score: z.number(),
      reader: z.string().meta({ description: 'Edition of lexicon and model that said so' }),
      reasons: z
        .array(
          z.object({
            rule: z.string(),
            title: z.string().meta({ description: 'In the language asked' }),
            weight: z.number(),
            spans: z.array(z.object({ start: z.int(), end: z.int() })).max(1_000),
          }),
        )
        .max(200),
    }),
    techniques: z.array(z.enum(TECHNIQUES)).max(TECHNIQUES.length),
    reviews: z.int(),
  })
  .meta({ id: 'PostDetail' });
export type PostDetail = z.infer<typeof PostDetail>;

export const RevealPost = z.strictObject({ reason: Reason }).meta({ id: 'RevealPost' });

/** A post as its source said it: this look is kept in the record of acts. Cards stay hidden: nobody keeps them. */
export const PostRevealed = z
  .object({
    postId: z.int(),
    text: z.string(),
    author: z.string().nullable(),
    links: z.array(z.string()).max(200),
    people: z
      .array(
        z.object({ contactId: z.int(), kind: z.enum(CONTACT_KINDS), value: z.string(), ...Place }),
      )
      .max(200),
  })
  .meta({ id: 'PostRevealed' });

export const ReviewPost = z
  .strictObject({
    label: z.enum(POST_LABELS),
    stance: z.enum(STANCES),
    asks: z.array(z.enum(ASKS)).max(ASKS.length).default([]),
    note: prose(2_000).optional(),
  })
  .meta({ id: 'ReviewPost', examples: [{ label: 'dropper', stance: 'offer', asks: ['card'] }] });

/** What a person said of a post, and what the machine had said. */
export const PostReview = z
  .object({
    reviewId: z.int(),
    postId: z.int(),
    at: Moment,
    label: z.enum(POST_LABELS),
    stance: z.enum(STANCES),
    asks: z.array(z.enum(ASKS)).max(ASKS.length),
    note: z.string().nullable(),
    by: z.string(),
    read: z.object({ label: z.enum(POST_LABELS), score: z.number(), reader: z.string() }),
    sameText: z.boolean().meta({ description: 'The post still says what that person read' }),
  })
  .meta({ id: 'PostReview' });
export const PostReviewPage = pageOf(PostReview).meta({ id: 'PostReviewPage' });

/** A row to learn from, as data/lexicon/rows holds them: contacts hidden, with every label it was given. */
export const TrainingRow = z
  .object({
    id: z.string(),
    text: z.string(),
    lang: z.enum(POST_LANGUAGES),
    label: z.enum(POST_LABELS),
    stance: z.enum(STANCES),
    asks: z.array(z.enum(ASKS)).max(ASKS.length),
    group: z.string().meta({ description: 'Rows of one campaign or source stay in one fold' }),
    kind: z.literal('reviewed'),
    history: z
      .array(
        z.object({
          at: Moment,
          label: z.enum(POST_LABELS),
          stance: z.enum(STANCES),
          by: z.string().meta({ description: 'A number of a person, no name' }),
        }),
      )
      .max(1_000)
      .meta({ description: 'Oldest first' }),
  })
  .meta({ id: 'TrainingRow' });

const HIT_STATES = ['open', 'confirmed', 'dismissed'] as const;

export const PostHitQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(HIT_STATES).optional(),
  post: integerText(1, BIG_SERIAL_MOST).optional(),
  campaign: integerText(1, BIG_SERIAL_MOST).optional(),
  customer: integerText(1, BIG_SERIAL_MOST).optional(),
  account: AccountRefText.optional(),
});

/** A post that names an account or a customer: a task for a person of its institution. */
export const PostHit = z
  .object({
    hitId: z.int(),
    institutionId: z.int(),
    customerId: z.int().nullable(),
    account: AccountShown.nullable(),
    via: z.enum(CONTACT_KINDS).meta({ description: 'The kind of contact that is the same' }),
    shown: z.string().meta({ description: 'That contact, masked' }),
    post: z.object({
      postId: z.int(),
      at: Moment,
      url: z.string().nullable(),
      text: z.string().meta({ description: 'Its first 400 characters, contacts hidden' }),
      label: z.enum(POST_LABELS),
      stance: z.enum(STANCES),
      score: z.number(),
      reviewed: z.boolean(),
      campaignId: z.int().nullable(),
      sourceName: z.string(),
      goneAt: Moment.nullable(),
    }),
    counts: z.boolean().meta({
      description: 'The account’s money is marked for it: an unlawful offer, and not dismissed',
    }),
    foundAt: Moment,
    state: z.enum(HIT_STATES),
    reason: z.string().nullable(),
    decidedBy: z.string().nullable(),
    decidedAt: Moment.nullable(),
    version: z.int().meta({ description: 'For If-Match' }),
  })
  .meta({ id: 'PostHit' });
export type PostHit = z.infer<typeof PostHit>;
export const PostHitPage = pageOf(PostHit).meta({ id: 'PostHitPage' });

export const DecidePostHit = z
  .strictObject({ state: z.enum(['confirmed', 'dismissed']), reason: Reason })
  .meta({ id: 'DecidePostHit' });
