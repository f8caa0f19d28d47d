import { globSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isKnownKind } from '../../../../src/domain/known-contact.ts';
import { extract } from '../../../../src/watch/extract/extract.ts';
import { NameFinder } from '../../../../src/watch/extract/find-names.ts';
import config from '../../vite.config.ts';

const ROOT = resolve(import.meta.dirname, '..', '..', '..', '..');
const NO_NAMES = {
  currency: 'KZT',
  ...{ banks: new NameFinder([]), brands: new NameFinder([]), cities: new NameFinder([]) },
};

let folder: string;
let light: typeof extract;
let bytes = 0;

/** Contacts are found by the same code with the stand-ins of the portal's build. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qorgan-light-'));
  const outfile = join(folder, 'extract.mjs');
  const aliases = config.resolve?.alias as readonly { find: RegExp; replacement: string }[];
  await build({
    entryPoints: [join(ROOT, 'src/watch/extract/extract.ts')],
    ...{ bundle: true, minify: true, format: 'esm', outfile, logLevel: 'silent' },
    plugins: [
      {
        name: 'stand-ins',
        setup({ onResolve }) {
          for (const { find, replacement } of aliases)
            onResolve({ filter: find }, () => ({ path: replacement }));
        },
      },
    ],
  });
  bytes = readFileSync(outfile).length;
  ({ extract: light } = await import(pathToFileURL(outfile).href));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('finds the contacts that the service finds, in every post there is to learn from', () => {
  const contacts = (by: typeof extract, text: string) =>
    by(text, NO_NAMES).contacts.filter(({ kind }) => isKnownKind(kind));
  let found = 0;
  for (const file of globSync('data/lexicon/rows/*.jsonl', { cwd: ROOT }))
    for (const line of readFileSync(join(ROOT, file), 'utf8').split('\n')) {
      if (line === '') continue;
      const { text } = JSON.parse(line) as { text: string };
      const expected = contacts(extract, text);
      expect(contacts(light, text)).toEqual(expected);
      found += expected.length;
    }
  expect(found).toBeGreaterThan(100);
});

test.each([
  'instagram.com/example_one и https://www.instagram.com/example_two/?hl=ru',
  'm.vk.com/example_one, vk.ru/id1234567, ok.ru/profile/12345, tiktok.com/@example',
  'example_one.t.me t[.]me/example_two telegram.dog/example_three t.me/+AbCdEf12345',
  'example.co.uk/instagram.com/x, facebook.com.example.kz/name, 127.0.0.1/name',
  'Node.js main.rs Работа.kz подробностиexample.kz сайт.рф/путь wa.me/77000000011',
])('finds the same in %j', (text) => {
  const of = (by: typeof extract) =>
    by(text, NO_NAMES).contacts.filter(({ kind }) => isKnownKind(kind));
  expect(of(light)).toEqual(of(extract));
});

test('and leaves the list of suffixes and the catalogue of errors out', () => {
  expect(bytes).toBeLessThan(80_000);
});
