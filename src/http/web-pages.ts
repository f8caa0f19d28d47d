import files from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { QorganError } from '../domain/errors/catalogue.ts';
import { servePortalData, servePortalWorker } from './portal-data.ts';
import { PAGE_HEADERS } from './security-headers.ts';

/** Addresses of data: under them a page is never the answer. */
const DATA = /^\/(?:v1(?:\/|$)|healthz|readyz|metrics|openapi\.json)/;
/** A file with a hash in its name never changes (Vite: 'index-B1x9_q2a.js'), and neither does its compressed form. */
const HASHED = /-[\w-]{8}\.\w+(?:\.(?:br|gz))?$/;
/** Where the pages for anybody stand; everything else is the console's. */
const PORTAL = '/portal/';

/** Folders of built pages; where there is none, there are no such pages. */
export interface WebRoots {
  readonly webRoot?: string;
  readonly portalRoot?: string;
}

/**
 * Serves the built console, and the portal beneath /portal/. An address that is no file is one of the pages' own, told apart
 * in the browser: it gets their index.html, if whoever asks takes a page.
 */
export async function servePages(
  app: FastifyInstance,
  { webRoot, portalRoot }: WebRoots,
): Promise<void> {
  if (webRoot !== undefined) await serveFolder(app, webRoot, '/');
  if (portalRoot !== undefined) {
    await servePortalData(app);
    await servePortalWorker(app, portalRoot);
    await serveFolder(app, portalRoot, PORTAL);
    app.get('/portal', (_, reply) => reply.redirect(PORTAL, 308));
  }
  const rootOf = (url: string) => (url.startsWith(PORTAL) ? portalRoot : webRoot);
  app.setNotFoundHandler((request, reply) => pageOrNothing(request, reply, rootOf(request.url)));
}

async function serveFolder(app: FastifyInstance, root: string, prefix: string): Promise<void> {
  await app.register(files, {
    root,
    prefix,
    wildcard: true,
    index: ['index.html'],
    dotfiles: 'deny',
    cacheControl: false,
    // Files that were compressed when they were built go out so to whoever takes them.
    preCompressed: true,
    decorateReply: !app.hasReplyDecorator('sendFile'),
    setHeaders(reply, path) {
      const lasting = HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
      reply.headers(PAGE_HEADERS).header('cache-control', lasting);
    },
  });
}

function pageOrNothing(
  request: FastifyRequest,
  reply: FastifyReply,
  root: string | undefined,
): FastifyReply {
  const isPage =
    (request.method === 'GET' || request.method === 'HEAD') &&
    !DATA.test(request.url) &&
    (request.headers.accept ?? '').includes('text/html');
  if (!isPage || root === undefined) throw new QorganError('QRG_HTTP_NO_ROUTE');
  return reply.sendFile('index.html', root);
}
