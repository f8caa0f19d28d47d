import { randomBytes } from 'node:crypto';
import { base58 } from '@scure/base';

/** 256 bits, in letters that a double click selects whole: base58 has no hyphen, and no letters that look alike. */
const SECRET_BYTES = 32;

/** `qk_<id>_<secret>`: whose key it is can be told in a support call or by a scanner of leaked secrets, from its start. */
const FORM = /^qk_([1-9]\d{0,9})_([1-9A-HJ-NP-Za-km-z]{32,44})$/;

export const newKeySecret = (): string => base58.encode(randomBytes(SECRET_BYTES));

export const keyText = (keyId: number, secret: string): string => `qk_${keyId}_${secret}`;

/** How a key is shown when it is not shown. */
export const keyHint = (keyId: number): string => `qk_${keyId}_••••`;

export function parseKey(text: string): { keyId: number; secret: string } | undefined {
  const match = FORM.exec(text);
  return match === null ? undefined : { keyId: Number(match[1]), secret: match[2] };
}

/** The key in an Authorization header, `Bearer qk_…`; undefined when the header carries something else. */
export function bearerOf(authorization: string): string | undefined {
  return /^bearer +(\S+)\s*$/i.exec(authorization)?.[1];
}
