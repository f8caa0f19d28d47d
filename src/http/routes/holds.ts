import type { Principal } from '../../service/access/principal.ts';
import { actOnHold } from '../../service/holds/act-on-hold.ts';
import { aroundHolds } from '../../service/holds/around-holds.ts';
import type { HoldView } from '../../service/holds/hold-view.ts';
import { listHolds } from '../../service/holds/list-holds.ts';
import { openHold } from '../../service/holds/open-hold.ts';
import { listOutbox, takeOutbox } from '../../service/holds/outbox.ts';
import { actsFor } from '../../service/holds/possible-acts.ts';
import { showHold } from '../../service/holds/show-hold.ts';
import { clientCodeOf, giveCode } from '../../service/portal/held/give-code.ts';
import { HoldClientCode } from '../contract/held.ts';
import {
  Hold,
  HoldAct,
  HoldDetail,
  HoldPage,
  HoldParams,
  HoldQuery,
  OpenHold,
  OutboxPage,
  OutboxParams,
  OutboxQuery,
} from '../contract/hold.ts';
import { etagOf } from '../etag.ts';
import { type HoldWords, holdDetailReply, holdReply } from '../holds/hold-reply.ts';
import { type Ask, route } from '../route.ts';
import type { InnerServices } from '../services.ts';
import { READERS, WORKERS } from './readers.ts';

/** What puts these holds in words. */
async function wordsFor(
  holds: readonly HoldView[],
  { language }: Pick<Ask, 'language'>,
  principal: Principal,
  { store, live, holds: { law } }: InnerServices,
): Promise<HoldWords> {
  return { law, names: live, language, around: await aroundHolds(store, principal, holds) };
}

const list = route({
  method: 'GET',
  path: '/v1/holds',
  tag: 'holds',
  summary: 'Holds with the terms that run, the nearest to run out first',
  access: { roles: READERS, scopes: ['holds:read'] },
  query: HoldQuery,
  reply: { 200: HoldPage },
  problems: ['QRG_HTTP_CURSOR'],
  handler: async (ask, services) => {
    const { state, account, ...rest } = ask.query;
    const query = { ...rest, states: state, accountNo: account };
    const { items, next } = await listHolds(services.holds, ask.principal, query);
    const words = await wordsFor(items, ask, ask.principal, services);
    return { status: 200, body: { items: items.map((hold) => holdReply(hold, words)), next } };
  },
});

const one = route({
  method: 'GET',
  path: '/v1/holds/:holdId',
  tag: 'holds',
  summary:
    'One hold: what was done, what may be done, what the client may be told; the look is written down',
  access: { roles: WORKERS },
  params: HoldParams,
  reply: { 200: HoldDetail },
  problems: ['QRG_HOLD_UNKNOWN'],
  handler: async (ask, services) => {
    const { holds } = services;
    const hold = await showHold(holds, ask.principal, ask.params.holdId);
    const acts = await actsFor(holds, ask.principal, hold.holdId);
    const words = await wordsFor([hold], ask, ask.principal, services);
    const clientCode = await clientCodeOf(services.portal.held, ask.principal, hold.holdId);
    return {
      status: 200,
      body: holdDetailReply(hold, acts, clientCode, words),
      headers: { etag: etagOf(hold.version) },
    };
  },
});

const open = route({
  method: 'POST',
  path: '/v1/holds',
  tag: 'holds',
  summary: 'Hold the money of a transfer on grounds that you name',
  access: { roles: ['analyst', 'supervisor'] },
  body: OpenHold,
  repeatable: 'answer',
  reply: { 201: Hold },
  problems: [
    'QRG_HOLD_TRANSFER',
    'QRG_HOLD_EXISTS',
    'QRG_HOLD_GROUND',
    'QRG_HOLD_ROLE',
    'QRG_HOLD_REASON',
    'QRG_HOLD_PROTECTED',
  ],
  handler: async (ask, services) => {
    const { transfer, ...rest } = ask.body;
    const wish = { ...rest, transferSeq: transfer };
    const hold = await openHold(services.holds, ask.principal, wish);
    const words = await wordsFor([hold], ask, ask.principal, services);
    return {
      status: 201,
      body: holdReply(hold, words),
      headers: { etag: etagOf(hold.version), location: `/v1/holds/${hold.holdId}` },
    };
  },
});

const act = route({
  method: 'POST',
  path: '/v1/holds/:holdId/acts',
  tag: 'holds',
  summary: 'One act of a person on a hold, with a reason',
  access: { roles: ['analyst', 'supervisor', 'liaison'] },
  params: HoldParams,
  body: HoldAct,
  ifMatch: true,
  reply: { 200: Hold },
  problems: [
    'QRG_HOLD_UNKNOWN',
    'QRG_HOLD_VERSION',
    'QRG_HOLD_STATE',
    'QRG_HOLD_ROLE',
    'QRG_HOLD_SAME_PERSON',
    'QRG_HOLD_SECOND_PERSON',
    'QRG_HOLD_GROUND',
    'QRG_HOLD_TERM_OVER',
    'QRG_HOLD_BASIS',
    'QRG_HOLD_REFUND_DUTY',
    'QRG_HOLD_REFUSAL_GROUND',
    'QRG_HOLD_PROSECUTOR',
    'QRG_HOLD_PROTECTED',
    'QRG_HOLD_REASON',
    'QRG_HOLD_TIME',
  ],
  handler: async (ask, services) => {
    const { params, version, body, principal } = ask;
    const hold = await actOnHold(services.holds, principal, params.holdId, version, body);
    const words = await wordsFor([hold], ask, principal, services);
    return {
      status: 200,
      body: holdReply(hold, words),
      headers: { etag: etagOf(hold.version) },
    };
  },
});

const code = route({
  method: 'POST',
  path: '/v1/holds/:holdId/code',
  tag: 'holds',
  summary: 'The code by which the client asks after the hold: made once, told again; written down',
  access: { roles: ['analyst', 'supervisor'] },
  params: HoldParams,
  reply: { 200: HoldClientCode },
  problems: ['QRG_HOLD_UNKNOWN', 'QRG_HELD_NO_CODE'],
  handler: async ({ params, principal }, { portal }) => ({
    status: 200,
    body: await giveCode(portal.held, principal, params.holdId),
  }),
});

const outbox = route({
  method: 'GET',
  path: '/v1/hold-tasks',
  tag: 'holds',
  summary:
    'What your own systems have to do next: tell the client, release, refuse, write to the centre',
  access: { roles: ['supervisor'], scopes: ['holds:read', 'holds:write'] },
  query: OutboxQuery,
  reply: { 200: OutboxPage },
  problems: ['QRG_HTTP_CURSOR'],
  handler: async ({ query, principal }, { holds }) => ({
    status: 200,
    body: await listOutbox(holds, principal, query),
  }),
});

const done = route({
  method: 'POST',
  path: '/v1/hold-tasks/:outboxId/done',
  tag: 'holds',
  summary: 'Say that a task was done; a repeat changes nothing',
  access: { roles: ['supervisor'], scopes: ['holds:write'] },
  params: OutboxParams,
  reply: { 204: null },
  problems: ['QRG_HOLD_TASK'],
  handler: async ({ params, principal }, { holds }) => {
    await takeOutbox(holds, principal, params.outboxId);
    return { status: 204 };
  },
});

export const HOLD_ROUTES = [list, one, open, act, code, outbox, done];
