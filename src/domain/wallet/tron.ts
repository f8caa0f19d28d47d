import { sha256 } from '@noble/hashes/sha2.js';
import { createBase58check } from '@scure/base';
import { fail, ok, type Result } from '../errors/catalogue.ts';
import { maskAccount } from '../mask.ts';
import { decoded } from './decoded.ts';
import type { Wallet } from './wallet.ts';

const base58check = createBase58check(sha256);
/** First byte of a Tron address; with 20 more it always encodes to a text that begins with T. */
export const TRON_VERSION = 0x41;

/** Tron: 'T' and 33 more characters, base58check. Normal form: as written. */
export function parseTron(address: string): Result<Wallet> {
  const shown = { value: maskAccount(address) };
  const payload = decoded(() => base58check.decode(address));
  if (payload === undefined) return fail('QRG_WALLET_CHECK', shown);
  if (payload.length !== 21 || payload[0] !== TRON_VERSION) return fail('QRG_WALLET_FORM', shown);
  return ok({ chain: 'trx', address, checked: true });
}
