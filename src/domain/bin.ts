import { fail, ok, type Result } from './errors/catalogue.ts';
import { plainDigits } from './iin.ts';
import { kzCheckDigit } from './kz-check-digit.ts';
import { lookAlikeDigit } from './look-alike-digit.ts';
import { maskIin } from './mask.ts';

/** Business identification number: an organisation or a part of it. */
export interface Bin {
  readonly kind: 'bin';
  /** 12 digits. */
  readonly value: string;
  /** Digit 5: 4 resident, 5 non-resident, 6 joint trade of several persons. */
  readonly type: 'resident' | 'nonresident' | 'joint_trade';
  /** Digit 6: 0 head, 1 branch, 2 representation; anything else is not told. */
  readonly unit: 'head' | 'branch' | 'representation' | undefined;
  /**
   * Epoch ms UTC of the first day of the month of registration. The number holds two digits of the
   * year: 70..99 are read as 19xx and the rest as 20xx, a convention and not a rule of law.
   */
  readonly registeredMonthAt: number;
}

const TYPES: Readonly<Record<string, Bin['type']>> = {
  4: 'resident',
  5: 'nonresident',
  6: 'joint_trade',
};
const UNITS: Readonly<Record<string, NonNullable<Bin['unit']>>> = {
  0: 'head',
  1: 'branch',
  2: 'representation',
};

/**
 * A BIN: YYMM of registration, type, unit, five digits, check digit (the same as of an IIN).
 *
 * Fails with QRG_BIN_FORM, QRG_ID_GLYPH, QRG_BIN_MONTH, QRG_BIN_TYPE or QRG_BIN_CHECK.
 */
export function parseBin(text: string): Result<Bin> {
  const value = plainDigits(text);
  const shown = { value: maskIin(value) };
  if (!/^\d{12}$/.test(value)) {
    const alike = lookAlikeDigit(value, 12);
    return alike ? fail('QRG_ID_GLYPH', { ...alike }) : fail('QRG_BIN_FORM', shown);
  }
  const month = Number(value.slice(2, 4));
  if (month < 1 || month > 12) return fail('QRG_BIN_MONTH', shown);
  const type = TYPES[value[4]];
  if (type === undefined) return fail('QRG_BIN_TYPE', shown);
  if (kzCheckDigit(value) !== Number(value[11])) return fail('QRG_BIN_CHECK', shown);
  const yy = Number(value.slice(0, 2));
  return ok({
    kind: 'bin',
    value,
    type,
    unit: UNITS[value[5]],
    registeredMonthAt: Date.UTC((yy < 70 ? 2000 : 1900) + yy, month - 1, 1),
  });
}
