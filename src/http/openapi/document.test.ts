import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { nameOf } from '../route.ts';
import { ROUTES } from '../routes.ts';
import { openApiDocument } from './document.ts';

const document = openApiDocument(ROUTES, '1.0.0');

test('the document is valid OpenAPI 3.1', async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(JSON.parse(JSON.stringify(document)));
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
  expect(validator.version).toBe('3.1');
});

test('every route stands in it, with who may use it', () => {
  for (const route of ROUTES) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    const operation = document.paths[path]?.[route.method.toLowerCase()] as {
      security: unknown[];
      responses: Record<string, unknown>;
    };
    expect(operation, nameOf(route)).toBeDefined();
    expect(operation.security.length, nameOf(route)).toBeGreaterThan(0);
    for (const status of Object.keys(route.reply))
      expect(operation.responses[status], `${nameOf(route)} ${status}`).toBeDefined();
  }
});

test('operations have ids of their own, and every reference leads somewhere', () => {
  const text = JSON.stringify(document);
  const ids = [...text.matchAll(/"operationId":"([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ROUTES.length);
  for (const [, name] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g))
    expect(document.components.schemas[name], name).toBeDefined();
});

test('strings and lists of requests are bounded', () => {
  const unbounded: string[] = [];
  const look = (schema: unknown, where: string): void => {
    if (typeof schema !== 'object' || schema === null) return;
    const {
      type,
      maxLength,
      maxItems,
      pattern,
      enum: values,
      format,
      $ref,
    } = schema as Record<string, unknown>;
    const isFixed = values !== undefined || 'const' in schema || format !== undefined;
    if (type === 'string' && maxLength === undefined && pattern === undefined && !isFixed)
      unbounded.push(where);
    if (type === 'array' && maxItems === undefined) unbounded.push(where);
    if (typeof $ref === 'string')
      look(document.components.schemas[$ref.split('/').at(-1) ?? ''], `${where} ${$ref}`);
    for (const [key, inner] of Object.entries(schema))
      if (key !== 'examples' && typeof inner === 'object') look(inner, `${where}/${key}`);
  };
  for (const [path, methods] of Object.entries(document.paths))
    for (const operation of Object.values(methods)) {
      const { requestBody, parameters } = operation as {
        requestBody?: { content: Record<string, { schema: unknown }> };
        parameters: { schema: unknown }[];
      };
      for (const { schema } of parameters) look(schema, `${path} parameters`);
      look(requestBody?.content['application/json']?.schema, `${path} body`);
    }
  expect(unbounded).toEqual([]);
});
