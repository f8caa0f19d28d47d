import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { base64url, bech32, bech32m, createBase58check } from '@scure/base';
import type { Random } from '../random.ts';
import { withEip55 } from '../wallet/ethereum.ts';
import { crc16, TON_TAGS } from '../wallet/ton.ts';
import { TRON_VERSION } from '../wallet/tron.ts';
import type { Chain } from '../wallet/wallet.ts';

const base58check = createBase58check(sha256);

/** A valid address on `chain` to which nobody has a key (a random hash, not the hash of a key). */
export function fakeWallet(random: Random, chain: Chain): string {
  switch (chain) {
    case 'btc':
      return fakeBitcoin(random);
    case 'eth':
      return withEip55(bytesToHex(randomBytes(random, 20)));
    case 'trx':
      return base58check.encode(Uint8Array.of(TRON_VERSION, ...randomBytes(random, 20)));
    case 'ton': {
      const body = Uint8Array.of(random.pick(TON_TAGS), 0, ...randomBytes(random, 32));
      const crc = crc16(body);
      return base64url.encode(Uint8Array.of(...body, crc >> 8, crc & 255));
    }
  }
}

/** One of the four kinds in use: to a key, to a script, segwit version 0, taproot. */
function fakeBitcoin(random: Random): string {
  const kind = random.int(0, 3);
  if (kind < 2) return base58check.encode(Uint8Array.of(kind * 5, ...randomBytes(random, 20)));
  if (kind === 2) return bech32.encode('bc', [0, ...bech32.toWords(randomBytes(random, 20))]);
  return bech32m.encode('bc', [1, ...bech32m.toWords(randomBytes(random, 32))]);
}

const randomBytes = (random: Random, length: number): Uint8Array =>
  Uint8Array.from({ length }, () => random.int(0, 255));
