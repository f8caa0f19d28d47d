import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { utf8 } from '../../../watch/evidence/bytes.ts';
import {
  knownEvidenceKeys,
  openEvidenceKey,
  publicKeyFolder,
  renewEvidenceKey,
} from './evidence-key.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'qorgan-evidence-'));
});
afterEach(() => rm(dir, { recursive: true }));

const file = (): string => join(dir, 'evidence', 'signing-key.pem');
const known = async (): Promise<string[]> =>
  (await knownEvidenceKeys(dir)).map(({ fingerprint }) => fingerprint);

describe('the signing key', () => {
  it('is made once, for its owner only, and signs the same afterwards', async () => {
    const made = await openEvidenceKey(dir);
    const again = await openEvidenceKey(dir);
    expect(again.publicKey.fingerprint).toBe(made.publicKey.fingerprint);
    expect(made.publicKey.verifies(again.sign(utf8('x')), utf8('x'))).toBe(true);
    expect(made.publicKey.verifies(again.sign(utf8('x')), utf8('y'))).toBe(false);
    if (process.platform !== 'win32') expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(await known()).toEqual([made.publicKey.fingerprint]);
  });

  it('is one where several processes make it at once', async () => {
    const keys = await Promise.all(Array.from({ length: 6 }, () => openEvidenceKey(dir)));
    const fingerprints = new Set(keys.map(({ publicKey }) => publicKey.fingerprint));
    expect([...fingerprints]).toEqual(await known());
    expect(readdirSync(join(dir, 'evidence')).sort()).toEqual(['public-keys', 'signing-key.pem']);
  });

  it('is followed by another one, and stays known', async () => {
    const first = await openEvidenceKey(dir);
    const next = await renewEvidenceKey(dir);
    expect(next.publicKey.fingerprint).not.toBe(first.publicKey.fingerprint);
    expect((await openEvidenceKey(dir)).publicKey.fingerprint).toBe(next.publicKey.fingerprint);
    expect((await known()).sort()).toEqual(
      [first, next].map(({ publicKey }) => publicKey.fingerprint).sort(),
    );
  });

  it('that cannot be read is not replaced in silence', async () => {
    await openEvidenceKey(dir);
    writeFileSync(file(), 'not a key');
    await expect(openEvidenceKey(dir)).rejects.toMatchObject({
      problem: { code: 'QRG_EVIDENCE_KEY_FILE' },
    });
    writeFileSync(join(publicKeyFolder(dir), 'x.pem'), 'not a key');
    await expect(knownEvidenceKeys(dir)).rejects.toMatchObject({
      problem: { code: 'QRG_EVIDENCE_KEY_FILE', args: { file: 'x.pem' } },
    });
  });

  it('is not known before it is made', async () => {
    expect(await known()).toEqual([]);
  });
});
