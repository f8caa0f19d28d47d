import { sha256 } from '@noble/hashes/sha2.js';
import { bech32, bech32m, createBase58check } from '@scure/base';
import { fail, ok, type Result } from '../errors/catalogue.ts';
import { maskAccount } from '../mask.ts';
import { decoded } from './decoded.ts';
import type { Wallet } from './wallet.ts';

const base58check = createBase58check(sha256);
/** Version bytes of base58 addresses: to a key and to a script; the same of the test network. */
const MAIN_VERSIONS = [0x00, 0x05];
const TEST_VERSIONS = [0x6f, 0xc4];
const MAIN_PREFIX = 'bc';
const TEST_PREFIXES = ['tb', 'bcrt'];

/**
 * Bitcoin: '1…' and '3…' (base58check) and 'bc1…' (segwit: BIP-173 bech32 for version 0, BIP-350 bech32m
 * for 1..16). Normal form: as written, segwit in lower case.
 */
export function parseBitcoin(address: string): Result<Wallet> {
  return /^(bc|tb|bcrt)1/i.test(address) ? parseSegwit(address) : parseBase58(address);
}

function parseBase58(address: string): Result<Wallet> {
  const shown = { value: maskAccount(address) };
  const payload = decoded(() => base58check.decode(address));
  if (payload === undefined) return fail('QRG_WALLET_CHECK', shown);
  if (payload.length !== 21) return fail('QRG_WALLET_FORM', shown);
  if (TEST_VERSIONS.includes(payload[0])) return fail('QRG_WALLET_TESTNET', shown);
  if (!MAIN_VERSIONS.includes(payload[0])) return fail('QRG_WALLET_FORM', shown);
  return ok({ chain: 'btc', address, checked: true });
}

function parseSegwit(written: string): Result<Wallet> {
  const shown = { value: maskAccount(written) };
  if (written.length > 90) return fail('QRG_WALLET_FORM', shown); // BIP-173
  const one = bech32.decodeUnsafe(written);
  const modern = one === undefined ? bech32m.decodeUnsafe(written) : undefined;
  const read = one ?? modern;
  if (read === undefined) return fail('QRG_WALLET_CHECK', shown);
  const [version, ...words] = read.words;
  const program = decoded(() => bech32.fromWords(words));
  if (version === undefined || version > 16 || program === undefined)
    return fail('QRG_WALLET_FORM', shown);
  if ((version === 0) !== (one !== undefined)) return fail('QRG_WALLET_CHECK', shown);
  const size = program.length;
  if (size < 2 || size > 40 || (version === 0 && size !== 20 && size !== 32))
    return fail('QRG_WALLET_FORM', shown);
  if (TEST_PREFIXES.includes(read.prefix)) return fail('QRG_WALLET_TESTNET', shown);
  if (read.prefix !== MAIN_PREFIX) return fail('QRG_WALLET_FORM', shown);
  return ok({ chain: 'btc', address: written.toLowerCase(), checked: true });
}
