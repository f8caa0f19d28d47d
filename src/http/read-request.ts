import { isUtf8 } from 'node:buffer';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { QorganError } from '../domain/errors/catalogue.ts';
import type { Visitor } from '../service/access/visitor.ts';
import { mediaTypeOf, RequestAsk } from './ask.ts';
import { readBody, streamBody } from './body/read-body.ts';
import { readJson } from './body/read-json.ts';
import { IdempotencyKey } from './contract/decision.ts';
import { versionOf } from './etag.ts';
import { faultsOf, InvalidRequest } from './field-problems.ts';
import type { HttpLimits } from './limits.ts';
import type { OpenRequests } from './open-requests.ts';
import type { Ask, Route } from './route.ts';

/** A body as it came, before it is known to fit. */
export type RawBody =
  | { readonly json: unknown; readonly bytes: Buffer }
  | { readonly xml: string; readonly bytes: Buffer }
  | 'stream'
  | undefined;

const JSON_TYPES = ['application/json'];
const XML_TYPES = ['application/xml', 'text/xml'];

/** Media types of bodies that a route takes. */
export const acceptedBy = (route: Route): readonly string[] => [
  ...(route.body ? JSON_TYPES : []),
  ...(route.xml ? XML_TYPES : []),
  ...(route.stream?.types ?? []),
];

/**
 * Reads the body of a request as its route takes it. Called by fastify for whatever comes with a body. Throws
 * QRG_HTTP_MEDIA_TYPE, QRG_HTTP_BODY_LARGE, QRG_HTTP_SLOW, QRG_HTTP_BODY_CUT and what JSON throws.
 */
export async function readRawBody(
  request: FastifyRequest,
  route: Route,
  limits: HttpLimits,
): Promise<RawBody> {
  const type = mediaTypeOf(request.headers['content-type']);
  const accepted = acceptedBy(route);
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (!accepted.includes(type) || encoding !== 'identity')
    throw new QorganError('QRG_HTTP_MEDIA_TYPE', { accepted: accepted.join(', ') || '—' });
  if (route.stream?.types.includes(type)) return 'stream';
  const most = route.bodyMost ?? limits.bodyMost;
  const bytes = await readBody(request.raw, { most, withinMs: limits.bodyMs });
  if (XML_TYPES.includes(type)) {
    if (!isUtf8(bytes)) throw new QorganError('QRG_HTTP_XML', { line: 1, reason: 'UTF-8' });
    return { xml: bytes.toString('utf8'), bytes };
  }
  const read = readJson(bytes);
  if (!read.ok) throw new QorganError(read.problem.code, read.problem.args);
  return { json: read.value, bytes };
}

/** What a request is read in. */
export interface AskSetting {
  readonly visitor: Visitor;
  readonly limits: HttpLimits;
  readonly open: OpenRequests;
}

/** Everything a handler is given, checked by the schemas of its route. Throws InvalidRequest, QRG_HTTP_BODY_MISSING, QRG_HTTP_VERSION_NEEDED. */
export function readAsk(
  request: FastifyRequest,
  reply: FastifyReply,
  route: Route,
  { visitor, limits, open }: AskSetting,
): Ask {
  const raw = request.body as RawBody;
  const params = route.params && checked(route.params, request.params, 'parameter');
  const query = route.query && checked(route.query, request.query, 'parameter');
  const version = route.ifMatch ? versionOf(request.headers['if-match']) : 0;
  if (raw === undefined && acceptedBy(route).length > 0)
    throw new QorganError('QRG_HTTP_BODY_MISSING');
  const isJson = typeof raw === 'object' && 'json' in raw;
  return new RequestAsk(request, reply, {
    params,
    query,
    body: route.body && isJson ? checked(route.body, raw.json, 'body') : undefined,
    xml: typeof raw === 'object' && 'xml' in raw ? raw.xml : undefined,
    version,
    visitor,
    open,
    stream: () =>
      streamBody(request.raw, {
        most: limits.streamMost,
        idleMs: limits.streamIdleMs,
        ...(route.stream?.isSoon && { withinMs: limits.bodyMs }),
      }),
  });
}

/** The request's Idempotency-Key and the bytes it stands for, where the route takes one and one came. Throws InvalidRequest. */
export function repeatKeyOf(
  request: FastifyRequest,
  route: Route,
): { readonly key: string; readonly body: Buffer } | undefined {
  const told = request.headers['idempotency-key'];
  if (!route.repeatable || told === undefined) return undefined;
  const raw = request.body as RawBody;
  const body = typeof raw === 'object' ? raw.bytes : Buffer.alloc(0);
  const read = IdempotencyKey.safeParse(told);
  if (read.success) return { key: read.data, body };
  const faults = faultsOf(read.error, told, 'parameter');
  throw new InvalidRequest(faults.map((fault) => ({ ...fault, path: 'Idempotency-Key' })));
}

function checked(schema: z.ZodType, input: unknown, place: 'body' | 'parameter'): unknown {
  const read = schema.safeParse(input);
  if (read.success) return read.data;
  throw new InvalidRequest(faultsOf(read.error, input, place));
}
