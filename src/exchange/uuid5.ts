import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * A UUID made of a name (RFC 9562, version 5): the same name in the same namespace gives the same UUID everywhere. SHA-1 is the
 * standard's choice; nothing here is kept secret or proven by it.
 */
export function uuid5(namespace: string, name: string): string {
  const hash = sha1
    .create()
    .update(hexToBytes(namespace.replaceAll('-', '')))
    .update(utf8ToBytes(name))
    .digest();
  const bytes = hash.slice(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytesToHex(bytes);
  return [0, 8, 12, 16, 20].map((from, i) => hex.slice(from, [8, 12, 16, 20, 32][i])).join('-');
}
