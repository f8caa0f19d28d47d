import { z } from 'zod';
import { CONTACT_KINDS, POST_LABELS } from '../../domain/post.ts';
import { AccountShown } from './account.ts';
import { pageOf, pageQuery } from './page.ts';
import {
  BIG_SERIAL_MOST,
  flagText,
  integerText,
  line,
  Moment,
  Reason,
  SERIAL_MOST,
} from './text.ts';

export const CampaignParams = z.strictObject({ campaignId: integerText(1, BIG_SERIAL_MOST) });

export const CampaignQuery = z.strictObject({
  ...pageQuery,
  postsLeast: integerText(1, SERIAL_MOST).optional(),
  hits: flagText.optional().meta({ description: 'Only those that name an account or customer' }),
});

const CONTACTS_MOST = 200;

const CampaignContact = z
  .object({
    contactId: z.int(),
    kind: z.enum(CONTACT_KINDS),
    shown: z.string().meta({ description: 'Masked' }),
    posts: z.int().meta({ description: 'Posts of the campaign that carry it' }),
    elsewhere: z.int().meta({ description: 'Posts outside of it that do' }),
    stopped: z.boolean(),
  })
  .meta({ id: 'CampaignContact' });

const campaign = {
  campaignId: z.int(),
  firstAt: Moment,
  lastAt: Moment,
  posts: z.int(),
  up: z.int().meta({ description: 'Posts that are still there, as far as is known' }),
  labels: z
    .array(z.object({ label: z.enum(POST_LABELS), posts: z.int() }))
    .max(POST_LABELS.length)
    .meta({ description: 'Most frequent first' }),
  sources: z.int().meta({ description: 'Places it was posted in' }),
  hits: z.int().meta({ description: 'Accounts and customers of yours that it names' }),
  version: z.int(),
};

/** Posts of one set of people, as far as shared contacts and words tell. */
export const Campaign = z.object(campaign).meta({ id: 'Campaign' });
export type Campaign = z.infer<typeof Campaign>;
export const CampaignPage = pageOf(Campaign).meta({ id: 'CampaignPage' });

export const CampaignDetail = z
  .object({
    ...campaign,
    days: z
      .array(z.object({ day: z.string(), posts: z.int() }))
      .max(1_000)
      .meta({ description: 'Posts by day, local time, oldest first' }),
    contacts: z
      .array(CampaignContact)
      .max(CONTACTS_MOST)
      .meta({ description: 'Most shared first' }),
    edges: z
      .array(
        z.object({
          a: z.int(),
          b: z.int(),
          reasons: z
            .array(
              z.object({
                kind: z.enum(['contact', 'near_duplicate', 'template']),
                contact: z
                  .object({ kind: z.enum(CONTACT_KINDS), shown: z.string() })
                  .nullable()
                  .meta({ description: 'The one both carry, masked' }),
                likeness: z.number().nullable().meta({ description: '0..1, of the words' }),
              }),
            )
            .max(32),
        }),
      )
      .max(1_000)
      .meta({ description: 'Why two posts are of one campaign' }),
    moreEdges: z.int(),
    reposts: z
      .array(z.object({ postId: z.int(), repostOf: z.int(), at: Moment, sourceName: z.string() }))
      .max(200),
    accounts: z
      .array(
        z.object({
          account: AccountShown.nullable(),
          customerId: z.int().nullable(),
          via: z.enum(CONTACT_KINDS),
          posts: z.int(),
          state: z.enum(['open', 'confirmed', 'dismissed']),
        }),
      )
      .max(200)
      .meta({ description: 'Of yours, or of all where you see all' }),
    networks: z
      .array(z.object({ networkId: z.string(), certainty: z.number(), accounts: z.int() }))
      .max(50)
      .meta({ description: 'Networks with accounts that it names' }),
  })
  .meta({ id: 'CampaignDetail' });
export type CampaignDetail = z.infer<typeof CampaignDetail>;

export const StopContact = z
  .strictObject({ contactId: z.int().min(1).max(BIG_SERIAL_MOST), reason: Reason })
  .meta({ id: 'StopContact' });

export const StoppedParams = z.strictObject({ hash: line(64).regex(/^[0-9a-f]{64}$/) });
export const LiftStop = z.strictObject({ reason: Reason }).meta({ id: 'LiftStop' });

export const StoppedContact = z
  .object({
    hash: z.string().meta({ description: 'Names it without saying it' }),
    kind: z.enum(CONTACT_KINDS),
    shown: z.string().meta({ description: 'Masked' }),
    posts: z.int(),
    at: Moment,
    reason: z.string(),
    by: z.string(),
  })
  .meta({ id: 'StoppedContact' });
export const StoppedContacts = z
  .object({ items: z.array(StoppedContact).max(1_000) })
  .meta({ id: 'StoppedContacts' });

/** Campaigns whose posts name accounts of a network's members: who recruited them. */
export const NetworkCampaigns = z
  .object({
    items: z
      .array(
        z.object({
          campaign: Campaign,
          accounts: z
            .array(AccountShown)
            .max(200)
            .meta({ description: 'Members of the network that its posts name, of yours' }),
          posts: z.array(z.int()).max(200).meta({ description: 'The posts that name them' }),
        }),
      )
      .max(50),
  })
  .meta({ id: 'NetworkCampaigns' });
