import type { Random } from '../random.ts';
import { withCheckDigit } from './iin.ts';

/** A valid BIN of a resident company's head office registered in the month of `registeredAt` (epoch ms). */
export function fakeBin(random: Random, registeredAt: number): string {
  const date = new Date(registeredAt);
  const month = [date.getUTCFullYear() % 100, date.getUTCMonth() + 1];
  return withCheckDigit(random, `${month.map((n) => String(n).padStart(2, '0')).join('')}40`, 5);
}
