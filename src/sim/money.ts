import type { Random } from '../domain/random.ts';

/**
 * A sum as a person types it: the larger, the rounder, now and then an odd one. Tenge in, minor units out,
 * never below 100 tenge. Honest people and rings round by this same function.
 */
export function typedMinor(tenge: number, random: Random): number {
  const magnitude = tenge < 3_000 ? 100 : tenge < 20_000 ? 500 : tenge < 150_000 ? 1_000 : 5_000;
  const step = random.chance(0.72) ? magnitude : random.chance(0.6) ? 100 : 1;
  return Math.max(100, Math.round(tenge / step) * step) * 100;
}

/** What a till says: whole tenge, every fifth sum with tiyn. At least 50 tenge. */
export function tillMinor(tenge: number, random: Random): number {
  const whole = Math.max(50, Math.round(tenge)) * 100;
  return random.chance(0.2) ? whole + random.int(1, 99) : whole;
}
