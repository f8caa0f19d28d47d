import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { nameOf } from '../src/http/route.ts';
import { ROUTES } from '../src/http/routes.ts';
import { HTTP_PAGE, routesReference } from './routes-reference.ts';

it('docs/reference/http-api.md is what the routes say now', () => {
  expect(readFileSync(HTTP_PAGE, 'utf8')).toBe(routesReference());
});

it('names every route once', () => {
  const named = [...routesReference().matchAll(/^\| `([A-Z]+ \/[^`]*)`/gm)].map(([, name]) => name);
  expect(named.toSorted()).toEqual(ROUTES.map(nameOf).toSorted());
});
