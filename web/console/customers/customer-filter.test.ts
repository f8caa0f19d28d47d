import { expect, test } from 'vitest';
import { customerQuery, parseCustomerFilter, withPart } from './customer-filter.ts';

test('an address that means nothing asks for all, the greatest risk first', () => {
  const filter = parseCustomerFilter({ level: 'extreme', due: 'perhaps', order: 'name', x: 1 });
  expect(filter).toEqual({});
  expect(customerQuery(filter)).toEqual({ order: 'risk' });
});

test('what is chosen is asked, and can be taken away again', () => {
  const filter = parseCustomerFilter({ level: 'high', due: 'true', hits: true, order: 'added' });
  expect(customerQuery(filter)).toEqual({
    level: 'high',
    due: 'true',
    hits: 'true',
    order: 'added',
  });
  expect(withPart(filter, { level: undefined, hits: undefined })).toEqual({
    due: true,
    order: 'added',
  });
});
