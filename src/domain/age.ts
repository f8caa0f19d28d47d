import { LOCAL_OFFSET_MS } from './local-day.ts';

/**
 * Whole years on the local day of `at` (epoch ms) of somebody born on the UTC day of `bornAt` (epoch ms, midnight UTC as
 * `parseIin` gives it). Born on 29 February: a year older on 1 March. Negative before birth.
 */
export function ageAt(bornAt: number, at: number): number {
  const born = new Date(bornAt);
  const today = new Date(at + LOCAL_OFFSET_MS);
  const years = today.getUTCFullYear() - born.getUTCFullYear();
  const month = today.getUTCMonth() - born.getUTCMonth();
  const hadBirthday = month > 0 || (month === 0 && today.getUTCDate() >= born.getUTCDate());
  return hadBirthday ? years : years - 1;
}
