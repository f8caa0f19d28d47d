import { beforeEach, describe, expect, test } from 'vitest';
import { QorganError } from '../../../domain/errors/catalogue.ts';
import { solve } from '../../../domain/proof-of-work.ts';
import { LoadOfCallers } from './load-of-callers.ts';
import { accept, challenge, openProofs, type Proofs } from './proofs.ts';

describe('proofs of work', () => {
  let at = 0;
  let proofs: Proofs;

  beforeEach(() => {
    at = Date.UTC(2026, 10, 20, 9);
    proofs = openProofs({ now: () => at });
  });

  const proofOf = async (address: string, purpose: 'report' | 'class' = 'report') => {
    const given = challenge(proofs, purpose, address);
    return { text: given.text, nonce: await solve(given) };
  };

  test('are taken once, for what they were asked for', async () => {
    const proof = await proofOf('192.0.2.1');
    expect(codeOf(() => accept(proofs, proof, 'class'))).toBe('QRG_PROOF_WRONG');
    expect(codeOf(() => accept(proofs, proof, 'report'))).toBe('');
    expect(codeOf(() => accept(proofs, proof, 'report'))).toBe('QRG_PROOF_USED');
  });

  test('fit one block of SHA-256 with a long nonce', () => {
    const { text } = challenge(proofs, 'report', '192.0.2.1');
    expect(text.length + 1 + 10).toBeLessThanOrEqual(55);
  });

  test('last for ten minutes', async () => {
    const proof = await proofOf('192.0.2.1');
    at += 600_000;
    expect(codeOf(() => accept(proofs, proof, 'report'))).toBe('QRG_PROOF_OLD');
  });

  test('cannot be made up, made easier or made to last', async () => {
    const { text, nonce } = await proofOf('192.0.2.1');
    const [head, expires, random, mac] = text.split('.');
    for (const wrong of [
      '',
      'x'.repeat(10_000),
      `r00.${expires}.${random}.${mac}`,
      `${head}.${(at + 1e9).toString(36)}.${random}.${mac}`,
      `${head}.${expires}.${random}.AAAAAAAAAAAAAAAA`,
      `${text}\n`,
    ])
      expect(codeOf(() => accept(proofs, { text: wrong, nonce }, 'report'))).toBe(
        'QRG_PROOF_WRONG',
      );
    expect(codeOf(() => accept(proofs, { text, nonce: `${nonce}0` }, 'report'))).toBe(
      'QRG_PROOF_WRONG',
    );
    const other = openProofs({ now: () => at });
    expect(codeOf(() => accept(other, { text, nonce }, 'report'))).toBe('QRG_PROOF_WRONG');
  });

  test('grow harder for an address that asks for many, a little for all others, and easy again', () => {
    const bitsFor = (address: string) => challenge(proofs, 'report', address).bits;
    const first = bitsFor('192.0.2.1');
    for (let i = 0; i < 1_000; i++) {
      at += 1_000;
      bitsFor('192.0.2.1');
    }
    expect(bitsFor('192.0.2.1')).toBeGreaterThanOrEqual(first + 6);
    expect(bitsFor('192.0.2.2')).toBeLessThanOrEqual(first + 2);
    at += 3 * 3_600_000;
    expect(bitsFor('192.0.2.1')).toBe(first);
  });

  test('are asked for by one address only so often: the next is served', () => {
    const ask = (address: string) => codeOf(() => challenge(proofs, 'report', address));
    const answers = Array.from({ length: 100 }, () => ask('2001:db8::1'));
    expect(answers.filter((code) => code === '')).toHaveLength(60);
    // The same subscriber under another address of its own network.
    expect(ask('2001:db8::2')).toBe('QRG_PROOF_OFTEN');
    expect(ask('2001:db8:1::2')).toBe('');
  });

  test('grow no harder for others by what one address was refused', () => {
    const before = challenge(proofs, 'report', '192.0.2.1').bits;
    for (let i = 0; i < 10_000; i++) codeOf(() => challenge(proofs, 'report', '192.0.2.9'));
    expect(challenge(proofs, 'report', '192.0.2.2').bits).toBe(before);
  });

  test('that were used are forgotten when they have run out', async () => {
    accept(proofs, await proofOf('192.0.2.1'), 'report');
    at += 600_001;
    accept(proofs, await proofOf('192.0.2.1'), 'report');
    expect(proofs.used.size).toBe(1);
  });
});

test('no more callers are remembered than there is room for', () => {
  const load = new LoadOfCallers();
  for (let i = 0; i < 10_100; i++) load.add(`caller ${i}`, 0);
  expect(load.callers).toBe(10_000);
  expect(load.add('caller 10099', 0).own).toBe(1);
  expect(load.add('caller 0', 0).own).toBe(0);
});

function codeOf(act: () => unknown): string {
  try {
    act();
    return '';
  } catch (error) {
    return error instanceof QorganError ? error.problem.code : String(error);
  }
}
