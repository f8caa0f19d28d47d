import { expect, test } from 'vitest';
import { ageAt } from './age.ts';

test.each([
  ['the day before a birthday', '2008-11-27', '2026-11-26T12:00:00+05:00', 17],
  ['on it, from local midnight', '2008-11-26', '2026-11-26T00:00:00+05:00', 18],
  ['a second before local midnight', '2008-11-26', '2026-11-25T23:59:59+05:00', 17],
  ['29 February in a year without one', '2004-02-29', '2026-02-28T12:00:00+05:00', 21],
  ['the day after that', '2004-02-29', '2026-03-01T12:00:00+05:00', 22],
  ['before birth', '2027-01-01', '2026-11-26T12:00:00+05:00', -1],
])('%s', (_, born, at, years) => {
  expect(ageAt(Date.parse(born), Date.parse(at))).toBe(years);
});
