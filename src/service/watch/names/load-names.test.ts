import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadBanks } from '../../banks.ts';
import { dataFolder } from '../../package-root.ts';
import { loadNames } from './load-names.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'names-'));
  for (const file of ['banks.yaml', 'brands.yaml', 'cities.yaml'])
    await cp(join(dataFolder, 'lexicon', file), join(folder, file));
});
afterEach(() => rm(folder, { recursive: true }));

async function withText(file: string, from: string, to: string): Promise<unknown> {
  const text = await readFile(join(folder, file), 'utf8');
  expect(text).toContain(from);
  await writeFile(join(folder, file), text.replace(from, to));
  return loadNames(folder).catch((error: { problem: unknown }) => error.problem);
}

describe('names looked for in posts', () => {
  it('are all there, and banks are those of the directory', async () => {
    const { currency, banks, cities } = await loadNames();
    const { byCode } = await loadBanks();
    expect(currency).toBe('KZT');
    expect(cities.length).toBeGreaterThan(40);
    const coded = banks as readonly { id: string; code?: string }[];
    for (const { id, code } of coded)
      if (code !== undefined) expect(byCode(code), id).toBeDefined();
  });

  it.each([
    ['cities.yaml', 'id: shymkent', 'id: astana', /astana: twice/],
    ['cities.yaml', '[шымкент-,', '[алматы-,', /алматы-: twice/],
    ['cities.yaml', '[шымкент-,', '[Шымкент,', /lower case/],
    ['banks.yaml', "code: '722'", 'code: 722', /entries\.0\.code/],
    ['brands.yaml', 'kind: exchange', 'kind: shopping', /entries\.0\.kind/],
    ['brands.yaml', 'entries:', 'entries: [', /./],
  ])('%s with «%s» as «%s» is refused, with its line', async (file, from, to, what) => {
    expect(await withText(file, from, to)).toMatchObject({
      code: 'QRG_WATCH_NAMES',
      args: { file, line: expect.any(Number), what: expect.stringMatching(what) },
    });
  });

  it('tells the line of what is wrong', async () => {
    const text = await readFile(join(folder, 'cities.yaml'), 'utf8');
    const line = text.split('\n').findIndex((one) => one.includes('id: shymkent')) + 1;
    expect(await withText('cities.yaml', 'id: shymkent', 'id: astana')).toMatchObject({
      args: { line },
    });
  });
});
