import { hasLuhn } from '../card.ts';
import type { Random } from '../random.ts';

/**
 * A 16-digit card number with a right check digit. Without `first6` it begins with 999999: 9 is left to
 * national bodies (ISO/IEC 7812-1) and no card scheme used in Kazakhstan issues there.
 */
export function fakePan(random: Random, first6 = '999999'): string {
  if (!/^\d{6}$/.test(first6)) throw new RangeError(`first6 must be 6 digits, got ${first6}`);
  const first15 = first6 + String(random.int(0, 999_999_999)).padStart(9, '0');
  for (let check = 0; check <= 9; check++) if (hasLuhn(first15 + check)) return first15 + check;
  throw new Error('every 15 digits have a check digit');
}
