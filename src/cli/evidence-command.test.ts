import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LANGUAGES } from '../domain/language.ts';
import { openAudit } from '../service/audit/audit.ts';
import { capture, freshKey } from '../service/watch/evidence/capture.fixture.ts';
import { knownEvidenceKeys } from '../service/watch/evidence/evidence-key.ts';
import { sealCapture } from '../service/watch/evidence/seal-capture.ts';
import { describeOnStores } from '../store/test-stores.ts';
import { EVIDENCE_CHECKS } from '../watch/evidence/check.ts';
import { runEvidence } from './evidence-command.ts';

let dir: string;
let said: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'qorgan-evidence-'));
  said = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(dir, { recursive: true });
});

const key = freshKey();
const at = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(dir, name), content);
  return join(dir, name);
};
const sealed = async (): Promise<Buffer> => Buffer.from((await sealCapture(capture(), key)).bytes);
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => '',
    (error) => error.problem.code,
  );

describe('qorgan evidence verify', () => {
  it('tells every check in every language, and never just "ok"', async () => {
    const file = at('p.zip', await sealed());
    for (const language of LANGUAGES) {
      said = '';
      expect(await runEvidence(['verify', file], language)).toBe(0);
      expect(said.match(/^\S.*$/gm)).toHaveLength(EVIDENCE_CHECKS.length + 1);
      expect(said).not.toMatch(/[{}]/);
    }
    expect(said).toContain('Valid: 8, altered: 0, cannot be checked: 3');
    expect(said).toContain('untimestamped');
  });

  it('ends with 1 where something is altered, and says what', async () => {
    const bytes = await sealed();
    bytes[bytes.indexOf('300 000')] ^= 1;
    expect(await runEvidence(['verify', at('p.zip', bytes)], 'en')).toBe(1);
    expect(said).toContain('ALTERED            files\n    QRG_EVIDENCE_DIGEST: post.json');
  });

  it('holds the key against those given', async () => {
    const file = at('p.zip', await sealed());
    const mine = at('mine.pem', key.publicKey.pem);
    const other = at('other.pem', freshKey().publicKey.pem);
    expect(await runEvidence(['verify', file, '--key', other, '--key', mine], 'en')).toBe(0);
    expect(await runEvidence(['verify', file, '--key', other], 'en')).toBe(1);
    expect(said).toContain('QRG_EVIDENCE_KEY: It is signed with another key');
  });

  it('gives the checks as data', async () => {
    expect(await runEvidence(['verify', at('p.zip', await sealed()), '--json'], 'en')).toBe(0);
    const { checks } = JSON.parse(said);
    expect(checks.map(({ check }: { check: string }) => check)).toEqual(EVIDENCE_CHECKS);
    expect(checks[0].result).toBe('valid');
  });

  it('lets no name of a package steer the terminal', async () => {
    const bytes = await sealed();
    const from = bytes.indexOf('capture.json');
    bytes[from] = 0x1b;
    expect(await runEvidence(['verify', at('p.zip', bytes)], 'en')).toBe(1);
    expect(said).toContain('QRG_EVIDENCE_NAME');
    expect(said).not.toContain('\x1b');
  });

  it('refuses what cannot be read before it is read', async () => {
    const file = at('big.zip', '');
    truncateSync(file, 3e10);
    expect(await codeOf(runEvidence(['verify', file], 'en'))).toBe('QRG_EVIDENCE_BIG');
    const none = join(dir, 'none.zip');
    expect(await codeOf(runEvidence(['verify', none], 'en'))).toBe('QRG_FILE_UNREADABLE');
    const text = at('x.pem', 'x');
    expect(await codeOf(runEvidence(['verify', none, '--key', text], 'en'))).toBe(
      'QRG_EVIDENCE_KEY_FILE',
    );
    expect(await codeOf(runEvidence(['verify', none, '--tsa-root', text], 'en'))).toBe(
      'QRG_EVIDENCE_FORM',
    );
    for (const args of [[], ['verify'], ['verify', 'a', 'b'], ['key', 'x'], ['key', '--json']])
      expect(await codeOf(runEvidence(args, 'en'))).toBe('QRG_USAGE');
  });
});

describeOnStores('qorgan evidence key', (open, place) => {
  it('prints the public key; a new one is an act in the record', async () => {
    const { dataDir, databaseUrl } = place.options();
    vi.stubEnv('QORGAN_DATA', dataDir);
    vi.stubEnv('QORGAN_DATABASE_URL', databaseUrl);
    const store = await open();
    await (await openAudit({ store })).close();
    expect(await runEvidence(['key'], 'en')).toBe(0);
    const first = said;
    expect(first).toMatch(/^-----BEGIN PUBLIC KEY-----\n[\s\S]*Fingerprint .*: [0-9a-f]{64}\n$/);
    said = '';
    expect(await runEvidence(['key', '--renew'], 'en')).toBe(0);
    expect(said).toContain('Earlier keys: 1');
    expect(said.split('\n')[1]).not.toBe(first.split('\n')[1]);
    expect(await knownEvidenceKeys(dataDir)).toHaveLength(2);
    const acts = await store.db.selectFrom('audit').select('action').execute();
    expect(acts.map(({ action }) => action)).toContain('keys.evidence');
  });
});
