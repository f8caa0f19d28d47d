import { expect, it } from 'vitest';
import { LOCKOUTS, type LockoutKind, lockoutMs } from './lockout.ts';

it.each(Object.keys(LOCKOUTS) as LockoutKind[])('%s: free, then doubling, then the cap', (kind) => {
  const { free, firstMs, mostMs } = LOCKOUTS[kind];
  expect(lockoutMs(kind, 0)).toBe(0);
  expect(lockoutMs(kind, free)).toBe(0);
  expect(lockoutMs(kind, free + 1)).toBe(firstMs);
  expect(lockoutMs(kind, free + 2)).toBe(2 * firstMs);
  expect(lockoutMs(kind, free + 3)).toBe(4 * firstMs);
  expect(lockoutMs(kind, free + 20)).toBe(mostMs);
  expect(lockoutMs(kind, 1e9)).toBe(mostMs);
});

it('leaves about a hundred guesses a day at one account', () => {
  const DAY_MS = 86_400_000;
  let guesses = 0;
  for (let elapsed = 0; elapsed < DAY_MS; elapsed += lockoutMs('login', guesses)) guesses++;
  expect(guesses).toBeLessThan(120);
});
