import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROLES } from '../service/access/role.ts';
import { nameOf } from './route.ts';
import { CASE_VIEW_ROUTES } from './routes/case-views.ts';

const DOC = join(import.meta.dirname, '..', '..', 'docs', 'explanation', 'who-may.md');

/** What the page calls each route. */
const VIEWS: Readonly<Record<string, string>> = {
  timeline: 'GET /v1/cases/:caseId/timeline',
  graph: 'GET /v1/cases/:caseId/graph',
  entities: 'GET /v1/cases/:caseId/entities',
  statements: 'GET /v1/cases/:caseId/statements',
  'drop a statement': 'POST /v1/cases/:caseId/statements',
  'open from statements': 'POST /v1/cases/statements',
};

test('the page that says who may look at a case says what the routes do', () => {
  const [, section] = readFileSync(DOC, 'utf8').split('### Views of a case');
  const told = new Map(
    section
      .split('\n## ')[0]
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .slice(1)
      .map((line) => {
        const [view, ...cells] = line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim());
        return [VIEWS[view], ROLES.filter((_, i) => cells[i] !== '')];
      }),
  );
  expect(told).toEqual(
    new Map(
      CASE_VIEW_ROUTES.map((route) => [
        nameOf(route),
        ROLES.filter((role) => route.access.roles?.includes(role)),
      ]),
    ),
  );
});
