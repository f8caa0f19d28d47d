import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

const ENCODER = new TextEncoder();
const STRICT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** SHA-256 in lower-case hex: the one here, or a faster one that the platform has. */
export type Digest = (bytes: Uint8Array) => string;

/** SHA-256 in plain JavaScript, some 100 MB/s. */
export const sha256Hex: Digest = (bytes) => bytesToHex(sha256(bytes));

export const utf8 = (text: string): Uint8Array => ENCODER.encode(text);

/** The text of bytes that are valid UTF-8, undefined otherwise. */
export function textOf(bytes: Uint8Array): string | undefined {
  try {
    return STRICT.decode(bytes);
  } catch {
    return undefined;
  }
}

/** The bytes of several arrays, one after the other. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
