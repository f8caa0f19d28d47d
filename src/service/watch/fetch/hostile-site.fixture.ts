import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site on this machine. */
export interface LocalSite {
  /** 'http://127.0.0.1:PORT' */
  readonly origin: string;
  /** '127.0.0.1:PORT', for `allowedPrivate`. */
  readonly address: string;
  readonly port: number;
  /** What was asked for, in its order. */
  readonly asked: IncomingMessage[];
  /** Bytes of bodies that went out, as far as the site could write them. */
  readonly sent: () => number;
  close(): Promise<void>;
}

export type Answering = (request: IncomingMessage, response: ServerResponse) => void;

/** Serves pages by path on loopback; what has no page answers 404. */
export async function serveSite(pages: Readonly<Record<string, Answering>>): Promise<LocalSite> {
  const asked: IncomingMessage[] = [];
  let sent = 0;
  const server = createServer((request, response) => {
    asked.push(request);
    const { socket } = response;
    response.on('close', () => {
      sent += socket?.bytesWritten ?? 0;
    });
    socket?.on('error', () => undefined);
    const path = (request.url ?? '').split('?')[0];
    const page = pages[path];
    if (page !== undefined) page(request, response);
    else response.writeHead(404, { 'content-type': 'text/html' }).end('<p>none</p>');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    address: `127.0.0.1:${port}`,
    port,
    asked,
    sent: () => sent,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** A page of HTML, or of another type. */
export const page =
  (body: string | Uint8Array, type = 'text/html; charset=utf-8', headers: object = {}): Answering =>
  (_, response) =>
    void response.writeHead(200, { 'content-type': type, ...headers }).end(body);

export const redirect =
  (to: string): Answering =>
  (_, response) =>
    void response.writeHead(302, { location: to }).end();

/** A body without an end, or of `most` bytes: it is written as long as somebody reads. */
export const endless =
  (most = Number.POSITIVE_INFINITY, headers: object = {}): Answering =>
  (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html', ...headers });
    const piece = Buffer.alloc(64 * 1024, 'x');
    let written = 0;
    const write = () => {
      while (!response.destroyed && written < most) {
        written += piece.length;
        if (!response.write(piece)) return void response.once('drain', write);
      }
      response.end();
    };
    write();
  };
