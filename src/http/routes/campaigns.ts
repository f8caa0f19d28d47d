import { scopeOf } from '../../service/access/principal.ts';
import { listCampaigns } from '../../service/watch/campaigns/list-campaigns.ts';
import { showCampaign } from '../../service/watch/campaigns/show-campaign.ts';
import { liftStop, listStopped, stopContact } from '../../service/watch/campaigns/stop-contacts.ts';
import {
  CampaignDetail,
  CampaignPage,
  CampaignParams,
  CampaignQuery,
  LiftStop,
  StopContact,
  StoppedContact,
  StoppedContacts,
  StoppedParams,
} from '../contract/campaign.ts';
import { etagOf } from '../etag.ts';
import { route } from '../route.ts';
import { WORKERS } from './readers.ts';

/** Who says that a contact joins strangers. */
const STOPPERS = ['supervisor', 'investigator'] as const;

const list = route({
  method: 'GET',
  path: '/v1/campaigns',
  tag: 'posts',
  summary: 'Campaigns: posts of one set of people, latest first',
  access: { roles: WORKERS },
  query: CampaignQuery,
  reply: { 200: CampaignPage },
  problems: ['QRG_HTTP_CURSOR'],
  handler: async ({ query, principal }, { store }) => ({
    status: 200,
    body: await listCampaigns(store, scopeOf(principal), query),
  }),
});

const one = route({
  method: 'GET',
  path: '/v1/campaigns/:campaignId',
  tag: 'posts',
  summary: 'One campaign: its contacts, why its posts are together, whom it names',
  description: 'A campaign that became part of another answers as that one.',
  access: { roles: WORKERS },
  params: CampaignParams,
  reply: { 200: CampaignDetail },
  problems: ['QRG_WATCH_CAMPAIGN_UNKNOWN'],
  handler: async ({ params, principal }, { watch }) => {
    const campaign = await showCampaign(watch, scopeOf(principal), params.campaignId);
    return { status: 200, body: campaign, headers: { etag: etagOf(campaign.version) } };
  },
});

const stopped = route({
  method: 'GET',
  path: '/v1/stop-contacts',
  tag: 'posts',
  summary: 'Contacts that join no posts, because strangers share them',
  access: { roles: WORKERS },
  reply: { 200: StoppedContacts },
  handler: async ({ principal }, { watch }) => ({
    status: 200,
    body: { items: await listStopped(watch, principal) },
  }),
});

const stop = route({
  method: 'POST',
  path: '/v1/stop-contacts',
  tag: 'posts',
  summary: 'Say that a contact joins strangers: campaigns that it alone held together fall apart',
  access: { roles: STOPPERS },
  body: StopContact,
  reply: { 201: StoppedContact },
  problems: ['QRG_WATCH_CONTACT_UNKNOWN', 'QRG_WATCH_STOPPED'],
  handler: async ({ body, principal }, { watch }) => ({
    status: 201,
    body: await stopContact(watch, principal, body.contactId, body.reason),
  }),
});

const lift = route({
  method: 'POST',
  path: '/v1/stop-contacts/:hash/lift',
  tag: 'posts',
  summary: 'Let a contact join posts again',
  access: { roles: STOPPERS },
  params: StoppedParams,
  body: LiftStop,
  reply: { 204: null },
  problems: ['QRG_WATCH_STOP_UNKNOWN'],
  handler: async ({ params, body, principal }, { watch }) => {
    await liftStop(watch, principal, params.hash, body.reason);
    return { status: 204 };
  },
});

export const CAMPAIGN_ROUTES = [list, one, stopped, stop, lift];
