import { expect, test } from 'vitest';
import { parseLawLook } from './law-look.ts';

test.each([
  [{}, {}],
  [{ on: '2025-09-15' }, { on: '2025-09-15' }],
  [
    { on: '2025-09-15', to: '2026-01-01', country: 'KZ' },
    { on: '2025-09-15', to: '2026-01-01', country: 'KZ' },
  ],
  // A day to compare with means nothing alone.
  [{ to: '2026-01-01' }, {}],
  [{ on: '2025-13-01' }, {}],
  [{ on: "1' OR 1", country: 'kz', to: '3000-01-01' }, {}],
])('an address %j looks at %j', (search, look) => {
  expect(parseLawLook(search)).toEqual(look);
});
