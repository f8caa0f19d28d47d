import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Twelve hex digits of the SHA-256 of some data as JSON: which rules and model a reading is of. */
export const editionOf = (data: unknown): string =>
  bytesToHex(sha256(utf8ToBytes(JSON.stringify(data)))).slice(0, 12);
