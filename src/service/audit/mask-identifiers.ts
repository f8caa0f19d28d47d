import { maskAccount, maskCard, maskIin, maskPhone } from '../../domain/mask.ts';
import type { Json } from './canonical-json.ts';

/**
 * What identifies a person or an account in free text, and how it is shown instead. In this order: a later pattern must
 * not find the pieces of an earlier one. Better one serial number masked too many than one IIN in the open.
 */
const IDENTIFIERS: readonly (readonly [RegExp, (found: string) => string])[] = [
  // IBAN of Kazakhstan, whole or in groups of four.
  [/\bKZ\d{2}(?:[ \u00a0]?[A-Z0-9]{4}){4}\b/gi, maskAccount],
  // IBAN of another country.
  [/\b[A-Z]{2}\d{2}[A-Z0-9]{11,30}\b/g, maskAccount],
  // Card in groups.
  [/\b\d{4}([ \u00a0-])\d{4}\1\d{4}\1\d{1,7}\b/g, maskCard],
  // Phone with its country or with the trunk prefix 8, in any grouping.
  [/\+\d(?:[ \u00a0().-]{0,2}\d){9,13}\b/g, maskPhone],
  [/(?<!\d)[78](?:[ \u00a0().-]{0,2}\d){10}(?!\d)/g, maskPhone],
  // IIN or BIN.
  [/(?<!\d)\d{12}(?!\d)/g, maskIin],
  // Card in one piece.
  [/(?<!\d)\d{16,19}(?!\d)/g, maskCard],
];

/**
 * A text without the numbers of people, cards and accounts; and without NUL and half characters, which a database cannot
 * give back as they were.
 */
export function maskIdentifiers(text: string): string {
  let masked = text.toWellFormed().replaceAll('\0', '');
  for (const [pattern, mask] of IDENTIFIERS)
    masked = masked.replace(pattern, (found) => mask(found));
  return masked;
}

/** The same for every string inside a value, keys apart. */
export function maskDeep(value: Json): Json {
  if (typeof value === 'string') return maskIdentifiers(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(maskDeep);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, maskDeep(inner)]));
}
