import { sha256 } from '@noble/hashes/sha2.js';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { createBase58check } from '@scure/base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fakeWallet } from '../fake/wallet.ts';
import { createRandom } from '../random.ts';
import { parseWallet } from './parse.ts';
import { crc16 } from './ton.ts';
import { CHAINS } from './wallet.ts';

const codeOf = (text: string): string => {
  const read = parseWallet(text);
  return read.ok ? read.value.chain : read.problem.code;
};

describe('parseWallet', () => {
  it('reads every generated address of every chain as its own', () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(...CHAINS), (seed, chain) => {
        const text = fakeWallet(createRandom(seed), chain);
        const read = parseWallet(` ${text}\n`);
        // One Ethereum address in 30,000 has no capital in its checksum and looks like unchecked lower case.
        const checked = chain !== 'eth' || text !== text.toLowerCase();
        expect(read).toMatchObject({ ok: true, value: { chain, checked } });
        if (read.ok) expect(parseWallet(read.value.address)).toMatchObject({ value: { chain } });
      }),
      { numRuns: 400 },
    );
  });

  /** base58check holds 32 bits of checksum, bech32 finds any 4 errors, EIP-55 about 15 bits of case. */
  it('rejects a changed character of a Bitcoin, Tron or TON address', () => {
    const chain = fc.constantFrom('btc', 'trx', 'ton');
    const letter = fc.constantFrom(...'123456789ABCDEFGHJKLMNPQRSTUVWXYZacdefghjkmnpqrstuvwxyz');
    fc.assert(
      fc.property(fc.integer(), chain, fc.nat(47), letter, (seed, which, at, c) => {
        const text = fakeWallet(createRandom(seed), which as 'btc' | 'trx' | 'ton');
        fc.pre(at < text.length && text[at] !== c);
        expect(parseWallet(text.slice(0, at) + c + text.slice(at + 1)).ok).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it('never throws', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom(...'0x1bcT3QpzryaEU-_+/=:'), maxLength: 100 }),
    );
    fc.assert(
      fc.property(text, (t) => {
        expect(codeOf(t)).toBeTypeOf('string');
      }),
      { numRuns: 2000 },
    );
  });
});

describe('Ethereum', () => {
  // keccak-256 of nothing: the Keccak team's published vector (not NIST SHA-3, which differs).
  it('hashes by the original Keccak', () => {
    expect(bytesToHex(keccak_256(utf8ToBytes('')))).toBe(
      'c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470',
    );
  });

  // The vectors of EIP-55.
  it.each([
    '0x52908400098527886E0F7030069857D2E4169EE7',
    '0x8617E340B3D01FA5F11F306F4090FD50E238070D',
    '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed',
    '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359',
    '0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB',
    '0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb',
  ])('takes %s', (address) => {
    expect(parseWallet(address)).toEqual({
      ok: true,
      value: { chain: 'eth', address, checked: true },
    });
    expect(parseWallet(address.toLowerCase())).toEqual({
      ok: true,
      value: { chain: 'eth', address, checked: false },
    });
  });

  it('refuses one letter in the wrong case', () => {
    expect(codeOf('0x5aaeb6053F3E94C9b9A09f33669435E7Ef1BeAed')).toBe('QRG_WALLET_CHECK');
    expect(codeOf('0xde709f2102306220921060314715629080e2fb7')).toBe('QRG_WALLET_FORM');
    expect(codeOf('0xde709f2102306220921060314715629080e2fb7g')).toBe('QRG_WALLET_FORM');
  });

  it('takes capitals for a spelling without a checksum, unless they are the checksum', () => {
    expect(parseWallet('0x5AAEB6053F3E94C9B9A09F33669435E7EF1BEAED')).toMatchObject({
      value: { checked: false, address: '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed' },
    });
  });
});

