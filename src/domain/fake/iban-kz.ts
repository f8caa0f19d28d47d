import { ibanCheckDigits } from '../iban-kz.ts';
import type { Random } from '../random.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A valid IBAN at the bank with this three-digit code: a letter and twelve digits, as retail accounts look. */
export function fakeKzIban(random: Random, bankCode: string): string {
  if (!/^\d{3}$/.test(bankCode))
    throw new RangeError(`bank code must be 3 digits, got ${bankCode}`);
  const number = String(random.int(0, 999_999_999_999)).padStart(12, '0');
  const basic = `${bankCode}${random.pick([...LETTERS])}${number}`;
  return `KZ${ibanCheckDigits('KZ', basic)}${basic}`;
}
