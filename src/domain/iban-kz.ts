import { fail, ok, type Result } from './errors/catalogue.ts';
import { maskAccount } from './mask.ts';

/** Account number in a bank of Kazakhstan: KZ, 2 check digits, 3-digit bank code, 13 characters. */
export interface KzIban {
  /** 20 characters, capital, without spaces. */
  readonly value: string;
  /** Three digits, a key of the directory of banks. */
  readonly bankCode: string;
  /** What the bank numbers the account with: 13 letters and digits. */
  readonly account: string;
}

/** Cyrillic letters that look like Latin ones: a typist does not see the difference, the checksum does. */
const CYRILLIC = 'АВЕЗКМНОРСТХУ';
const LATIN = 'ABE3KMHOPCTXY';

/**
 * Reads an IBAN of Kazakhstan, with or without spaces, in any case. Letters typed in the look-alike
 * Cyrillic ones are taken for Latin, which is safe because the checksum must then agree.
 *
 * Fails with QRG_IBAN_COUNTRY, QRG_IBAN_FORM or QRG_IBAN_CHECK.
 */
export function parseKzIban(text: string): Result<KzIban> {
  const value = [...text.toUpperCase().replace(/[\s\u00a0-]/g, '')]
    .map((letter) => LATIN[CYRILLIC.indexOf(letter)] ?? letter)
    .join('');
  const shown = { value: maskAccount(value) };
  if (/^[A-Z]{2}\d{2}/.test(value) && !value.startsWith('KZ'))
    return fail('QRG_IBAN_COUNTRY', shown);
  if (!/^KZ\d{5}[A-Z0-9]{13}$/.test(value)) return fail('QRG_IBAN_FORM', shown);
  if (ibanCheckDigits('KZ', value.slice(4)) !== value.slice(2, 4))
    return fail('QRG_IBAN_CHECK', shown);
  return ok({ value, bankCode: value.slice(4, 7), account: value.slice(7) });
}

/** Check digits '02'..'98' of an IBAN (ISO 13616): 98 - (basic account, country, 00) mod 97. */
export function ibanCheckDigits(country: string, basicAccount: string): string {
  let remainder = 0;
  for (const character of `${basicAccount}${country}00`) {
    const number = Number.parseInt(character, 36); // letters are 10..35
    remainder = (remainder * (number > 9 ? 100 : 10) + number) % 97;
  }
  return String(98 - remainder).padStart(2, '0');
}

/** In groups of four, as printed on paper: 'KZ86 125K ZT50 0410 0100'. */
export const formatIban = (value: string): string => value.replace(/(.{4})(?=.)/g, '$1 ');
