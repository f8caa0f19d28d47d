import { ProblemReply } from '../contract/problem.ts';
import { PROBLEM_MEDIA } from '../problem-reply.ts';
import { type Route, TAGS } from '../route.ts';
import { JsonSchemas } from './json-schemas.ts';
import { operationOf } from './operation.ts';

/**
 * The interface as OpenAPI 3.1, made from the registry that the server itself runs by: what validates a request is what is
 * described here.
 */
export function openApiDocument(routes: readonly Route[], version: string) {
  const schemas = new JsonSchemas();
  const problem = schemas.of(ProblemReply, 'output');
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route, schemas) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Qorgan',
      version,
      summary: 'Decisions on transfers, and the work on what they find',
      description:
        'Times are epoch milliseconds UTC, money is integer minor units. Problems are application/problem+json in the ' +
        'language of Accept-Language: ru (the usual one), kk, en. Lists are `{ items, next }`, asked with `limit` and ' +
        '`cursor`.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: TAGS.map((name) => ({ name })),
    paths,
    components: {
      schemas: schemas.components,
      responses: {
        Problem: {
          description: 'Problem details (RFC 9457)',
          content: { [PROBLEM_MEDIA]: { schema: problem } },
        },
      },
      securitySchemes: {
        key: {
          type: 'http',
          scheme: 'bearer',
          description: 'A key of a program, `Authorization: Bearer qk_…`, with scopes',
        },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'qorgan-session',
          description: 'A person who signed in; over https the name is __Host-qorgan-session',
        },
        csrf: {
          type: 'apiKey',
          in: 'header',
          name: 'x-csrf-token',
          description: 'With the cookie, on calls that change anything: the value of qorgan-csrf',
        },
      },
    },
  };
}
