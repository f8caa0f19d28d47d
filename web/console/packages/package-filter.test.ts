import { expect, test } from 'vitest';
import { parseNewPackage, parsePackageFilter } from './package-filter.ts';

test('an address says which packages, and what it cannot mean is left out', () => {
  expect(parsePackageFilter({ direction: 'in', state: 'draft', format: 'stix' })).toEqual({
    direction: 'in',
    state: 'draft',
    format: 'stix',
  });
  expect(parsePackageFilter({ direction: 'up', state: ['draft'], format: '' })).toEqual({});
});

test('an address says of which case a package is made', () => {
  expect(parseNewPackage({ case: '17', format: 'misp' })).toEqual({ case: 17, format: 'misp' });
  expect(parseNewPackage({ case: '-1', format: 'pdf' })).toEqual({});
});
