import { scopeOf } from '../../service/access/principal.ts';
import { listNetworks } from '../../service/networks/list-networks.ts';
import { showNetwork } from '../../service/networks/show-network.ts';
import {
  NetworkDetail,
  NetworkPage,
  NetworkParams,
  NetworkQuery,
  NetworkTime,
} from '../contract/network.ts';
import { route } from '../route.ts';
import { READERS } from './readers.ts';

const list = route({
  method: 'GET',
  path: '/v1/networks',
  tag: 'networks',
  summary: 'Networks found, most harmful first',
  access: { roles: READERS, scopes: ['networks:read'] },
  query: NetworkQuery,
  reply: { 200: NetworkPage },
  problems: ['QRG_HTTP_CURSOR'],
  handler: async ({ query, principal, language }, { store }) => ({
    status: 200,
    body: await listNetworks(store, scopeOf(principal), query, language),
  }),
});

const one = route({
  method: 'GET',
  path: '/v1/networks/:networkId',
  tag: 'networks',
  summary: 'One network: who passed whose money on to whom',
  description:
    'An institution sees the members that its own transfers touch, with the sums of its own transfers between them.',
  access: { roles: READERS, scopes: ['networks:read'] },
  params: NetworkParams,
  query: NetworkTime,
  reply: { 200: NetworkDetail },
  problems: ['QRG_NETWORK_UNKNOWN'],
  handler: async ({ params, query, principal, language }, { store, live }) => ({
    status: 200,
    body: await showNetwork(store, live, scopeOf(principal), { ...params, ...query, language }),
  }),
});

export const NETWORK_ROUTES = [list, one];
