import { expect, it } from 'vitest';
import { fade, LOCKOUTS, type LockoutKind, lockoutMs } from './lockout.ts';

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

it('leaves about a hundred guesses a day at one account, fading and all', () => {
  const DAY_MS = 86_400_000;
  let guesses = 0;
  let state = { failures: 0, at: 0 };
  for (let now = 0; now < DAY_MS; guesses++) {
    state = fade('login', state, now);
    state.failures++;
    now += Math.max(1, lockoutMs('login', state.failures));
  }
  expect(guesses).toBeLessThan(130);
});

it('forgives an office that mistypes every quarter of an hour, and not one that does every minute', () => {
  const longest = (everyMs: number): number => {
    let state = { failures: 0, at: 0 };
    let most = 0;
    for (let now = 0; now < 86_400_000; now += everyMs) {
      state = fade('address', state, now);
      state.failures++;
      most = Math.max(most, lockoutMs('address', state.failures));
    }
    return most;
  };
  expect(longest(15 * 60_000)).toBe(0);
  // Each just before a failure would have faded: the part of a step that passed counts.
  expect(longest(9.9 * 60_000)).toBe(0);
  expect(longest(60_000)).toBe(LOCKOUTS.address.mostMs);
});

it('fades nothing for a clock that stepped back', () => {
  expect(fade('login', { failures: 5, at: 1_000_000 }, 0)).toEqual({ failures: 5, at: 0 });
});
