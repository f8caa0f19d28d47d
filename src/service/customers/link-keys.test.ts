import { expect, test } from 'vitest';
import { linkKeysOf } from './link-keys.ts';

const keys = (told: { devices?: string[]; ips?: string[]; address?: string }) =>
  linkKeysOf({ devices: [], ips: [], ...told }).map(({ kind, value }) => `${kind} ${value}`);

test.each([
  ['г. Алматы, ул. Абая, д. 10, кв. 5', 'Алматы, Абая 10-5'],
  ['город Алматы, улица АБАЯ, дом 10, квартира 5', 'Алматы Абая 10 5'],
  ['Алматы қаласы, Абай көшесі, 10 үй, 5 пәтер', 'Алматы, Абай 10, п. 5'],
])('one address, written twice: %s', (one, other) => {
  expect(keys({ address: one })).toEqual(keys({ address: other }));
});

test('another flat is another address', () => {
  expect(keys({ address: 'Абая 10-5' })).not.toEqual(keys({ address: 'Абая 10-6' }));
});

test('an IPv6 address is one with those of its network', () => {
  expect(keys({ ips: ['2001:db8::1', '2001:DB8:0:0:9::7'] })).toEqual(['ip 2001:db8:0:0::/64']);
  expect(keys({ ips: ['2001:db8:0:1::1'] })).toEqual(['ip 2001:db8:0:1::/64']);
});

test('addresses inside of a network, and what says nothing, tie nobody', () => {
  expect(keys({ ips: ['10.1.2.3', '192.168.0.1', '127.0.0.1', '::1', 'fe80::1'] })).toEqual([]);
  expect(keys({ address: 'дом' })).toEqual([]);
});

test('each is told once', () => {
  expect(keys({ devices: ['d', 'd', 'e'], ips: ['203.0.113.7', '203.0.113.7'] })).toEqual([
    'device d',
    'device e',
    'ip 203.0.113.7',
  ]);
});
