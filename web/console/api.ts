import { type Client, createClient } from '../../src/client/client.ts';
import type { Language } from '../../src/domain/language.ts';
import { settings } from './settings.ts';

const clients: Readonly<Record<Language, Client>> = {
  ru: createClient({ baseUrl: '', language: 'ru' }),
  kk: createClient({ baseUrl: '', language: 'kk' }),
  en: createClient({ baseUrl: '', language: 'en' }),
};

/** The service this page came from, answering in the reader's language. */
export const api = (): Client => clients[settings().language];

type Reply<Call extends (...args: never[]) => unknown> = Awaited<ReturnType<Call>>;

export type { Account, Lots, Trace } from '../../src/client/accounts.ts';
export type { Alert, AlertDetail, AlertPage } from '../../src/client/alerts.ts';
export type { Campaign, CampaignDetail, StoppedContact } from '../../src/client/campaigns.ts';
export type {
  CustomerDetail,
  CustomerLinks,
  Rating,
} from '../../src/client/customers.ts';
export type { Hold, HoldAct, HoldDetail } from '../../src/client/holds.ts';
export type { NetworkDetail } from '../../src/client/networks.ts';
export type { Post, PostDetail, PostHit, PostPage, PostRevealed } from '../../src/client/posts.ts';
export { QorganProblem } from '../../src/client/problem.ts';
export type { RiskChanges, RiskParameters, RiskPreview } from '../../src/client/risk.ts';
export type { Me } from '../../src/client/session.ts';
export type {
  Appeals,
  Capture,
  Takedown,
  TakedownAct,
  TakedownDetail,
  TakedownMeasures,
  TakedownOptions,
} from '../../src/client/takedowns.ts';
export type { PostsTaken, WatchSource } from '../../src/client/watch-sources.ts';
export type { AlertAct } from '../../src/http/contract/alert.ts';
export type OpenHold = Parameters<Client['holds']['open']>[0];
export type TimelineItem = Reply<Client['accounts']['timeline']>['items'][number];
export type Signal = TimelineItem['signals'][number];
export type Network = Reply<Client['networks']['list']>['items'][number];
export type PartyList = Reply<Client['lists']['all']>['items'][number];
export type ListVersion = Reply<Client['lists']['versions']>['items'][number];
export type ListHit = Reply<Client['lists']['hits']>['items'][number];
export type Customer = Reply<Client['customers']['list']>['items'][number];
export type CustomerMove = Reply<Client['customers']['decisions']>['items'][number];
export type RiskSource = Reply<Client['risk']['parameters']>['levels']['source'];
export type User = Reply<Client['users']['list']>['items'][number];
export type ApiKey = Reply<Client['keys']['list']>['items'][number];
export type AuditEntry = Reply<Client['audit']['list']>['items'][number];
