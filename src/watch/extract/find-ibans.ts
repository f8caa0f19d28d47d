import { ibanCheckDigits, parseKzIban } from '../../domain/iban-kz.ts';
import type { Claims } from './claims.ts';
import type { Contact } from './found.ts';

/** Length of an IBAN by country (SWIFT, IBAN Registry, release 99); those of SEPA, and the neighbours that have one. */
const LENGTHS: Readonly<Record<string, number>> = {
  AD: 24,
  AE: 23,
  AL: 28,
  AT: 20,
  AZ: 28,
  BA: 20,
  BE: 16,
  BG: 22,
  BY: 28,
  CH: 21,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  EE: 20,
  ES: 24,
  FI: 18,
  FR: 27,
  GB: 22,
  GE: 22,
  GR: 27,
  HR: 21,
  HU: 28,
  IE: 22,
  IL: 23,
  IS: 26,
  IT: 27,
  KZ: 20,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  MC: 27,
  MD: 24,
  ME: 22,
  MK: 19,
  MN: 20,
  MT: 31,
  NL: 18,
  NO: 15,
  PL: 28,
  PT: 25,
  RO: 24,
  RS: 22,
  RU: 33,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  TR: 26,
  UA: 29,
};
/** A country, in Latin letters or such that look like them, and two check digits. */
const BEGINNING = /(?<![\p{L}\d])(?:([a-z]{2})|[kк][zз])[ -]?[\doо]{2}(?=[ -]?[\p{L}\d])/giu;
const SEPARATOR = /[ -]/;

/** Numbers of accounts whose check digits are right: spaces, hyphens and Cyrillic look-alikes between and among them let pass. */
export function findIbans(folded: { readonly text: string }, claims: Claims): Contact[] {
  const { text } = folded;
  const found: Contact[] = [];
  for (const match of text.matchAll(BEGINNING)) {
    const country = (match[1] ?? 'KZ').toUpperCase();
    const length = LENGTHS[country];
    if (length === undefined) continue;
    const start = match.index;
    const read = readCharacters(text, start, length);
    if (read === undefined || !claims.isFree(start, read.end)) continue;
    const value = country === 'KZ' ? kzIban(read.characters) : foreignIban(read.characters);
    if (value === undefined) continue;
    claims.claim(start, read.end);
    found.push({ kind: 'iban', value, start, end: read.end });
  }
  return found;
}

/** So many letters and digits from `start`, one space or hyphen between any two let pass; undefined when a word goes on. */
function readCharacters(
  text: string,
  start: number,
  length: number,
): { characters: string; end: number } | undefined {
  let characters = '';
  let at = start;
  for (; characters.length < length && at < text.length; at++) {
    if (/[\p{L}\d]/u.test(text[at])) characters += text[at];
    else if (!SEPARATOR.test(text[at]) || SEPARATOR.test(text[at - 1])) return undefined;
  }
  const whole = characters.length === length && !/[\p{L}\d]/u.test(text[at] ?? '');
  return whole ? { characters, end: at } : undefined;
}

/** Places 3 to 7 of an IBAN of Kazakhstan are digits: letters that look like them are read so, and the check digits decide. */
function kzIban(characters: string): string | undefined {
  const digits = characters.slice(2, 7).replace(/[oо]/gi, '0').replace(/з/gi, '3');
  const read = parseKzIban(`KZ${digits}${characters.slice(7)}`);
  return read.ok ? read.value.value : undefined;
}

function foreignIban(characters: string): string | undefined {
  const value = characters.toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z\d]+$/.test(value)) return undefined;
  return ibanCheckDigits(value.slice(0, 2), value.slice(4)) === value.slice(2, 4)
    ? value
    : undefined;
}
