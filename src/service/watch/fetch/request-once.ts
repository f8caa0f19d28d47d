import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import { fail, ok, type Problem, type Result } from '../../../domain/errors/catalogue.ts';
import { hostOf } from './checked-url.ts';

/** What one request is allowed to cost. */
export interface RequestLimits {
  /** From the connection to the last byte. */
  readonly totalMs: number;
  readonly headerBytes: number;
  /** Of the body, before it is unpacked and after. */
  readonly bodyBytes: number;
}

/** Where the connection goes: an address that was checked. */
export interface Place {
  readonly address: string;
  readonly port: number;
}

export interface Answer {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly bytes: Uint8Array;
  /** Epoch ms of the beginning, of the head and of the last byte. */
  readonly startedAt: number;
  readonly headAt: number;
  readonly endedAt: number;
}

/**
 * Asks one address once; follows nothing, keeps no cookie and no connection. The certificate must be that of the name, while
 * the connection goes to the address that was checked.
 * Fails with QRG_WATCH_TIME, QRG_WATCH_HEADERS_BIG, QRG_WATCH_BODY_BIG, QRG_WATCH_UNREACHABLE.
 */
export async function requestOnce(
  url: URL,
  place: Place,
  headers: Readonly<Record<string, string | undefined>>,
  limits: RequestLimits,
  now: () => number,
  signal?: AbortSignal,
): Promise<Result<Answer>> {
  const timer = AbortSignal.timeout(limits.totalMs);
  const stop = signal === undefined ? timer : AbortSignal.any([timer, signal]);
  const startedAt = now();
  try {
    const message = await headOfAnswer(url, place, headers, limits, stop);
    const headAt = now();
    const bytes = await bodyOf(message, limits.bodyBytes);
    if (bytes === undefined)
      return fail('QRG_WATCH_BODY_BIG', { most: inMegabytes(limits.bodyBytes) });
    const status = message.statusCode ?? 0;
    return ok({
      status,
      headers: pairs(message.rawHeaders),
      bytes,
      startedAt,
      headAt,
      endedAt: now(),
    });
  } catch (error) {
    if (timer.aborted) return fail('QRG_WATCH_TIME', { seconds: Math.ceil(limits.totalMs / 1000) });
    return { ok: false, problem: problemOf(error) };
  }
}

export const inMegabytes = (bytes: number): number => Math.round((bytes / (1 << 20)) * 10) / 10;

function headOfAnswer(
  url: URL,
  { address, port }: Place,
  headers: Readonly<Record<string, string | undefined>>,
  limits: RequestLimits,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const isSecure = url.protocol === 'https:';
  const host = hostOf(url);
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const sent = (isSecure ? httpsRequest : httpRequest)({
    host: address,
    port,
    method: 'GET',
    path: `${url.pathname}${url.search}`,
    headers: { host: url.host, ...headers, connection: 'close' },
    agent: false,
    maxHeaderSize: limits.headerBytes,
    signal,
    ...(isSecure && isIP(host) === 0 && { servername: host }),
  });
  // The listener stays: a connection that breaks later must not end the process.
  sent.on('error', reject);
  sent.on('response', resolve);
  // Nothing else than HTTP is spoken here.
  sent.on('upgrade', (_, socket) => {
    socket.destroy();
    reject(new Error('upgrade'));
  });
  sent.end();
  return promise;
}

/** undefined when there is more than `most`; the connection is closed at once. */
async function bodyOf(message: IncomingMessage, most: number): Promise<Uint8Array | undefined> {
  try {
    if (Number(message.headers['content-length'] ?? 0) > most) return undefined;
    const pieces: Uint8Array[] = [];
    let length = 0;
    for await (const piece of message) {
      length += piece.length;
      if (length > most) return undefined;
      pieces.push(piece);
    }
    return Buffer.concat(pieces);
  } finally {
    message.destroy();
  }
}

function pairs(raw: readonly string[]): [string, string][] {
  const list: [string, string][] = [];
  for (let i = 0; i + 1 < raw.length; i += 2) list.push([raw[i], raw[i + 1]]);
  return list;
}

function problemOf(error: unknown): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'HPE_HEADER_OVERFLOW') return { code: 'QRG_WATCH_HEADERS_BIG', args: {} };
  return { code: 'QRG_WATCH_UNREACHABLE', args: { reason: code || 'connection' } };
}
