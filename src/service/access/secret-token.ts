import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 bits: beyond guessing, so one pass of SHA-256 is enough to keep it (unlike a password). */
const TOKEN_BYTES = 32;

/** A secret that is handed out once; the store keeps only `hash`. */
export interface SecretToken {
  /** 43 characters of base64url. */
  readonly token: string;
  readonly hash: Buffer;
}

export function newToken(): SecretToken {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  return { token, hash: hashToken(token) };
}

/** SHA-256 of a token as it is written, 32 bytes. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Whether a text can be a token at all; spares the store a question for anything else. */
export const isToken = (text: string): boolean => /^[\w-]{43}$/.test(text);

/** Equal without telling by the time taken where two texts differ; their lengths may be told. */
export function sameSecret(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
