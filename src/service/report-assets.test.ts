import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { reportAssets } from './report-assets.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'qorgan-assets-'));
  for (const folder of ['build/report', 'web/report', 'scripts'])
    await mkdir(join(root, folder), { recursive: true });
});
afterEach(() => rm(root, { recursive: true, force: true }));

const put = async (name: string, text: string, atSeconds: number): Promise<void> => {
  await writeFile(join(root, name), text);
  await utimes(join(root, name), atSeconds, atSeconds);
};

const BUILDER = 'export const buildReport = async () => ({ js: "built", css: "built" });';

test('a published package has its assets and nothing to build them with', async () => {
  await put('build/report/report.js', 'js', 100);
  await put('build/report/report.css', 'css', 100);
  expect(await reportAssets(root)).toEqual({ js: 'js', css: 'css' });
});

test('a package without them says so', async () => {
  await put('build/report/report.js', 'js', 100);
  await expect(reportAssets(root)).rejects.toMatchObject({
    problem: { code: 'QRG_REPORT_NOT_BUILT' },
  });
});

test('a checkout builds what is missing or older than its sources, and only then', async () => {
  await put('scripts/build.ts', BUILDER, 50);
  expect(await reportAssets(root)).toEqual({ js: 'built', css: 'built' });
  await put('build/report/report.js', 'js', 100);
  await put('build/report/report.css', 'css', 100);
  await put('web/report/main.ts', '', 99);
  expect(await reportAssets(root)).toEqual({ js: 'js', css: 'css' });
  await put('web/report/main.ts', '', 101);
  expect(await reportAssets(root)).toEqual({ js: 'built', css: 'built' });
});

test('this checkout gives a page that fits into its elements', async () => {
  const { js, css } = await reportAssets();
  expect(js.length).toBeGreaterThan(10_000);
  expect(css.length).toBeGreaterThan(1000);
});
