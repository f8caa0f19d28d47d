import { describe, expect, it } from 'vitest';
import { bearerOf, keyHint, keyText, newKeySecret, parseKey } from './api-key-text.ts';
import { newRecoveryCodes, recoveryHash } from './recovery-codes.ts';
import { hashToken, isToken, newToken, sameSecret } from './secret-token.ts';

describe('the text of a key', () => {
  it('reads back what it was made of', () => {
    for (let i = 1; i < 200; i++) {
      const secret = newKeySecret();
      expect(parseKey(keyText(i, secret))).toEqual({ keyId: i, secret });
    }
    expect(keyHint(7)).toBe('qk_7_••••');
  });

  it.each([
    '',
    'qk_',
    'qk_0_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    'qk_1_short',
    `qk_1_${'A'.repeat(45)}`,
    `qk_99999999999_${'A'.repeat(40)}`,
    `qk_1_${'0'.repeat(40)}`,
    `QK_1_${'A'.repeat(40)}`,
    `qk_1_${'A'.repeat(40)}\n`,
    `qk_-1_${'A'.repeat(40)}`,
  ])('is not %j', (text) => {
    expect(parseKey(text)).toBeUndefined();
  });

  it('stands in a Bearer header', () => {
    expect(bearerOf('Bearer abc')).toBe('abc');
    expect(bearerOf('bearer  abc ')).toBe('abc');
    for (const header of ['', 'Bearer', 'Bearer ', 'Basic abc', 'Bearer a b'])
      expect(bearerOf(header)).toBeUndefined();
  });
});

describe('tokens', () => {
  it('are 256 random bits kept as their hash', () => {
    const { token, hash } = newToken();
    expect(isToken(token)).toBe(true);
    expect(hashToken(token)).toEqual(hash);
    expect(hash).toHaveLength(32);
    expect(newToken().token).not.toBe(token);
    for (const text of ['', token.slice(1), `${token}A`, `${token.slice(1)}=`])
      expect(isToken(text)).toBe(false);
  });

  it('are compared whole', () => {
    expect(sameSecret('abc', 'abc')).toBe(true);
    for (const other of ['abd', 'ab', 'abcd', '']) expect(sameSecret('abc', other)).toBe(false);
  });
});

describe('recovery codes', () => {
  it('are ten, all different, and found again however they are typed', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes.map(({ code }) => code)).size).toBe(10);
    for (const { code, hash } of codes) {
      expect(code).toMatch(/^([a-z2-7]{4}-){3}[a-z2-7]{4}$/);
      expect(recoveryHash(code)).toEqual(hash);
      expect(recoveryHash(` ${code.replaceAll('-', '').toUpperCase()} `)).toEqual(hash);
    }
    for (const wrong of ['', '123456', 'aaaa-bbbb-cccc', 'aaaa-bbbb-cccc-ddd1'])
      expect(recoveryHash(wrong)).toBeUndefined();
  });
});
