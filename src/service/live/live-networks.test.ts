import { expect, test } from 'vitest';
import { networkId } from './live-networks.ts';

test('a network is named by its oldest working member, and by its oldest where nobody works', () => {
  const paid = [
    { account: 3, role: 'victim' },
    { account: 9, role: 'victim' },
  ] as const;
  expect(networkId([...paid, { account: 7, role: 'transit' }, { account: 5, role: 'none' }])).toBe(
    'n5',
  );
  expect(networkId(paid)).toBe('n3');
});
