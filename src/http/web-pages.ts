import files from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { QorganError } from '../domain/errors/catalogue.ts';
import { PAGE_HEADERS } from './security-headers.ts';

/** Addresses of data: under them a page is never the answer. */
const DATA = /^\/(?:v1(?:\/|$)|healthz|readyz|metrics|openapi\.json)/;
/** A file with a hash in its name never changes (Vite: 'index-B1x9_q2a.js'). */
const HASHED = /-[\w-]{8}\.\w+$/;

/**
 * Serves the built console from a folder. An address that is no file is one of the console's own, told apart in the
 * browser: it gets index.html, if whoever asks takes a page.
 */
export async function servePages(app: FastifyInstance, root: string): Promise<void> {
  await app.register(files, {
    root,
    wildcard: true,
    index: ['index.html'],
    dotfiles: 'deny',
    cacheControl: false,
    setHeaders(reply, path) {
      const lasting = HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
      reply.headers(PAGE_HEADERS).header('cache-control', lasting);
    },
  });
  app.setNotFoundHandler((request, reply) => pageOrNothing(request, reply));
}

function pageOrNothing(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const isPage =
    (request.method === 'GET' || request.method === 'HEAD') &&
    !DATA.test(request.url) &&
    (request.headers.accept ?? '').includes('text/html');
  if (!isPage) throw new QorganError('QRG_HTTP_NO_ROUTE');
  return reply.sendFile('index.html');
}
