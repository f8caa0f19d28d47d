import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DocumentProvider } from '../../screening/documents/provider.ts';
import { SUMSUB_MOST } from '../../screening/documents/sumsub-json.ts';
import { sumsubFiles } from './sumsub-files.ts';

let folder: string;
let provider: DocumentProvider;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qorgan-provider-'));
  provider = sumsubFiles(folder);
  await writeFile(
    join(folder, 'a1.json'),
    JSON.stringify({ id: 'a1', review: { reviewStatus: 'init' } }),
  );
  await writeFile(join(folder, 'huge.json'), ' '.repeat(SUMSUB_MOST + 1));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test('reads the file of a reference', async () => {
  expect(await provider.result('a1')).toEqual({
    ok: true,
    value: { reference: 'a1', authenticity: 'unknown', liveness: 'unknown', labels: [] },
  });
});

test.each(['../a1', 'a/1', 'a1.json', '', 'a'.repeat(65)])(
  'refuses the reference "%s"',
  async (reference) => {
    expect(await provider.result(reference)).toMatchObject({
      problem: { code: 'QRG_PROVIDER_RESULT', args: { path: 'reference' } },
    });
  },
);

test('does not read a file that is too large', async () => {
  expect(await provider.result('huge')).toMatchObject({ problem: { code: 'QRG_PROVIDER_RESULT' } });
});

test('says which file is not there', async () => {
  await expect(provider.result('nobody')).rejects.toMatchObject({
    problem: { code: 'QRG_FILE_UNREADABLE' },
  });
});
