import type { z } from 'zod';
import type * as campaign from '../http/contract/campaign.ts';
import type { Caller, QueryValue } from './caller.ts';

export type Campaign = z.output<typeof campaign.Campaign>;
export type CampaignPage = z.output<typeof campaign.CampaignPage>;
export type CampaignDetail = z.output<typeof campaign.CampaignDetail>;
export type StoppedContact = z.output<typeof campaign.StoppedContact>;
export type NetworkCampaigns = z.output<typeof campaign.NetworkCampaigns>;
type CampaignQuery = Omit<z.input<typeof campaign.CampaignQuery>, 'hits'> & {
  readonly hits?: boolean;
};

export const campaignCalls = (caller: Caller) => ({
  list: (query: CampaignQuery = {}) =>
    caller.json<CampaignPage>('GET', '/v1/campaigns', {
      query: query as Record<string, QueryValue>,
    }),

  one: (campaignId: number) => caller.json<CampaignDetail>('GET', `/v1/campaigns/${campaignId}`),

  /** Campaigns that recruited people of a network. */
  ofNetwork: (networkId: string) =>
    caller.json<NetworkCampaigns>('GET', `/v1/networks/${networkId}/campaigns`),

  stopped: () => caller.json<z.output<typeof campaign.StoppedContacts>>('GET', '/v1/stop-contacts'),

  /** A contact that too many strangers share joins posts no more. */
  stop: (contactId: number, reason: string) =>
    caller.json<StoppedContact>('POST', '/v1/stop-contacts', { body: { contactId, reason } }),

  /** It joins posts again. */
  liftStop: (hash: string, reason: string) =>
    caller.json<void>('POST', `/v1/stop-contacts/${hash}/lift`, { body: { reason } }),
});
