import { createServer, type RequestListener, type Server } from 'node:http';
import cookie from '@fastify/cookie';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { QorganError } from '../domain/errors/catalogue.ts';
import type { Ruleset } from '../engine/rules/ruleset.ts';
import type { Visitor } from '../service/access/visitor.ts';
import { AlertFeed } from '../service/alerts/alert-feed.ts';
import { InstitutionCodes } from '../service/institution-codes.ts';
import { packageVersion } from '../service/package-root.ts';
import { loadRuleset } from '../service/ruleset.ts';
import { checkAccess } from './access-check.ts';
import { onClientError } from './client-error.ts';
import { answerError } from './error-answer.ts';
import { Lanes } from './lanes.ts';
import { HTTP_LIMITS, type HttpLimits } from './limits.ts';
import { HttpMetrics } from './metrics.ts';
import { OpenRequests } from './open-requests.ts';
import { openApiDocument } from './openapi/document.ts';
import { readAsk, readRawBody, repeatKeyOf } from './read-request.ts';
import { Repeats } from './repeats.ts';
import { type LogOptions, requestLine, SilentLog } from './request-log.ts';
import { isMedia, type Method, nameOf, type Route } from './route.ts';
import { ROUTES } from './routes.ts';
import { REPLY_HEADERS, STRICT_TRANSPORT } from './security-headers.ts';
import { sendAnswer } from './send-answer.ts';
import type { InnerServices, Services } from './services.ts';
import { shedding } from './shed.ts';
import { Listeners } from './streams/listeners.ts';
import { servePages } from './web-pages.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    route?: Route;
  }
  interface FastifyRequest {
    visitor: Visitor | undefined;
    /** Whether the browser speaks https, to us or to the proxy before us. */
    readonly secure: boolean;
  }
}

export interface HttpOptions {
  readonly services: Services;
  /** All of them, unless a test serves its own. */
  readonly routes?: readonly Route[];
  /** Folder of the built console; without one there are no pages. */
  readonly webRoot?: string;
  /** Folder of the built portal, the pages for anybody beneath /portal/. */
  readonly portalRoot?: string;
  readonly limits?: Partial<HttpLimits>;
  /** Who may say whom a request comes from (X-Forwarded-For, -Proto): addresses, 'loopback', or true for anybody. */
  readonly trustProxy?: boolean | string | string[];
  /** Address under which people see the service; with https every browser comes by https, whatever a proxy says of it. */
  readonly publicUrl?: string | undefined;
  readonly log?: LogOptions;
}

export interface HttpServer {
  readonly app: FastifyInstance;
  /** @returns its address, 'http://127.0.0.1:8080'. Throws QRG_PORT_TAKEN. */
  listen(port: number, host?: string): Promise<string>;
  /** Takes nothing new, finishes what is at work, and cuts off what is not done after `graceMs`. */
  stop(graceMs?: number): Promise<void>;
}

const GRACE_MS = 10_000;
/** Encoded parameters of a path; more is no account and no id of ours. */
const PARAMETER_MOST = 600;
/** Bytes of all headers together. */
const HEADERS_MOST = 16_384;

