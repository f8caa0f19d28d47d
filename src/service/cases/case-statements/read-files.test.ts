import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { simulate } from '../../../sim/simulate.ts';
import { caseFolder } from '../../../sim/statements/case-folder.ts';
import { scan } from '../../scan/scan.ts';
import { readFiles } from './read-files.ts';
import type { StatementLook } from './statement-look.ts';
import { behind } from './stored-statements.ts';

let dir: string;
let files: { name: string; bytes: Buffer }[];
let look: StatementLook;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'qorgan-statements-'));
  await caseFolder(simulate({ seed: 1, people: 1_500, days: 60 }), join(dir, 'in'), { seed: 1 });
  const names = (await readdir(join(dir, 'in'))).sort();
  files = await Promise.all(
    names.map(async (name) => ({ name, bytes: await readFile(join(dir, 'in', name)) })),
  );
  look = await readFiles({ files, dir: join(dir, 'scratch') });
}, 120_000);
afterAll(() => rm(dir, { recursive: true, force: true }));

test('dropped files are read as a scan of their folder reads them', async () => {
  const { report } = await scan({
    paths: [join(dir, 'in')],
    out: join(dir, 'out'),
    language: 'ru',
  });
  expect(look.transfers).toHaveLength(report.totals.transfers);
  expect(look.networks.map(({ harmMinor }) => harmMinor)).toEqual(
    report.networks.map(({ harmMinor }) => harmMinor),
  );
  expect(look.networks.length).toBeGreaterThan(0);
  expect(look.networks[0].story.ru).toBe(report.networks[0].story.ru);
  expect(look.rejected).toBe(report.totals.rejected);
  expect(report.gaps.map(({ account }) => account)).toEqual(
    look.gaps.map(({ account }) => account).slice(0, report.gaps.length),
  );
  expect(look.files.map(({ accepted }) => accepted)).toEqual(
    files.map(({ name }) => report.files.find((file) => file.name === name)?.accepted ?? 0),
  );
}, 60_000);

test('what is missing is named with a request that is ready', () => {
  const [gap] = look.gaps;
  expect(gap.request.ru).toContain('ЗАПРОС');
  expect(gap.request.kk).toContain('СҰРАУ САЛУ');
  expect(gap.from).toBeLessThan(gap.to);
});

test('what cannot be read is listed with its file and reason, and nothing stays on disk', async () => {
  const none = look.files.flatMap(({ format }, i) => (format === 'none' ? [i] : []));
  expect(none.length).toBeGreaterThan(0);
  for (const place of none)
    expect(look.rejects.find(({ file }) => file === place)?.reason.en).toMatch(/\w/);
  await expect(readdir(join(dir, 'scratch'))).rejects.toThrow('ENOENT');
});

test('looks of merged cases stand one behind the other', () => {
  const both = behind(look, look);
  expect(both.accounts).toHaveLength(2 * look.accounts.length);
  const [first, again] = [both.transfers[0], both.transfers[look.transfers.length]];
  expect(both.accounts[again.payer]).toEqual(both.accounts[first.payer]);
  expect(again.payer).not.toBe(first.payer);
  const last = both.networks[both.networks.length - 1];
  expect(both.accounts[last.members[0]].role).not.toBe('none');
});
