import { fail, ok, type Result } from './errors/catalogue.ts';
import { maskPhone } from './mask.ts';

/** A phone number. */
export interface Phone {
  /** '+' and 7..15 digits (ITU-T E.164). */
  readonly value: string;
  /** +7 is shared: the first national digits tell Kazakhstan from Russia. 'other' outside +7. */
  readonly country: 'KZ' | 'RU' | 'other';
  readonly kind: 'mobile' | 'landline' | 'voip' | 'unknown';
}

/**
 * First national digits in zone +7 by country: the draft agreement of the two governments published by
 * Kazakhstan's ministry of digital development (tengrinews.kz 570928, 2025): 0, 6, 7 are Kazakhstan's,
 * 2, 3, 4, 5, 9 Russia's; 8 is Russia's toll-free and regional codes (800, 810..863).
 */
const COUNTRY_BY_DIGIT: Readonly<Record<string, 'KZ' | 'RU'>> = {
  0: 'KZ',
  6: 'KZ',
  7: 'KZ',
  2: 'RU',
  3: 'RU',
  4: 'RU',
  5: 'RU',
  8: 'RU',
  9: 'RU',
};

/** Kinds of Kazakh numbers by national prefix (numbering plan as given by Wikipedia, read 2026-03). */
const KZ_KINDS: ReadonlyArray<readonly [RegExp, Phone['kind']]> = [
  [/^7[07]\d/, 'mobile'],
  [/^7[12]\d/, 'landline'],
  [/^75[01]/, 'voip'],
];

/**
 * Reads a phone number as people write it: '+7 (701) 123-45-67', '8 701 …', '87011234567', ten national
 * digits, '+996 …', '00996…'. Fails with QRG_PHONE_FORM or QRG_PHONE_RANGE.
 */
export function parsePhone(text: string): Result<Phone> {
  const shown = { value: maskPhone(text) };
  const written = text.trim().replace(/^00(?=[1-9])/, '+');
  if (!/^\+?[\d\s().\u00a0‐-–-]+$/u.test(written)) return fail('QRG_PHONE_FORM', shown);
  const digits = written.replace(/\D/g, '');
  const national = nationalDigits(written, digits);
  if (national !== undefined) return inZone7(national);
  const foreign = written.startsWith('+') && /^[1-689]\d{6,14}$/.test(digits);
  if (!foreign) return fail('QRG_PHONE_FORM', shown);
  return ok({ value: `+${digits}`, country: 'other', kind: 'unknown' });
}

/** The ten digits after +7, or undefined when the number is of another zone or of none. */
function nationalDigits(written: string, digits: string): string | undefined {
  if (written.startsWith('+')) return /^7\d{10}$/.test(digits) ? digits.slice(1) : undefined;
  if (/^[78]\d{10}$/.test(digits)) return digits.slice(1); // 8 is the trunk prefix
  return digits.length === 10 ? digits : undefined;
}

function inZone7(national: string): Result<Phone> {
  const value = `+7${national}`;
  const country = COUNTRY_BY_DIGIT[national[0]];
  if (country === undefined) return fail('QRG_PHONE_RANGE', { value: maskPhone(value) });
  const kind =
    country === 'KZ' ? KZ_KINDS.find(([prefix]) => prefix.test(national))?.[1] : undefined;
  return ok({ value, country, kind: kind ?? 'unknown' });
}

/** '+7 701 123 45 67'; a number outside +7 as it is. */
export const formatPhone = (value: string): string =>
  value.replace(/^(\+7)(\d{3})(\d{3})(\d{2})(\d{2})$/, '$1 $2 $3 $4 $5');
