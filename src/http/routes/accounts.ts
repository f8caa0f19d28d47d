import { isHub } from '../../engine/hubs.ts';
import { scopeOf } from '../../service/access/principal.ts';
import { findAccounts } from '../../service/accounts/find-accounts.ts';
import { accountLots } from '../../service/accounts/lots.ts';
import { showAccount } from '../../service/accounts/show-account.ts';
import { timeline } from '../../service/accounts/timeline.ts';
import {
  AccountFind,
  AccountParams,
  AccountReply,
  AccountsFound,
  Lots,
  LotsQuery,
  Timeline,
  TimelineQuery,
} from '../contract/account.ts';
import { route } from '../route.ts';
import { READERS, WORKERS } from './readers.ts';

const find = route({
  method: 'POST',
  path: '/v1/accounts/find',
  tag: 'accounts',
  summary: 'Find accounts by name or by an identifier of their owner',
  description:
    'What is looked for stands in the body, so that no identifier gets into an address or a log.',
  access: { roles: WORKERS, scopes: ['trace:read'] },
  body: AccountFind,
  reply: { 200: AccountsFound },
  handler: async ({ body, principal }, services) => ({
    status: 200,
    body: { items: await findAccounts(services, principal, body) },
  }),
});

const one = route({
  method: 'GET',
  path: '/v1/accounts/:ref',
  tag: 'accounts',
  summary: 'One account with its whole name; the look is written down',
  access: { roles: WORKERS },
  params: AccountParams,
  reply: { 200: AccountReply },
  problems: ['QRG_ACCOUNT_UNKNOWN', 'QRG_AUDIT_BUSY'],
  handler: async ({ params, principal }, { store, audit, live }) => {
    const parts = { store, audit, names: live };
    return { status: 200, body: await showAccount(parts, principal, params.ref) };
  },
});

const moves = route({
  method: 'GET',
  path: '/v1/accounts/:ref/timeline',
  tag: 'accounts',
  summary: 'Transfers of an account, latest first, with what was thought of them',
  access: { roles: READERS, scopes: ['trace:read'] },
  params: AccountParams,
  query: TimelineQuery,
  reply: { 200: Timeline },
  problems: ['QRG_ACCOUNT_UNKNOWN', 'QRG_HTTP_CURSOR'],
  handler: async ({ params, query, principal, language }, { store, live }) => ({
    status: 200,
    body: await timeline(store, live, scopeOf(principal), params.ref, query, language),
  }),
});

const lots = route({
  method: 'GET',
  path: '/v1/accounts/:ref/lots',
  tag: 'accounts',
  summary:
    'Sums that came to an account, latest first: where each went on to, how long it rested, what is still here',
  access: { roles: READERS, scopes: ['trace:read'] },
  params: AccountParams,
  query: LotsQuery,
  reply: { 200: Lots },
  problems: ['QRG_ACCOUNT_UNKNOWN', 'QRG_HTTP_CURSOR'],
  handler: async ({ params, query, principal }, { store, live }) => {
    const { accounts } = live.state.engine.ledger;
    const parts = { store, names: live, isHub: (ref: number) => isHub(accounts, ref) };
    return { status: 200, body: await accountLots(parts, scopeOf(principal), params.ref, query) };
  },
});

export const ACCOUNT_ROUTES = [find, one, moves, lots];
