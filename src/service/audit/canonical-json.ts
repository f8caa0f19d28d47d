/** What JSON can say. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

/**
 * One text for one value: keys in the order of their UTF-16 units, no spaces, numbers and strings as JSON.stringify
 * writes them (RFC 8785). PostgreSQL's jsonb forgets the order of keys, so the bytes that are hashed must not depend on it.
 * Throws RangeError for what jsonb could not give back as it was: NUL, a lone surrogate, a number that is not finite.
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = value as { readonly [key: string]: Json };
    const keys = Object.keys(entries).sort();
    return `{${keys.map((key) => `${text(key)}:${canonicalJson(entries[key])}`).join(',')}}`;
  }
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`number ${value}`);
  return JSON.stringify(value);
}

function text(value: string): string {
  if (value.includes('\0') || !value.isWellFormed())
    throw new RangeError('text with NUL or half a character');
  return JSON.stringify(value);
}
