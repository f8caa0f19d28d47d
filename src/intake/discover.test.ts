import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EVALUATION_FILES, OUTPUT_FILES } from '../report/output-files.ts';
import { discover } from './discover.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'qorgan-discover-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const put = (name: string, content: string | Uint8Array) => {
  mkdirSync(join(dir, name, '..'), { recursive: true });
  writeFileSync(join(dir, name), content);
};
const CSV = 'at,payer,payee,amount\n';

test('finds files by content, in one order, and says what it passes over', async () => {
  put('b/two.dat', CSV);
  put('b/One.csv.gz', gzipSync(CSV));
  put('a.xlsx', Uint8Array.of(0x50, 0x4b, 3, 4, 1));
  put('old.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1));
  put('c.parquet', 'PAR1');
  put('d.xml', '<?xml version="1.0"?><Document/>');
  put('e.jsonl', '{"a":1}\n');
  put('photo.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3));
  const page = '<html><body><table><tr><td>Дата</td></tr></table></body></html>';
  put('page.xls', page);
  put('page.html', page);
  put(
    'x2003.xls',
    '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
  );
  put('statement.pdf', '%PDF-1.7\n');
  put('said-to-be.xlsx', '%PDF-1.4\n%....');
  put('archive.zip', Uint8Array.of(0x50, 0x4b, 3, 4, 1));
  put('empty.csv', '');
  for (const skipped of [
    '.hidden.csv',
    '.git/x.csv',
    '~$a.xlsx',
    'half.csv.part',
    'x.crdownload',
    'y.tmp',
  ])
    put(skipped, CSV);
  const { files, problems } = await discover([dir]);
  expect(files.map(({ name, kind, gzip }) => [name, kind, gzip])).toEqual([
    ['a.xlsx', 'workbook', false],
    ['b/One.csv.gz', 'csv', true],
    ['b/two.dat', 'csv', false],
    ['c.parquet', 'parquet', false],
    ['d.xml', 'iso20022', false],
    ['e.jsonl', 'ndjson', false],
    ['old.xls', 'workbook', false],
    ['page.xls', 'workbook', false],
    ['x2003.xls', 'workbook', false],
  ]);
  expect(problems.map(({ name, problem }) => [name, problem.code])).toEqual([
    ['archive.zip', 'QRG_FILE_FORMAT'],
    ['empty.csv', 'QRG_FILE_EMPTY'],
    ['page.html', 'QRG_FILE_FORMAT'],
    ['photo.png', 'QRG_FILE_FORMAT'],
    ['said-to-be.xlsx', 'QRG_FILE_PDF'],
    ['statement.pdf', 'QRG_FILE_PDF'],
  ]);
});

test('two folders with files of one name keep them apart', async () => {
  put('kaspi/s.csv', CSV);
  put('halyk/s.csv', `${CSV}x`);
  const { files } = await discover([join(dir, 'kaspi'), join(dir, 'halyk')]);
  expect(files.map(({ name }) => name)).toEqual(['kaspi/s.csv', 'halyk/s.csv']);
});

test('links in a circle end, and a file reached twice is read once', async () => {
  put('in/a.csv', CSV);
  symlinkSync(join(dir, 'in'), join(dir, 'in', 'loop'));
  symlinkSync(join(dir, 'in', 'a.csv'), join(dir, 'in', 'z.csv'));
  symlinkSync(join(dir, 'nowhere'), join(dir, 'in', 'dead.csv'));
  const { files, problems } = await discover([join(dir, 'in'), join(dir, 'in', 'a.csv')]);
  expect(files.map(({ name }) => name)).toEqual(['in/a.csv']);
  expect(problems.map(({ name, problem }) => [name, problem.code])).toEqual([
    ['in/dead.csv', 'QRG_FILE_UNREADABLE'],
  ]);
});

test('a file the user names is taken whatever its name; one that is not there is a problem', async () => {
  put('.secret.tmp', CSV);
  const { files, problems } = await discover([join(dir, '.secret.tmp'), join(dir, 'gone.csv')]);
  expect(files.map(({ name }) => name)).toEqual(['.secret.tmp']);
  expect(problems).toMatchObject([
    { problem: { code: 'QRG_FILE_UNREADABLE', args: { reason: 'ENOENT' } } },
  ]);
});

test('the report of an earlier scan is no input, wherever it lies and whatever lies beside it', async () => {
  put('bank.csv', CSV);
  for (const name of OUTPUT_FILES)
    for (const folder of ['qorgan-out', 'old/march', '.']) put(`${folder}/${name}`, CSV);
  put('old/march/added.csv', `${CSV}x`);
  const { files, problems } = await discover([dir], join(dir, 'elsewhere'));
  expect(files.map(({ name }) => name)).toEqual(['bank.csv', 'old/march/added.csv']);
  expect(problems).toEqual([]);
});

test('an evaluation beside the transfers is no input', async () => {
  put('bank.csv', CSV);
  for (const name of EVALUATION_FILES) put(name, CSV);
  const { files } = await discover([dir], join(dir, 'elsewhere'));
  expect(files.map(({ name }) => name)).toEqual(['bank.csv']);
});

test('a file that only has the name of an output is read; reasons left in the own folder are not', async () => {
  for (const name of ['transfers.csv', 'rejects.csv', 'out/rejects.csv', 'out/transfers.csv'])
    put(name, `${CSV}${name}`);
  const { files } = await discover([dir], join(dir, 'out'));
  expect(files.map(({ name }) => name)).toEqual([
    'out/transfers.csv',
    'rejects.csv',
    'transfers.csv',
  ]);
});
