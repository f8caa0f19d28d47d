import { randomBytes } from 'node:crypto';
import { base32nopad } from '@scure/base';
import { hashToken } from './secret-token.ts';

const CODES = 10;
/** 80 bits: 16 letters of base32, so an unsalted SHA-256 of it cannot be tried through. */
const CODE_BYTES = 10;

/** One-time codes for the day the phone is lost. The store keeps the hashes, the person the paper. */
export function newRecoveryCodes(): { code: string; hash: Buffer }[] {
  return Array.from({ length: CODES }, () => {
    const letters = base32nopad.encode(randomBytes(CODE_BYTES)).toLowerCase();
    return { code: letters.match(/.{4}/g)!.join('-'), hash: hashToken(letters) };
  });
}

/** Hash of a code as a person types it, with or without hyphens; undefined when it cannot be one. */
export function recoveryHash(typed: string): Buffer | undefined {
  const letters = typed.replace(/[\s-]/g, '').toLowerCase();
  return /^[a-z2-7]{16}$/.test(letters) ? hashToken(letters) : undefined;
}
