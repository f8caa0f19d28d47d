import { keccak_256 } from '@noble/hashes/sha3.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { fail, ok, type Result } from '../errors/catalogue.ts';
import { maskAccount } from '../mask.ts';
import type { Wallet } from './wallet.ts';

/**
 * Ethereum and the chains that share its addresses: 0x and 40 hex digits. Mixed case must follow the
 * EIP-55 checksum; all lower or all upper case carries none and is taken unchecked. Normal form: EIP-55.
 */
export function parseEthereum(written: string): Result<Wallet> {
  const shown = { value: maskAccount(written) };
  const hex = /^0x([0-9a-f]{40})$/i.exec(written)?.[1];
  if (hex === undefined) return fail('QRG_WALLET_FORM', shown);
  const address = withEip55(hex);
  const plain = hex === hex.toLowerCase() || hex === hex.toUpperCase();
  if (!plain && address !== `0x${hex}`) return fail('QRG_WALLET_CHECK', shown);
  return ok({
    chain: 'eth',
    address,
    checked: address === `0x${hex}` && hex !== hex.toLowerCase(),
  });
}

/** EIP-55: a letter is capital where the same nibble of keccak-256 of the lower-case text is 8 or more. */
export function withEip55(hex: string): string {
  const lower = hex.toLowerCase();
  const hash = bytesToHex(keccak_256(utf8ToBytes(lower)));
  const letters = [...lower].map((letter, i) =>
    Number.parseInt(hash[i], 16) >= 8 ? letter.toUpperCase() : letter,
  );
  return `0x${letters.join('')}`;
}
