import { STATUS_CODES } from 'node:http';
import { type ErrorCode, entryOf, messageOf } from '../../domain/errors/catalogue.ts';
import { IdempotencyKey } from '../contract/decision.ts';
import { acceptedBy } from '../read-request.ts';
import { isEither, isMedia, type ReplySpec, type Route } from '../route.ts';
import type { JsonSchema, JsonSchemas } from './json-schemas.ts';

/** One route as an operation. */
export function operationOf(route: Route, schemas: JsonSchemas) {
  const { summary, description, tag, access } = route;
  const { roles = [], scopes = [] } = access;
  return {
    operationId: operationId(route),
    summary,
    ...(description !== undefined && { description }),
    tags: [tag],
    parameters: parametersOf(route, schemas),
    ...(acceptedBy(route).length > 0 && { requestBody: bodyOf(route, schemas) }),
    responses: responsesOf(route, schemas),
    security: securityOf(route),
    ...(roles.length > 0 && { 'x-roles': roles }),
    ...(scopes.length > 0 && { 'x-scopes': scopes }),
  };
}

/** 'get-v1-alerts-alertId': stable as long as the address is. */
const operationId = ({ method, path }: Route): string =>
  [method.toLowerCase(), ...path.split(/[^\w]+/).filter(Boolean)].join('-');

function parametersOf(route: Route, schemas: JsonSchemas): JsonSchema[] {
  const parameters = [
    ...fieldsOf(route.params, 'path', schemas),
    ...fieldsOf(route.query, 'query', schemas),
  ];
  if (route.ifMatch)
    parameters.push({
      name: 'If-Match',
      in: 'header',
      required: true,
      description: 'The version that was seen, as in ETag',
      schema: { type: 'string', pattern: '^"\\d{1,10}"$' },
    });
  if (route.repeatable)
    parameters.push({
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      description: 'A repeat with the same key and the same body hears the first answer',
      schema: schemas.of(IdempotencyKey, 'input'),
    });
  return parameters;
}

function fieldsOf(
  schema: Route['params'],
  place: 'path' | 'query',
  schemas: JsonSchemas,
): JsonSchema[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = schemas.of(schema, 'input') as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...field }]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(description !== undefined && { description }),
    schema: field,
  }));
}

function bodyOf(route: Route, schemas: JsonSchemas): JsonSchema {
  const content: Record<string, JsonSchema> = {};
  if (route.body) content['application/json'] = { schema: schemas.of(route.body, 'input') };
  if (route.xml)
    content['application/xml'] = { schema: { type: 'string', description: route.xml } };
  for (const type of route.stream?.types ?? [])
    content[type] = {
      schema: { type: 'string', format: 'binary', description: 'A stream, read as it comes' },
      ...(route.stream?.item && { 'x-line': schemas.of(route.stream.item, 'input') }),
    };
  return { required: true, content };
}

function responsesOf(route: Route, schemas: JsonSchemas): Record<string, JsonSchema> {
  const responses: Record<string, JsonSchema> = {};
  for (const [status, spec] of Object.entries(route.reply))
    responses[status] = {
      description: STATUS_CODES[status] ?? status,
      ...(spec !== null && { content: contentOf(spec, schemas) }),
    };
  for (const [status, codes] of problemsOf(route)) {
    const description = codes
      .map((code) => `\`${code}\` ${messageOf({ code, args: {} }, 'en')}`)
      .join('\n\n');
    const problem = { description, content: PROBLEM };
    // A status that answers otherwise as well keeps both.
    const known = responses[status]?.content as JsonSchema | undefined;
    responses[status] = known ? { description, content: { ...known, ...PROBLEM } } : problem;
  }
  return responses;
}

const PROBLEM = {
  'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
};

function contentOf(spec: NonNullable<ReplySpec>, schemas: JsonSchemas): JsonSchema {
  if (isEither(spec)) return { ...contentOf(spec.json, schemas), ...contentOf(spec.or, schemas) };
  if (!isMedia(spec)) return { 'application/json': { schema: schemas.of(spec, 'output') } };
  return {
    [spec.media.split(';')[0]]: {
      schema: { type: 'string', description: spec.description },
      ...(spec.item && { 'x-line': schemas.of(spec.item, 'output') }),
    },
  };
}

/** Everything a route may refuse with, by status: its own codes, and those that come of what it takes and of who may use it. */
function problemsOf(route: Route): ReadonlyMap<string, readonly ErrorCode[]> {
  const { access, params, query, body, ifMatch, repeatable } = route;
  const takes = acceptedBy(route).length > 0;
  const isUnsafe = route.method !== 'GET';
  const codes = new Set<ErrorCode>([
    ...(access.public ? [] : (['QRG_SIGN_IN_REQUIRED', 'QRG_SECOND_FACTOR_NEEDED'] as const)),
    ...(access.roles || access.scopes ? (['QRG_NOT_ALLOWED'] as const) : []),
    'QRG_KEY_REFUSED',
    'QRG_RATE_LIMIT',
    ...(isUnsafe ? (['QRG_CSRF', 'QRG_OTHER_SITE'] as const) : []),
    ...(takes ? TAKING : []),
    ...(params || query || body ? (['QRG_HTTP_INVALID'] as const) : []),
    ...(ifMatch ? (['QRG_HTTP_VERSION_NEEDED', 'QRG_HTTP_VERSION_STALE'] as const) : []),
    ...(repeatable ? (['QRG_HTTP_KEY_REUSED', 'QRG_HTTP_KEY_UNDERWAY'] as const) : []),
    ...route.problems,
    'QRG_HTTP_INTERNAL',
    'QRG_HTTP_BUSY',
    'QRG_STORE_UNREACHABLE',
    'QRG_STOPPING',
  ]);
  const byStatus = new Map<string, ErrorCode[]>();
  for (const code of codes) {
    const status = String(entryOf(code).status);
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return byStatus;
}

const TAKING = [
  'QRG_HTTP_BODY_MISSING',
  'QRG_HTTP_BODY_CUT',
  'QRG_HTTP_BODY_LARGE',
  'QRG_HTTP_SLOW',
  'QRG_HTTP_MEDIA_TYPE',
  'QRG_HTTP_JSON',
  'QRG_HTTP_JSON_DEPTH',
  'QRG_HTTP_JSON_KEY',
] as const;

function securityOf({ access, method }: Route): JsonSchema[] {
  const { roles = [], scopes = [], session, public: open } = access;
  const mark = method === 'GET' ? {} : { csrf: [] };
  return [
    ...(open ? [{}] : []),
    ...(scopes.length > 0 ? [{ key: scopes }] : []),
    ...(roles.length > 0 || session ? [{ session: [], ...mark }] : []),
  ];
}
