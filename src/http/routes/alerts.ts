import { scopeOf } from '../../service/access/principal.ts';
import { actOnAlert } from '../../service/alerts/act-on-alert.ts';
import { listAlerts } from '../../service/alerts/list-alerts.ts';
import { showAlert } from '../../service/alerts/show-alert.ts';
import {
  Alert,
  AlertAct,
  AlertDetail,
  AlertEvent,
  AlertPage,
  AlertParams,
  AlertQuery,
} from '../contract/alert.ts';
import { etagOf } from '../etag.ts';
import { EVENT_STREAM } from '../media.ts';
import { route } from '../route.ts';
import { alertEvents } from '../streams/alert-events.ts';
import { READERS } from './readers.ts';

const list = route({
  method: 'GET',
  path: '/v1/alerts',
  tag: 'alerts',
  summary: 'Alerts, gravest or newest first',
  access: { roles: READERS, scopes: ['alerts:read'] },
  query: AlertQuery,
  reply: { 200: AlertPage },
  problems: ['QRG_HTTP_CURSOR'],
  handler: async ({ query, principal }, { store, live }) => {
    const { assignee, ...rest } = query;
    const whose = assignee === 'me' ? principal.id : assignee;
    const page = await listAlerts(store, live, scopeOf(principal), { ...rest, assignee: whose });
    return { status: 200, body: page };
  },
});

const stream = route({
  method: 'GET',
  path: '/v1/alerts/stream',
  tag: 'alerts',
  summary: 'Alerts as they come and change, as server-sent events',
  description:
    'Events: `alert` with an alert as it is now; `missed` when some were left out: read the list. Nothing that was before ' +
    'the connection is sent: read the list after connecting.',
  access: { roles: READERS, scopes: ['alerts:read'] },
  lane: 'listeners',
  reply: {
    200: { media: EVENT_STREAM, item: AlertEvent, description: 'Events without end' },
  },
  problems: ['QRG_HTTP_LISTENERS'],
  handler: ({ principal, gone }, { feed, listeners, limits }) => ({
    status: 200,
    headers: { 'x-accel-buffering': 'no' },
    stream: alertEvents({
      feed,
      leave: listeners.seat(principal),
      scope: scopeOf(principal),
      gone,
      heartbeatMs: limits.heartbeatMs,
      listenMs: limits.listenMs,
    }),
  }),
});

const one = route({
  method: 'GET',
  path: '/v1/alerts/:alertId',
  tag: 'alerts',
  summary: 'One alert, with the transfers it rests on',
  access: { roles: READERS, scopes: ['alerts:read'] },
  params: AlertParams,
  reply: { 200: AlertDetail },
  problems: ['QRG_ALERT_UNKNOWN'],
  handler: async ({ params, principal, language }, { store, live }) => {
    const scope = scopeOf(principal);
    const alert = await showAlert(store, live, scope, params.alertId, language);
    return { status: 200, body: alert, headers: { etag: etagOf(alert.version) } };
  },
});

const act = route({
  method: 'PATCH',
  path: '/v1/alerts/:alertId',
  tag: 'alerts',
  summary: 'Take an alert, give it back, or close it with what was found',
  access: { roles: ['analyst', 'supervisor', 'investigator'] },
  params: AlertParams,
  body: AlertAct,
  ifMatch: true,
  reply: { 200: Alert },
  problems: ['QRG_ALERT_UNKNOWN', 'QRG_ALERT_TAKEN', 'QRG_ALERT_NOT_TAKEN', 'QRG_ALERT_CLOSED'],
  handler: async ({ params, principal, version, body }, { store, audit, live, now, feed }) => {
    const parts = { store, audit, names: live, now };
    const alert = await actOnAlert(parts, principal, params.alertId, version, body);
    feed.changed(alert.alertId);
    return { status: 200, body: alert, headers: { etag: etagOf(alert.version) } };
  },
});

export const ALERT_ROUTES = [list, stream, one, act];
