import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseFileFixture } from '../../../domain/case/case-file.fixture.ts';
import { openArchive, packArchive } from '../../../watch/evidence/archive.ts';
import { CASE_CHECKS, isUnaltered } from '../../../watch/evidence/check.ts';
import { type EvidenceKey, openEvidenceKey } from '../../watch/evidence/evidence-key.ts';
import { verifyPackage } from '../../watch/evidence/verify-package.ts';
import { sealCase } from './seal-case.ts';

let folder: string;
let key: EvidenceKey;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qorgan-case-evidence-'));
  key = await openEvidenceKey(folder);
});
afterAll(() => rm(folder, { recursive: true }));

const seal = (
  copies: readonly { captureId: number; bytes: Uint8Array }[] = [],
  title = 'A < B & "C"',
) =>
  sealCase(
    { ...caseFileFixture(), title },
    {
      tlp: 'amber',
      namedTo: ['afm'],
      purpose: '<script>alert(1)</script>',
      language: 'ru',
      at: Date.UTC(2026, 10, 26),
      operator: 'aigul',
      copies,
    },
    key,
  );

describe('a case as evidence', () => {
  it('is verified by the same command as a copy of a page', async () => {
    const { bytes, fileName, left } = seal();
    expect([fileName, left]).toEqual(['KZ-2026-000001-evidence.zip', []]);
    const checks = await verifyPackage(bytes, { keys: [key.publicKey] });
    expect(checks.map(({ check }) => check)).toEqual(CASE_CHECKS);
    expect(checks.map(({ result }) => result)).toEqual(CASE_CHECKS.map(() => 'valid'));
    expect(seal().bytes).toEqual(bytes);
  });

  it('any byte that is changed shows', async () => {
    const { bytes } = seal();
    // Each 97th: the whole of it takes minutes.
    for (let at = 0; at < bytes.length; at += 97) {
      const changed = Uint8Array.from(bytes);
      changed[at]! ^= 1;
      const checks = await verifyPackage(changed, { keys: [key.publicKey] });
      expect(isUnaltered(checks), `byte ${at}`).toBe(false);
    }
  });

  it('a copy that is none is told, and cases within are not followed', async () => {
    for (const inner of [new Uint8Array([1, 2, 3]), seal().bytes]) {
      const checks = await verifyPackage(seal([{ captureId: 3, bytes: inner }]).bytes);
      expect(checks.find(({ check }) => check === 'copies')).toMatchObject({
        result: 'altered',
        detail: { code: 'QRG_EVIDENCE_COPY', args: { file: 'copy-3.zip' } },
      });
    }
  });

  it('holds a page that runs nothing and asks for nothing', () => {
    const opened = openArchive(seal().bytes);
    const html = new TextDecoder().decode(
      opened.ok ? opened.value.files.get('case.html') : undefined,
    );
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/<script|<img|https?:\/\/(?!t\.me)|src=/);
    expect(html).toContain('A &#60; B &#38; &#34;C&#34;');
    expect(html).toContain('вину устанавливает суд');
  });

  it('copies that do not fit stay, and are told', () => {
    const big = packArchive([{ name: 'a.bin', bytes: new Uint8Array(9 * 1024 * 1024) }]);
    const { left } = seal([1, 2, 3].map((captureId) => ({ captureId, bytes: big })));
    expect(left).toHaveLength(2);
  });
});
