import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { isSolved, solve } from './proof-of-work.ts';

const challenge = { text: 'r10.mig3k2x1.AbCdEfGh.0123456789abcdef', bits: 10 };

test('what is solved is solved, and says so to any SHA-256', async () => {
  const nonce = await solve(challenge);
  expect(isSolved(challenge.text, nonce, challenge.bits)).toBe(true);
  const digest = createHash('sha256').update(`${challenge.text}:${nonce}`).digest();
  expect(digest.readUInt16BE(0) >> 6).toBe(0);
});

test('the zero bits are counted one by one', () => {
  const bitsOf = (nonce: string) => {
    const digest = createHash('sha256').update(`x:${nonce}`).digest('hex');
    const binary = BigInt(`0x${digest}`).toString(2).padStart(256, '0');
    return binary.indexOf('1');
  };
  for (let nonce = 0; nonce < 300; nonce++) {
    const bits = bitsOf(String(nonce));
    expect(isSolved('x', String(nonce), bits)).toBe(true);
    expect(isSolved('x', String(nonce), bits + 1)).toBe(false);
  }
});

test('a nonce is decimal digits and nothing else', () => {
  for (const nonce of ['', '01', ' 1', '1\n', '-1', '1e3', '9'.repeat(13)])
    expect(isSolved('x', nonce, 0), nonce).toBe(false);
  expect(isSolved('x', '0', 0)).toBe(true);
});

test('work can be broken off, and says how far it is', async () => {
  const stop = new AbortController();
  const ticks: number[] = [];
  const work = solve(
    { text: 'never', bits: 30 },
    {
      signal: stop.signal,
      tick(tried) {
        ticks.push(tried);
        if (ticks.length === 2) stop.abort(new Error('enough'));
      },
    },
  );
  await expect(work).rejects.toThrow('enough');
  expect(ticks).toEqual([4_096, 8_192]);
});
