import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { scratchFolder } from '../../../test/fixtures/scratch-folder.ts';
import {
  official,
  operations,
  person,
  seeded,
  workbook,
} from '../../intake/statements/bank-files.fixture.ts';
import { scan } from './scan.ts';

const scratch = scratchFolder();

test('why a row was not taken is told in every language, whichever the scan spoke', async () => {
  mkdirSync(scratch('rows'));
  const rows = 'at,payer,payee,amount\n2026-03-02,A,B,5\n2026-03-02,A,B,many\n';
  writeFileSync(scratch('rows/a.csv'), rows);
  const { report } = await scan({ paths: [scratch('rows')], out: scratch('out'), language: 'kk' });
  const [example] = report.rejects[0]?.examples ?? [];
  expect(report.rejects[0]?.code).toBe('QRG_ROW_AMOUNT');
  expect(example).toMatchObject({ file: 'a.csv', line: 3 });
  expect(example?.message.ru).toBe('Сумма не читается: «many»');
  expect(example?.message.en).toBe('The amount cannot be read: "many"');
});

test('a row that was taken with a doubt is counted and shown with its place', async () => {
  const random = seeded(3);
  const own = person(random, 'kaspi');
  const wrong = { ...own, id: own.id.slice(0, 11) + ((Number(own.id[11]) + 1) % 10) };
  const ops = operations(random, wrong, [person(random, 'halyk')], 4);
  mkdirSync(scratch('books'));
  writeFileSync(scratch('books/s.xlsx'), workbook([{ rows: official(ops) }]));
  const { report } = await scan({
    paths: [scratch('books')],
    out: scratch('out-books'),
    language: 'en',
  });
  const examples = [3, 4, 5, 6].map((line) => ({ file: 's.xlsx', line }));
  expect(report.notes).toEqual([{ note: 'id_check_failed', count: 4, examples }]);
});
