import { bytesToHex } from '@noble/hashes/utils.js';
import { base64url } from '@scure/base';
import { fail, ok, type Result } from '../errors/catalogue.ts';
import { maskAccount } from '../mask.ts';
import { decoded } from './decoded.ts';
import type { Wallet } from './wallet.ts';

/** First byte of a user-friendly address: bounceable or not; the high bit marks the test network. */
export const TON_TAGS = [0x11, 0x51] as const;
const TEST_FLAG = 0x80;

/**
 * TON (TEP-2): user-friendly, 48 characters of base64 or base64url with a CRC-16 inside, or raw, '0:' or
 * '-1:' and 64 hex digits, which has no checksum. One wallet is written in many ways; normal form: raw,
 * lower case.
 */
export function parseTon(written: string): Result<Wallet> {
  const shown = { value: maskAccount(written) };
  if (/^(0|-1):[0-9a-f]{64}$/i.test(written))
    return ok({ chain: 'ton', address: written.toLowerCase(), checked: false });
  const bytes = decoded(() => base64url.decode(written.replaceAll('+', '-').replaceAll('/', '_')));
  if (bytes?.length !== 36) return fail('QRG_WALLET_FORM', shown);
  if (crc16(bytes.subarray(0, 34)) !== bytes[34] * 256 + bytes[35])
    return fail('QRG_WALLET_CHECK', shown);
  const tag = bytes[0] & ~TEST_FLAG;
  const workchain = bytes[1] === 0 ? '0' : bytes[1] === 0xff ? '-1' : undefined;
  if (!TON_TAGS.some((known) => known === tag) || workchain === undefined)
    return fail('QRG_WALLET_FORM', shown);
  if (bytes[0] >= TEST_FLAG) return fail('QRG_WALLET_TESTNET', shown);
  const address = `${workchain}:${bytesToHex(bytes.subarray(2, 34))}`;
  return ok({ chain: 'ton', address, checked: true });
}

/** CRC-16/XMODEM: polynomial 0x1021, start 0, no reflection. */
export function crc16(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++)
      crc = ((crc & 0x8000) === 0 ? crc << 1 : (crc << 1) ^ 0x1021) & 0xffff;
  }
  return crc;
}
