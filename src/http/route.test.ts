import { expect, test } from 'vitest';
import { nameOf, route } from './route.ts';
import { ROUTES } from './routes.ts';

const spec = {
  method: 'GET',
  path: '/v1/x',
  tag: 'service',
  summary: 'x',
  reply: { 204: null },
  handler: () => ({ status: 204 }) as const,
} as const;

test('a route that nobody may use is not made', () => {
  expect(() => route({ ...spec, access: {} })).toThrow('GET /v1/x');
  expect(() => route({ ...spec, access: { roles: [], scopes: [] } })).toThrow();
  expect(() => route({ ...spec, access: { public: true } })).not.toThrow();
});

test('no two routes have one name, and what changes anything is never open to anybody but to sign in and at the desks of the portal', () => {
  expect(new Set(ROUTES.map(nameOf)).size).toBe(ROUTES.length);
  const open = ROUTES.filter(({ method, access }) => access.public && method !== 'GET').map(nameOf);
  expect(open).toEqual([
    'POST /v1/reports',
    'POST /v1/reports/:receipt/answers',
    'POST /v1/reports/:receipt/pictures',
    'POST /v1/classes',
    'POST /v1/classes/look',
    'POST /v1/classes/step',
    'POST /v1/classes/results',
    'POST /v1/classes/rows',
    'POST /v1/classes/remove',
    'POST /v1/classes/:code/learners',
    'PUT /v1/classes/:code/learners/:learner/answers',
    'POST /v1/held',
    'POST /v1/held/explanations',
    'POST /v1/held/appeals',
    'POST /v1/session/setup',
    'POST /v1/session',
    'POST /v1/session/set-password',
  ]);
});

test('strangers wait in lanes of their own: none of them holds up who signed in, a probe, or a stream of a bank', () => {
  const lanes = (isOpen: boolean) =>
    new Set(
      ROUTES.filter(
        ({ access, tag }) => (access.public ?? false) === isOpen && tag !== 'service',
      ).map(({ lane }) => lane),
    );
  expect(lanes(true)).toEqual(new Set(['strangers', 'pictures']));
  for (const lane of lanes(true)) expect(lanes(false)).not.toContain(lane);
  for (const { access, stream } of ROUTES)
    if (access.public && stream !== undefined) expect(stream.isSoon).toBe(true);
});
