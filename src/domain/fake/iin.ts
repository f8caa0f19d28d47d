import { kzCheckDigit } from '../kz-check-digit.ts';
import type { Random } from '../random.ts';

export interface FakePerson {
  /** Epoch ms; any moment of the UTC day, years 1900..2099. */
  readonly bornAt: number;
  readonly sex: 'male' | 'female';
}

/**
 * A valid IIN that belongs to nobody in particular. A day has about 9,090 numbers a sex: whoever makes a
 * whole country of people keeps the set of those given out and draws again.
 */
export function fakeIin(random: Random, { bornAt, sex }: FakePerson): string {
  const date = new Date(bornAt);
  const year = date.getUTCFullYear();
  if (!(year >= 1900 && year <= 2099)) throw new RangeError(`no IIN for a birth in year ${year}`);
  const century = (year < 2000 ? 3 : 5) + (sex === 'male' ? 0 : 1);
  const day = [year % 100, date.getUTCMonth() + 1, date.getUTCDate()];
  const head = day.map((part) => String(part).padStart(2, '0')).join('') + century;
  return withCheckDigit(random, head, 4);
}

/** `head`, then `serial` random digits, then the check digit; serials that have none are skipped. */
export function withCheckDigit(random: Random, head: string, serial: number): string {
  for (;;) {
    const first11 = head + String(random.int(0, 10 ** serial - 1)).padStart(serial, '0');
    const check = kzCheckDigit(first11);
    if (check !== undefined) return first11 + check; // 1 serial in about 120 has no check digit
  }
}
