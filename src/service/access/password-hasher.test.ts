import { describe, expect, it } from 'vitest';
import { Argon2Hasher, isOutdated } from './password-hasher.ts';

describe('passwords are kept', () => {
  const hasher = new Argon2Hasher();

  it('as Argon2id with the parameters of OWASP and a salt of their own', async () => {
    const [one, two] = await Promise.all([hasher.hash('терезе 77'), hasher.hash('терезе 77')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(await hasher.verify(one, 'терезе 77')).toBe(true);
    expect(await hasher.verify(one, 'терезе 78')).toBe(false);
  });

  it('whatever way the letters were typed', async () => {
    const hashed = await hasher.hash('Ёлка'.normalize('NFC'));
    expect(await hasher.verify(hashed, 'Ёлка'.normalize('NFD'))).toBe(true);
  });

  it('and nobody has none: the answer is no after the same work', async () => {
    expect(await hasher.verify(undefined, 'x')).toBe(false);
    expect(await hasher.verify(null, 'x')).toBe(false);
  });

  it('with a bound on how many wait', async () => {
    const crowd = await Promise.allSettled(Array.from({ length: 80 }, () => hasher.hash('x')));
    const refused = crowd.filter((c) => c.status === 'rejected');
    expect(refused).toHaveLength(80 - 2 - 64);
    expect(String((refused[0] as PromiseRejectedResult).reason)).toContain('Too many people');
    // The turns are all handed back.
    expect(await hasher.verify(await hasher.hash('y'), 'y')).toBe(true);
  });
});

it('tells hashes of lesser parameters', () => {
  const with_ = (kind: string, m: number, t: number): string =>
    `$${kind}$v=19$m=${m},t=${t},p=1$c29tZXNhbHRzb21lc2FsdA$${'A'.repeat(43)}`;
  expect(isOutdated(with_('argon2id', 19_456, 2))).toBe(false);
  expect(isOutdated(with_('argon2id', 65_536, 3))).toBe(false);
  expect(isOutdated(with_('argon2id', 8_192, 2))).toBe(true);
  expect(isOutdated(with_('argon2id', 19_456, 1))).toBe(true);
  expect(isOutdated(with_('argon2i', 19_456, 2))).toBe(true);
});
