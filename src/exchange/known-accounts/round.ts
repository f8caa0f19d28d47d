import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Matchable } from './matchable.ts';

/** Length of the key of two parties: that of the hash (RFC 2104, section 3). */
export const SHARED_KEY_BYTES = 32;
const ROUND_BYTES = 16;
const DOMAIN = 'qorgan/known-accounts/1';

/** Bytes that nobody can guess. */
export type RandomBytes = (count: number) => Uint8Array;

/** What a tag is for. Each is its own domain: a tag of a question never equals one of an answer. */
export type TagUse = 'question' | 'answer' | 'message';

/**
 * HMAC-SHA-256 of an identifier, by the key of the two parties, for one round and one use; 64 hex digits. A round has an id of
 * its own, so that tags of two requests cannot be joined by whoever sees both.
 */
export const tagOf = (
  key: Uint8Array,
  round: string,
  use: Exclude<TagUse, 'message'>,
  { kind, value }: Matchable,
): string => macOf(key, use, `${round}\0${kind}\0${value}`);

export function macOf(key: Uint8Array, use: TagUse, text: string): string {
  if (key.length !== SHARED_KEY_BYTES) throw new RangeError(`a key has ${SHARED_KEY_BYTES} bytes`);
  return bytesToHex(hmac(sha256, key, utf8ToBytes(`${DOMAIN}/${use}\0${text}`)));
}

/** Tells which key it is, without telling the key: sixteen hex digits. */
export const keyPrint = (key: Uint8Array): string =>
  bytesToHex(sha256(new Uint8Array([...utf8ToBytes(`${DOMAIN}/print\0`), ...key]))).slice(0, 16);

export const newRound = (random: RandomBytes): string => bytesToHex(random(ROUND_BYTES));

/** How many tags a question or answer shows: the real number stays untold within its step. */
export const BUCKETS = [16, 64, 256, 1_024] as const;
export const ASKED_MOST = BUCKETS[BUCKETS.length - 1]!;

/** The least bucket that holds so many; undefined for more than the largest. */
export const bucketOf = (count: number): number | undefined =>
  BUCKETS.find((size) => count <= size);

/** Real tags among random ones, in an order that tells nothing. */
export function padded(tags: readonly string[], size: number, random: RandomBytes): string[] {
  const all = [...new Set(tags)];
  // A random one that is a real one has a chance of 2^-256.
  while (all.length < size) all.push(bytesToHex(random(sha256.outputLen)));
  return all.sort();
}
