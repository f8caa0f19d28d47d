import { fail, ok, type Result } from './errors/catalogue.ts';
import { kzCheckDigit } from './kz-check-digit.ts';
import { lookAlikeDigit } from './look-alike-digit.ts';
import { maskIin } from './mask.ts';

/** Individual identification number: a person, or a person trading alone. */
export interface Iin {
  readonly kind: 'iin';
  /** 12 digits. */
  readonly value: string;
  /** Epoch ms of the birth date, midnight UTC; undefined where digit 7 is 0 and hides the century. */
  readonly bornAt: number | undefined;
  readonly sex: 'male' | 'female' | undefined;
}

const CENTURIES = [1800, 1900, 2000] as const;

/**
 * An IIN: YYMMDD, century and sex (1/2 = 18xx male/female, 3/4 = 19xx, 5/6 = 20xx; 0 is met with some
 * foreigners and says neither), four digits, check digit. Spaces between digits are let pass, and so is
 * the apostrophe Excel marks text with. Lost leading zeros are not: see `restoreIinOrBin`.
 *
 * Fails with QRG_IIN_FORM, QRG_ID_GLYPH, QRG_IIN_DATE, QRG_IIN_CENTURY or QRG_IIN_CHECK.
 */
export function parseIin(text: string): Result<Iin> {
  const value = plainDigits(text);
  const shown = { value: maskIin(value) };
  if (!/^\d{12}$/.test(value)) {
    const alike = lookAlikeDigit(value, 12);
    return alike ? fail('QRG_ID_GLYPH', { ...alike }) : fail('QRG_IIN_FORM', shown);
  }
  const century = Number(value[6]);
  if (century > 6) return fail('QRG_IIN_CENTURY', shown);
  const bornAt = birthDate(value, century);
  if (bornAt === undefined) return fail('QRG_IIN_DATE', shown);
  if (kzCheckDigit(value) !== Number(value[11])) return fail('QRG_IIN_CHECK', shown);
  if (century === 0) return ok({ kind: 'iin', value, bornAt: undefined, sex: undefined });
  return ok({ kind: 'iin', value, bornAt, sex: century % 2 === 1 ? 'male' : 'female' });
}

/** Text of an IIN or BIN without spaces and without the apostrophe Excel puts before text. */
export const plainDigits = (text: string): string => text.replace(/^\s*'|\s/g, '');

/** Undefined for a day that the calendar does not have. With century 0, a day of any century will do. */
function birthDate(value: string, century: number): number | undefined {
  const candidates = century === 0 ? CENTURIES : [CENTURIES[Math.ceil(century / 2) - 1]];
  const [yy, mm, dd] = [0, 2, 4].map((at) => Number(value.slice(at, at + 2)));
  for (const first of candidates) {
    const at = Date.UTC(first + yy, mm - 1, dd);
    const date = new Date(at);
    if (date.getUTCMonth() === mm - 1 && date.getUTCDate() === dd) return at;
  }
  return undefined;
}
