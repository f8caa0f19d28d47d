import { pbkdf2Sync } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  knownText,
  PREFIX_BITS,
  SLOW_BYTES,
  splitSlow,
} from '../../../src/domain/known-contact.ts';
import { hashContact } from './slow-hash.ts';

const SALT = Buffer.from('0123456789abcdef');
const TERMS = { salt: SALT.toString('base64'), iterations: 1_000 };

test('a browser and the service hash a contact alike', async () => {
  const slow = pbkdf2Sync(knownText('phone', '+77000000011'), SALT, 1_000, SLOW_BYTES, 'sha256');
  expect(await hashContact(TERMS, 'phone', '+77000000011')).toEqual(splitSlow(slow));
});

test('a bot is asked after as anybody is, a phone is not a name of the same digits', async () => {
  const of = (kind: 'bot' | 'handle' | 'phone') => hashContact(TERMS, kind, 'example_bot');
  expect(await of('bot')).toEqual(await of('handle'));
  expect(await of('phone')).not.toEqual(await of('handle'));
});

test('what is told of a phone is shared by some 49,000 others, as many at one prefix as at another', async () => {
  const MOBILES = 2e8; // 70x and 77x, seven digits behind each
  expect(Math.round(MOBILES / 2 ** PREFIX_BITS)).toBe(48_828);
  const quick = { ...TERMS, iterations: 1 };
  const count = new Map<string, number>();
  for (let n = 0; n < 8_192; n++) {
    const phone = `+770000${String(n).padStart(5, '0')}`;
    const { prefix } = await hashContact(quick, 'phone', phone);
    count.set(prefix, (count.get(prefix) ?? 0) + 1);
  }
  // Two each on average: no prefix is that of one number alone, and none gathers many.
  expect(count.size).toBeGreaterThan(3_300);
  expect(Math.max(...count.values())).toBeLessThan(14);
});
