import { Registry } from 'prom-client';
import { Alive, Readiness } from '../contract/health.ts';
import { route } from '../route.ts';

const healthz = route({
  method: 'GET',
  path: '/healthz',
  tag: 'service',
  summary: 'Is the process alive?',
  access: { public: true },
  reply: { 200: Alive },
  handler: () => ({ status: 200, body: { alive: true as const } }),
});

const readyz = route({
  method: 'GET',
  path: '/readyz',
  tag: 'service',
  summary: 'Are decisions being made? 503 while not',
  access: { public: true },
  reply: { 200: Readiness, 503: Readiness },
  handler: async (_ask, { live, store: database, isStopping }) => {
    const store = await database.answers();
    const { seq, durableSeq, waiting, waitingMax, trouble, stopping } = live.status();
    const ready = store && !trouble && !stopping && !isStopping() && waiting < waitingMax;
    const body = { ready, store, seq, durableSeq, waiting, waitingMax };
    return { status: ready ? 200 : 503, body };
  },
});

const metrics = route({
  method: 'GET',
  path: '/metrics',
  tag: 'service',
  summary: 'Figures of the service, OpenMetrics',
  access: { roles: ['admin'], scopes: ['metrics:read'] },
  reply: { 200: { media: Registry.OPENMETRICS_CONTENT_TYPE, description: 'OpenMetrics text' } },
  handler: async (_ask, services) => ({ status: 200, stream: await services.metrics.text() }),
});

const openApi = route({
  method: 'GET',
  path: '/openapi.json',
  tag: 'service',
  summary: 'This interface, as OpenAPI 3.1',
  access: { public: true },
  reply: { 200: { media: 'application/json', description: 'OpenAPI 3.1' } },
  handler: (_ask, services) => ({ status: 200, stream: services.openApi() }),
});

export const SERVICE_ROUTES = [healthz, readyz, metrics, openApi];
