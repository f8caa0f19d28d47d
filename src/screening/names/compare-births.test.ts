import { expect, test } from 'vitest';
import type { Birth } from '../lists/list-entry.ts';
import { compareBirths } from './compare-births.ts';

const birth = (text: string): Birth => {
  const [from, to = from] = text.split('..');
  return from.length === 4 ? { fromYear: Number(from), toYear: Number(to) } : { day: from };
};

test.each([
  ['1990-03-05', '1990-03-05', 'same'],
  ['1990-03-05', '1990-05-03', 'near'],
  ['1990-03-05', '1990-03-15', 'near'],
  ['1990-03-05', '1990-03-04', 'near'],
  ['1990-03-31', '1990-04-01', 'near'],
  ['1999-03-05', '2000-03-05', 'near'],
  ['1990-03-05', '1990-04-15', 'differs'],
  ['1990-03-05', '1990', 'same'],
  ['1990-03-05', '1985..1992', 'same'],
  ['1990-03-05', '1991', 'near'],
  ['1990-03-05', '1992', 'differs'],
  ['1980..1984', '1985..1990', 'near'],
  ['1980..1984', '1986..1990', 'differs'],
])('%s and %s: %s', (a, b, expected) => {
  expect(compareBirths([birth(a)], [birth(b)])).toBe(expected);
  expect(compareBirths([birth(b)], [birth(a)])).toBe(expected);
});

test('of several births the best pair counts; none is unknown', () => {
  expect(compareBirths([birth('1990')], [birth('1970'), birth('1990')])).toBe('same');
  expect(compareBirths([], [birth('1970')])).toBe('unknown');
  expect(compareBirths(undefined, undefined)).toBe('unknown');
});
