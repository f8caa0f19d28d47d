import { Secret } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { newTotpSecret, totpCode, totpStep, totpUri } from './totp.ts';

/** RFC 6238, appendix B: the ASCII secret and the last six of its eight digits. */
const RFC_SECRET = Secret.fromLatin1('12345678901234567890').base32;
const RFC_CODES: [seconds: number, code: string][] = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
];

describe('time-based codes', () => {
  it.each(RFC_CODES)('agree with RFC 6238 at %i s', (seconds, code) => {
    expect(totpCode(RFC_SECRET, seconds * 1000)).toBe(code);
    expect(totpStep(RFC_SECRET, code, seconds * 1000)).toBe(Math.floor(seconds / 30));
  });

  it('are taken one step early and late, and not two', () => {
    const secret = newTotpSecret();
    const now = 1_700_000_010_000;
    const step = Math.floor(now / 30_000);
    const at = (steps: number) => totpStep(secret, totpCode(secret, now + steps * 30_000), now);
    expect([-1, 0, 1].map(at)).toEqual([step - 1, step, step + 1]);
    expect([-2, 2].map(at)).toEqual([undefined, undefined]);
  });

  it('are six digits, with or without a space, and nothing else', () => {
    const code = totpCode(RFC_SECRET, 59_000);
    expect(totpStep(RFC_SECRET, `${code.slice(0, 3)} ${code.slice(3)}`, 59_000)).toBe(1);
    for (const wrong of ['', '28708', '2870821', 'abcdef', '２８７０８２', `${code}\0`])
      expect(totpStep(RFC_SECRET, wrong, 59_000), wrong).toBeUndefined();
  });

  it('come from a new secret of 160 bits each time, in an address that apps read', () => {
    const secret = newTotpSecret();
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(newTotpSecret()).not.toBe(secret);
    expect(totpUri(secret, 'aigul@bank')).toBe(
      `otpauth://totp/Qorgan:aigul%40bank?issuer=Qorgan&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
    );
  });
});
