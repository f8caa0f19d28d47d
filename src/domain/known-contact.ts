import type { ContactKind } from './post.ts';

/**
 * Contacts of judged posts that anybody may ask after without telling which one. Both sides hash a contact slowly and compare by
 * these rules (docs/decisions/0037-asking-without-telling.md).
 */

/** Cards and accounts may be a victim's, and a plain link may lead to anybody: none of them is asked after. */
export const KNOWN_KINDS = ['phone', 'handle', 'bot', 'profile', 'invite'] as const;

export const isKnownKind = (kind: ContactKind): kind is (typeof KNOWN_KINDS)[number] =>
  (KNOWN_KINDS as readonly ContactKind[]).includes(kind);

/** Rounds of PBKDF2-HMAC-SHA-256: about 0.3 s on a phone of the lower shelf (0.6 to 0.7 million rounds a second). */
export const KNOWN_ITERATIONS = 200_000;
/** What is told of the hash: some 49,000 of the 2 x 10^8 mobile numbers of Kazakhstan share it. */
export const PREFIX_BITS = 12;
/** What is compared of the rest: of a million contacts that nobody knows, one or two meet by chance. */
export const SUFFIX_BITS = 24;
/** Bytes of the hash that are kept: prefix and suffix. */
export const SLOW_BYTES = 5;

/** What is hashed of a contact in its normal form. A bot is found by its name as anybody is. */
export const knownText = (kind: ContactKind, value: string): string =>
  `${kind === 'bot' ? 'handle' : kind}\0${value}`;

/** Prefix and suffix of a hash, as hex digits. */
export function splitSlow(slow: Uint8Array): { readonly prefix: string; readonly suffix: string } {
  const hex = Array.from(slow.subarray(0, SLOW_BYTES), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
  const at = PREFIX_BITS / 4;
  return { prefix: hex.slice(0, at), suffix: hex.slice(at, at + SUFFIX_BITS / 4) };
}
