import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openArchive } from '../../../watch/evidence/archive.ts';
import { textOf } from '../../../watch/evidence/bytes.ts';
import { orThrow } from '../../or-throw.ts';
import { capture } from './capture.fixture.ts';
import { openEvidence } from './evidence.ts';
import { renewEvidenceKey } from './evidence-key.ts';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'qorgan-evidence-'));
});
afterEach(() => rmSync(data, { recursive: true }));

const { fetched, post, cause, operator, at } = capture();
const wish = { fetched, post, cause, operator };

it('evidence of an installation is of its own key, also after another key came', async () => {
  const settings = { data, timestampUrl: undefined, browserPath: undefined, networkExit: 'Astana' };
  const evidence = await openEvidence(settings, () => at);
  const { bytes, hasScreenshot, timestamped } = await evidence.seal(wish);
  expect([hasScreenshot, timestamped]).toEqual([false, false]);
  await renewEvidenceKey(data);
  const checks = await evidence.verify(bytes);
  expect(checks.find(({ check }) => check === 'key')?.result).toBe('valid');
  const record = textOf(orThrow(openArchive(bytes)).files.get('capture.json')!)!;
  expect(JSON.parse(record)).toMatchObject({
    exit: 'Astana',
    sealedAt: new Date(at).toISOString(),
  });
});

it('a service and a browser that are away do not hold evidence up', async () => {
  const settings = {
    data,
    timestampUrl: 'http://127.0.0.1:9/',
    browserPath: '/nowhere/chromium',
    networkExit: undefined,
  };
  const evidence = await openEvidence(settings, () => at);
  const sealed = await evidence.seal({ ...wish, previousPackage: 'ab'.repeat(32) });
  expect(sealed.timestampProblem?.code).toBe('QRG_TIMESTAMP_AWAY');
  const results = (await evidence.verify(sealed.bytes)).map(({ result }) => result);
  expect(results).not.toContain('altered');
});

it.skipIf(!existsSync(CHROMIUM))('a page is shown once for all of its posts', async () => {
  const settings = { data, timestampUrl: undefined, browserPath: CHROMIUM, networkExit: undefined };
  const evidence = await openEvidence(settings, () => at);
  // More than may wait for a browser.
  const ids = Array.from({ length: 20 }, (_, i) => `board/${i}`);
  const sealed = await Promise.all(
    ids.map((externalId) => evidence.seal({ ...wish, post: { ...post!, externalId } })),
  );
  expect(sealed.every(({ hasScreenshot }) => hasScreenshot)).toBe(true);
});