describe('Bitcoin', () => {
  // Valid addresses of BIP-173 and BIP-350, main network.
  it.each([
    'BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4',
    'bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y',
    'BC1SW50QGDZ25J',
    'bc1zw508d6qejxtdg4y5r3zarvaryvaxxpcs',
    'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0',
  ])('takes %s', (address) =>
    expect(parseWallet(address)).toEqual({
      ok: true,
      value: { chain: 'btc', address: address.toLowerCase(), checked: true },
    }),
  );

  // Invalid ones of BIP-350 and what is wrong with each.
  it.each([
    ['bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd', 'bech32 for version 1'],
    ['BC1S0XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ54WELL', 'bech32 for version 16'],
    ['bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh', 'bech32m for version 0'],
    ['bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4', 'a letter that is none'],
    ['BC130XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ7ZWS8R', 'version 17'],
    ['bc1pw5dgrnzv', 'program of 1 byte'],
    ['bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v8n0nx0muaewav253zgeav', '41 bytes'],
    ['BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P', 'version 0 of 16 bytes'],
    ['bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v07qwwzcrf', 'padding of 5 bits'],
    ['bc1gmk9yu', 'no data'],
  ])('refuses %s: %s', (address) => expect(codeOf(address)).toMatch(/^QRG_WALLET_(CHECK|FORM)$/));

  it('names the test network', () => {
    expect(codeOf('tb1q0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqey9d7g')).toBe(
      'QRG_WALLET_CHECK',
    );
    expect(codeOf('tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx')).toBe('QRG_WALLET_TESTNET');
  });

  it('takes the first address ever paid, and not with a typo', () => {
    expect(codeOf('1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa')).toBe('btc');
    expect(codeOf('1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb')).toBe('QRG_WALLET_CHECK');
  });
});

describe('Tron', () => {
  it('is not taken for the test network of Bitcoin when it begins with TB1', () => {
    const address = fakeWallet(createRandom(-1731812221), 'trx');
    expect(address).toMatch(/^TB1/);
    expect(codeOf(address)).toBe('trx');
    expect(codeOf('TB1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KXPJZSX')).toBe('QRG_WALLET_TESTNET');
  });

  it('takes the contract of USDT', () => {
    expect(parseWallet('TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t')).toEqual({
      ok: true,
      value: { chain: 'trx', address: 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t', checked: true },
    });
    expect(codeOf('TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6T')).toBe('QRG_WALLET_CHECK');
  });
});

describe('look-alikes of Tron', () => {
  it('are refused: version 0x42 begins with T and has a right checksum too', () => {
    const text = createBase58check(sha256).encode(Uint8Array.of(0x42, ...new Uint8Array(20)));
    expect(text).toMatch(/^T/);
    expect(codeOf(text)).toBe('QRG_WALLET_FORM');
  });
});

describe('TON', () => {
  // From the documentation of TON: one wallet in its two formats.
  const RAW = '0:ca6e321c7cce9ecedf0a8ca2492ec8592494aa5fb5ce0387dff96ef6af982a3e';
  const FRIENDLY = 'EQDKbjIcfM6ezt8KjKJJLshZJJSqX7XOA4ff-W72r5gqPrHF';

  it('gives both formats of a wallet the same normal form', () => {
    expect(parseWallet(FRIENDLY)).toEqual({
      ok: true,
      value: { chain: 'ton', address: RAW, checked: true },
    });
    expect(parseWallet(FRIENDLY.replace('-', '+'))).toEqual(parseWallet(FRIENDLY));
    expect(parseWallet(RAW.toUpperCase())).toEqual({
      ok: true,
      value: { chain: 'ton', address: RAW, checked: false },
    });
  });

  it('names the test network and the masterchain', () => {
    expect(codeOf('kf_8uRo6OBbQ97jCx2EIuKm8Wmt6Vb15-KsQHFLbKSMiYIny')).toBe('QRG_WALLET_TESTNET');
    expect(codeOf('-1:fcb91a3a3816d0f7b8c2c76108b8a9bc5a6b7a55bd79f8ab101c52db29232260')).toBe(
      'ton',
    );
  });

  it('has the CRC-16/XMODEM of the catalogue of CRCs', () => {
    expect(crc16(utf8ToBytes('123456789'))).toBe(0x31c3);
  });
});