/** The HTTP face of one service: every route of the registry, and the console's pages. */
export async function createHttpServer(options: HttpOptions): Promise<HttpServer> {
  const limits = { ...HTTP_LIMITS, ...options.limits };
  const { routes = ROUTES, services } = options;
  const lanes = new Lanes(limits);
  const app = bareServer(options, limits, lanes);
  const face = new Face(app, services, routes, limits, lanes);
  await app.register(cookie);
  app.decorateRequest('visitor', undefined);
  const alwaysSecure = options.publicUrl?.startsWith('https:') === true;
  app.decorateRequest('secure', {
    getter() {
      return alwaysSecure || this.protocol === 'https';
    },
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (request, _payload, done) => {
    const { route } = request.routeOptions.config;
    if (route === undefined) done(null, undefined);
    else
      readRawBody(request, route, limits).then(
        (body) => done(null, body),
        (error: Error) => done(error, undefined),
      );
  });
  app.addHook('onRequest', (request, reply) => face.receive(request, reply));
  app.setErrorHandler((error, request, reply) => answerError(error, request, reply));
  for (const route of routes) face.mount(route);
  refuseOtherMethods(app, routes);
  await servePages(app, options);
  await app.ready();
  return {
    app,
    listen: (port, host = '127.0.0.1') => listen(app, port, host),
    stop: (graceMs = GRACE_MS) => face.stop(graceMs),
  };
}

function bareServer(
  { trustProxy, log }: HttpOptions,
  limits: HttpLimits,
  lanes: Lanes,
): FastifyInstance {
  let count = 0;
  const start = Date.now().toString(36);
  const app = fastify({
    serverFactory: (handler) => listeningServer(shedding(handler, lanes), limits),
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    trustProxy: trustProxy ?? false,
    routerOptions: { maxParamLength: PARAMETER_MOST, caseSensitive: true },
    genReqId: () => `${start}-${(++count).toString(36)}`,
    logger: log ? { level: log.level, ...(log.stream && { stream: log.stream }) } : false,
    logController: new SilentLog(),
    clientErrorHandler: onClientError,
    frameworkErrors: (error, request, reply) => answerError(error, request, reply),
  });
  return app;
}

function listeningServer(handler: RequestListener, limits: HttpLimits): Server {
  const server = createServer(
    {
      headersTimeout: limits.headersMs,
      // A stream of transfers may take hours; bodies have bounds of their own (read-body.ts).
      requestTimeout: 0,
      keepAliveTimeout: limits.keepAliveMs,
      connectionsCheckingInterval: limits.checkEveryMs,
      maxHeaderSize: HEADERS_MOST,
    },
    handler,
  );
  server.setTimeout(limits.idleMs);
  server.maxRequestsPerSocket = limits.requestsPerConnection;
  server.maxConnections = limits.connectionsMost;
  return server;
}

/** What all requests of one server share. */
class Face {
  readonly #app: FastifyInstance;
  readonly #services: InnerServices;
  readonly #limits: HttpLimits;
  readonly #lanes: Lanes;
  readonly #open = new OpenRequests();
  readonly #repeats = new Repeats();
  #stopping = false;

  constructor(
    app: FastifyInstance,
    services: Services,
    routes: readonly Route[],
    limits: HttpLimits,
    lanes: Lanes,
  ) {
    const { store, live } = services;
    this.#app = app;
    this.#limits = limits;
    this.#lanes = lanes;
    let document: string | undefined;
    let ruleset: Promise<Ruleset> | undefined;
    this.#services = {
      ...services,
      limits,
      institutions: new InstitutionCodes(store),
      feed: new AlertFeed({ store, source: live, gatherMs: limits.gatherMs }),
      listeners: new Listeners(limits.listenersEach),
      metrics: new HttpMetrics(live, this.#lanes, services.follower, services.watch),
      openApi: () => {
        document ??= JSON.stringify(openApiDocument(routes, packageVersion()));
        return document;
      },
      ruleset: () => {
        ruleset ??= loadRuleset();
        return ruleset;
      },
      isStopping: () => this.#stopping,
    };
  }

  /** Before anything of the body is read: who comes, whether they may, and whether there is room. */
  async receive(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const began = performance.now();
    reply.headers(REPLY_HEADERS).header('x-request-id', request.id);
    if (request.secure) reply.header('strict-transport-security', STRICT_TRANSPORT);
    const { route } = request.routeOptions.config;
    if (route === undefined) return;
    let entered = false;
    reply.raw.once('close', () => {
      if (entered) this.#lanes.leave(route.lane);
      const ms = performance.now() - began;
      this.#services.metrics.observe(route, reply.statusCode, ms / 1000);
      this.#app.log.info(requestLine(request, reply, ms));
    });
    if (this.#stopping && route.tag !== 'service') throw new QorganError('QRG_STOPPING');
    request.visitor = await checkAccess(this.#services.access, route, request, reply);
    this.#lanes.enter(route.lane);
    entered = true;
  }

  mount(route: Route): void {
    const isStream = Object.values(route.reply).some(isMedia);
    this.#app.route({
      method: route.method,
      url: route.path,
      config: { route },
      exposeHeadRoute: route.method === 'GET' && !isStream,
      handler: (request, reply) => this.#serve(route, request, reply),
    });
  }

  async #serve(route: Route, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const setting = { visitor: request.visitor ?? {}, limits: this.#limits, open: this.#open };
    const ask = readAsk(request, reply, route, setting);
    const repeat = repeatKeyOf(request, route);
    if (repeat === undefined)
      return sendAnswer(reply, route, await route.handler(ask, this.#services));
    const { url } = request;
    const key = { ...repeat, principal: ask.principal, route: nameOf(route), url };
    const keep = route.repeatable === 'answer';
    const work = async () => route.handler(ask, this.#services);
    const answer = await this.#repeats.once(key, this.#services.now(), keep, work);
    return sendAnswer(reply, route, answer);
  }

  async stop(graceMs: number): Promise<void> {
    this.#stopping = true;
    this.#open.end();
    const timer = setTimeout(() => this.#app.server.closeAllConnections(), graceMs);
    try {
      await this.#app.close();
    } finally {
      clearTimeout(timer);
      this.#services.metrics.close();
      await this.#services.feed.close();
    }
  }
}

async function listen(app: FastifyInstance, port: number, host: string): Promise<string> {
  try {
    return await app.listen({ port, host });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    throw new QorganError('QRG_PORT_TAKEN', { port, next: port < 1024 ? 8080 : port + 1 });
  }
}

const METHODS: readonly (Method | 'HEAD' | 'OPTIONS')[] = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
];

/** An address that is there says which methods it takes, instead of that it is not there. */
function refuseOtherMethods(app: FastifyInstance, routes: readonly Route[]): void {
  for (const path of new Set(routes.map((route) => route.path))) {
    const taken = METHODS.filter((method) => app.hasRoute({ method, url: path }));
    const allowed = taken.join(', ');
    app.route({
      method: METHODS.filter((method) => !taken.includes(method)),
      url: path,
      handler: (request, reply) => {
        reply.header('allow', allowed);
        throw new QorganError('QRG_HTTP_METHOD', { method: request.method, allowed });
      },
    });
  }
}
