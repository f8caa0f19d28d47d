import { expect, test } from 'vitest';
import { parseFilingFilter, parseNewFiling, parseThresholdLook } from './filing-filter.ts';

test('a filter keeps what it can mean and drops the rest', () => {
  expect(parseFilingFilter({ state: 'draft', kind: 'threshold', overdue: true })).toEqual({
    state: 'draft',
    kind: 'threshold',
    overdue: true,
  });
  expect(parseFilingFilter({ state: 'sealed', kind: 7, overdue: 'no', cursor: 'x' })).toEqual({});
});

test('a case is a whole number above zero, a day is a day', () => {
  expect(parseNewFiling({ case: 12 })).toEqual({ case: 12 });
  expect(parseNewFiling({ case: '0' })).toEqual({});
  expect(parseThresholdLook({ day: '2026-11-25' })).toEqual({ day: '2026-11-25' });
  expect(parseThresholdLook({ day: 'yesterday' })).toEqual({});
});
