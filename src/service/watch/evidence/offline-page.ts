import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Fetched } from '../../../watch/sources/fetched.ts';
import { headerOf } from '../../../watch/sources/fetched.ts';

/** Where the browser is sent. The name can belong to nobody (RFC 6761), so it leads nowhere but to the proxy. */
export const PAGE_URL = 'http://capture.invalid/';

/**
 * What a captured page may do: be laid out, with the styles it carries. No scripts, no frames, no forms, no sending elsewhere
 * by itself, no pictures: those that are not captured could not be shown, and those within could be bombs.
 */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** A page behind a proxy that knows nothing else. */
export interface OfflinePage {
  readonly port: number;
  /** Requests for anything else, the browser's own among them: none was answered. */
  refused(): number;
  close(): Promise<void>;
}

/** Serves the bytes of one page to a browser whose every request comes here, and refuses all others. */
export async function serveOffline(page: Pick<Fetched, 'body' | 'headers'>): Promise<OfflinePage> {
  let refused = 0;
  const server = createServer((request, response) => {
    if (request.url !== PAGE_URL) {
      refused++;
      response.writeHead(403).end();
      return;
    }
    response.writeHead(200, {
      'Content-Type': sendable(headerOf(page, 'content-type') ?? 'text/html'),
      'Content-Security-Policy': POLICY,
      'X-Content-Type-Options': 'nosniff',
      'X-DNS-Prefetch-Control': 'off',
      'Cache-Control': 'no-store',
    });
    response.end(page.body);
  });
  server.on('connect', (_, socket) => {
    refused++;
    socket.destroy();
  });
  await new Promise<void>((done, fail) => {
    server.once('error', fail).listen(0, '127.0.0.1', done);
  });
  return {
    port: (server.address() as AddressInfo).port,
    refused: () => refused,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** A header of an archive may hold what no server sends: written as it is it would end this process, not that page. */
const sendable = (value: string): string => value.replace(/[^\t\x20-\x7e\x80-\xff]/g, '');
