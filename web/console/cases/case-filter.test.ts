import { expect, test } from 'vitest';
import { CaseQuery } from '../../../src/http/contract/case.ts';
import { caseQuery, expandedOf, parseCaseFilter, parseCasePart, withPart } from './case-filter.ts';

test('an address that means nothing is the usual queue', () => {
  expect(parseCaseFilter({ state: 'x', who: 7, due: '', q: '   ', order: 'priority' })).toEqual({});
  expect(caseQuery({})).toEqual({ order: 'priority' });
});

test('every filter is one that the service takes', () => {
  const filter = parseCaseFilter({
    state: 'all',
    who: 'nobody',
    due: 'overdue',
    order: 'newest',
    q: ' 870101300123 ',
  });
  const { state, ...rest } = caseQuery(filter);
  expect(CaseQuery.safeParse({ ...rest, state: state?.join(',') }).success).toBe(true);
  expect(rest.q).toBe('870101300123');
});

test('a part is taken away and the others stay', () => {
  expect(withPart({ who: 'me', q: 'карта' }, { who: '' })).toEqual({ q: 'карта' });
});

test('a part of a case is one that there is', () => {
  expect(parseCasePart({ tab: 'money', node: 'a17' })).toEqual({ tab: 'money', node: 'a17' });
  expect(parseCasePart({ tab: 'overview', node: '<b>', expand: 'x,,' })).toEqual({});
  expect(expandedOf(parseCasePart({ expand: 'a1,<b>,a22' }))).toEqual(['a1', 'a22']);
  expect(expandedOf({})).toEqual([]);
});
