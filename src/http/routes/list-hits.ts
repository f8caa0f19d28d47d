import { decideHit, findHits, type HitView } from '../../service/lists/hits.ts';
import { DecideHit, ListHit, ListHitPage, ListHitParams, ListHitQuery } from '../contract/list.ts';
import { etagOf } from '../etag.ts';
import { route } from '../route.ts';
import { READERS } from './readers.ts';

const hitReply = ({ account, ...hit }: HitView) => ({
  ...hit,
  account: account === null ? null : { ref: account.accountNo, name: account.masked },
});

const hits = route({
  method: 'GET',
  path: '/v1/list-hits',
  tag: 'lists',
  summary: 'Customers and accounts that meet entries in force, latest first',
  access: { roles: READERS, scopes: ['lists:read'] },
  query: ListHitQuery,
  reply: { 200: ListHitPage },
  handler: async ({ query, principal }, { lists }) => {
    const { limit, cursor, state, list, customer, account, by, gone } = query;
    const filter = { state, listId: list, customerId: customer, accountNo: account, by, gone };
    const { items, next } = await findHits(lists, principal, filter, { limit, cursor });
    return { status: 200, body: { items: items.map(hitReply), next } };
  },
});

const decide = route({
  method: 'POST',
  path: '/v1/list-hits/:hitId/decision',
  tag: 'lists',
  summary: 'Say whether it is that party, with a reason',
  access: { roles: ['analyst', 'supervisor'] },
  params: ListHitParams,
  body: DecideHit,
  ifMatch: true,
  reply: { 200: ListHit },
  problems: ['QRG_LIST_HIT_UNKNOWN', 'QRG_LIST_HIT_CHANGED', 'QRG_LIST_HIT_REASON'],
  handler: async ({ params, version, body, principal }, { lists }) => {
    const hit = await decideHit(lists, principal, params.hitId, version, body);
    return { status: 200, body: hitReply(hit), headers: { etag: etagOf(hit.version) } };
  },
});

export const LIST_HIT_ROUTES = [hits, decide];
