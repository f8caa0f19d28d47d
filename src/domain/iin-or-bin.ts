import { type Bin, parseBin } from './bin.ts';
import { fail, ok, type Result } from './errors/catalogue.ts';
import { type Iin, parseIin, plainDigits } from './iin.ts';
import { maskIin } from './mask.ts';

/**
 * Which of the two a 12-digit number is. Digit 5 decides: it is the tens of the day (0..3) in an IIN and
 * the type (4..6) in a BIN, so no number is both. Fails as `parseIin` and `parseBin` do.
 */
export function parseIinOrBin(text: string): Result<Iin | Bin> {
  return /^[4-9]$/.test(plainDigits(text).charAt(4)) ? parseBin(text) : parseIin(text);
}

/** An identifier and how many zeros had to be put back before it; 0 when the cell was whole. */
export interface RestoredId {
  readonly id: Iin | Bin;
  readonly zerosRestored: number;
}

/** Year 00 and a month 01..09 lose three zeros; the fourth digit is never 0 then. */
const MOST_ZEROS = 3;

/**
 * An IIN or BIN of a cell that Excel may have turned into a number: up to three lost leading zeros are
 * put back, and the answer says how many. The check digit, the date and the type must then fit; one in
 * eleven wrong numbers fits the check digit alone, so a caller shows that zeros were restored.
 *
 * Fails with QRG_ID_ZEROS when nothing fits, and as `parseIinOrBin` when the cell has 12 digits.
 */
export function restoreIinOrBin(cell: string | number): Result<RestoredId> {
  const value = plainDigits(String(cell)).replace(/\.0+$/, '');
  const zerosRestored = 12 - value.length;
  if (zerosRestored <= 0) {
    const whole = parseIinOrBin(value);
    return whole.ok ? ok({ id: whole.value, zerosRestored: 0 }) : whole;
  }
  const lost = zerosRestored <= MOST_ZEROS && /^[1-9]\d*$/.test(value);
  const id = lost ? parseIinOrBin(value.padStart(12, '0')) : undefined;
  return id?.ok
    ? ok({ id: id.value, zerosRestored })
    : fail('QRG_ID_ZEROS', { value: maskIin(value) });
}
