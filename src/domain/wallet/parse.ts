import { fail, type Result } from '../errors/catalogue.ts';
import { maskAccount } from '../mask.ts';
import { parseBitcoin } from './bitcoin.ts';
import { parseEthereum } from './ethereum.ts';
import { parseTon } from './ton.ts';
import { parseTron } from './tron.ts';
import type { Wallet } from './wallet.ts';

/** How the addresses of each chain look, the first that fits. The parser then decides. */
const LOOKS: ReadonlyArray<readonly [RegExp, (address: string) => Result<Wallet>]> = [
  [/^0x/i, parseEthereum],
  // Before segwit: a Tron address may begin with TB1, as a test network's one in capitals does.
  [/^T[1-9A-HJ-NP-Za-km-z]{33}$/, parseTron],
  [/^(bc|tb|bcrt)1/i, parseBitcoin],
  [/^(0|-1):/, parseTon],
  [/^[\w+/-]{48}$/, parseTon],
  [/^[13mn2][1-9A-HJ-NP-Za-km-z]{24,34}$/, parseBitcoin],
];

/**
 * Reads the address of a Bitcoin, Ethereum, Tron or TON wallet and says which it is.
 * Fails with QRG_WALLET_FORM, QRG_WALLET_CHECK or QRG_WALLET_TESTNET.
 */
export function parseWallet(text: string): Result<Wallet> {
  const address = text.trim();
  const parse = address.length > 100 ? undefined : LOOKS.find(([look]) => look.test(address))?.[1];
  return parse === undefined
    ? fail('QRG_WALLET_FORM', { value: maskAccount(address) })
    : parse(address);
}
