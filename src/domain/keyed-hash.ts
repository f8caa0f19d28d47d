import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** What a hash is of. It is hashed along, so that equal digits of two kinds do not meet. */
export type HashedKind =
  | 'card'
  | 'iin'
  | 'bin'
  | 'account'
  | 'phone'
  | 'document'
  | 'wallet'
  | 'handle'
  | 'invite' // secret invitation to a group
  | 'profile' // a page of a social network
  | 'link'
  | 'device'
  | 'address' // where somebody lives or sits
  | 'ip'
  | 'entry' // a whole entry of a list: tells whether it changed
  | 'name' // what of a customer is compared with names of lists: tells whether it changed
  | 'word' // of a title or a name, to find it again
  | 'file' // that a stranger sent: tells whether the same one comes again
  | 'hold-code' // by which a client asks after a held payment
  | 'attempt'; // what was typed to sign in: counted, not kept

/** Shortest key taken: as long as the hash (RFC 2104, section 3). */
const KEY_BYTES = 32;

/**
 * HMAC-SHA-256 of an identifier in its normal form, as 64 hex digits: finds the identifier again without
 * keeping it. A plain hash would not do: all card numbers and IINs can be tried in minutes.
 */
export function keyedHash(key: Uint8Array, kind: HashedKind, value: string): string {
  if (key.length < KEY_BYTES) throw new RangeError(`a key must have ${KEY_BYTES} bytes or more`);
  return bytesToHex(hmac(sha256, key, utf8ToBytes(`${kind}\0${value}`)));
}
