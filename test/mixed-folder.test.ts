import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { simulate } from '../src/sim/simulate.ts';
import { type Statement, statementsOf } from '../src/sim/statements/statement.ts';
import { statementFile } from '../src/sim/statements/write-statements.ts';
import { csvRows } from './fixtures/read-outputs.ts';
import { hasStack, runQorgan } from './fixtures/run-qorgan.ts';
import { scratchFolder } from './fixtures/scratch-folder.ts';

const scratch = scratchFolder();
const HEADER = 'id,at,payer,payee,amount,currency\n';
const row = (id: string): string => `${id},2026-03-02T10:00:00Z,A,B,1000.00,KZT\n`;
const json = (id: string): string =>
  `${JSON.stringify({ id, at: '2026-03-02T11:00:00Z', payer: 'B', payee: 'C', amount: '500.00', currency: 'KZT' })}\n`;

describe('a folder of whatever there is', () => {
  let statement: Statement;
  beforeAll(() => {
    const world = simulate({ seed: 5, days: 10, people: 150 });
    const people = world.accounts.flatMap((_, i) => (world.hubs.has(i) ? [] : [i]));
    const lively = statementsOf(world, people).find(({ rows }) => rows.length >= 8);
    if (lively === undefined) throw new Error('nobody in this town moves money');
    statement = lively;
    mkdirSync(scratch('all/deeper/still'), { recursive: true });
    const book = statementFile(statement);
    writeFileSync(scratch('all', book.file), book.bytes);
    writeFileSync(scratch('all/plain.csv'), HEADER + row('C1') + row('C2'));
    writeFileSync(scratch('all/deeper/packed.csv.gz'), gzipSync(HEADER + row('G1')));
    writeFileSync(scratch('all/deeper/still/lines.ndjson'), json('N1') + json('N2'));
    writeFileSync(scratch('all/empty.csv'), '');
    writeFileSync(scratch('all/photo.jpg'), Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0]));
    // Left by editors and downloads: passed over, and not a word about it.
    writeFileSync(scratch('all/.hidden.csv'), HEADER + row('H1'));
    writeFileSync(scratch('all/half.csv.part'), HEADER + row('P1'));
  });

  test('every file is read as what it is, or named with the reason', async () => {
    const ended = await runQorgan(['scan', 'all', '--out', 'out'], { cwd: scratch() });
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    const ids = csvRows(scratch('out/transfers.csv')).map(({ id }) => id);
    expect(ids.filter((id) => !id.includes('#')).sort()).toEqual(['C1', 'C2', 'G1', 'N1', 'N2']);
    expect(ids.filter((id) => id.includes('#'))).toHaveLength(statement.rows.length);
    const rejects = csvRows(scratch('out/rejects.csv'));
    expect(rejects.map(({ file, line, code }) => [file, line, code]).sort()).toEqual([
      ['empty.csv', '0', 'QRG_FILE_EMPTY'],
      ['photo.jpg', '0', 'QRG_FILE_FORMAT'],
    ]);
  });

  test('a path that does not exist is named and does not stop the others', async () => {
    const args = ['scan', 'all/plain.csv', 'gone.csv', '--out', 'out-gone'];
    const ended = await runQorgan(args, { cwd: scratch() });
    expect(ended.code).toBe(0);
    expect(csvRows(scratch('out-gone/transfers.csv'))).toHaveLength(2);
    expect(csvRows(scratch('out-gone/rejects.csv'))).toMatchObject([
      { file: 'gone.csv', line: '0', code: 'QRG_FILE_UNREADABLE' },
    ]);
  });

  // Root reads whatever it likes.
  test.skipIf(process.getuid === undefined || process.getuid() === 0)(
    'a folder that may not be read is named, in the language of the terminal',
    async () => {
      mkdirSync(scratch('locked'));
      chmodSync(scratch('locked'), 0o000);
      const env = { QORGAN_LANG: 'kk' };
      const ended = await runQorgan(['scan', 'locked', '--out', 'out-locked'], {
        cwd: scratch(),
        env,
      });
      chmodSync(scratch('locked'), 0o700);
      expect(ended.code).toBe(2);
      expect(hasStack(ended)).toBe(false);
      expect(ended.stderr).toMatch(/Файл ашылмайды: locked/);
    },
  );
});

describe('--customers', () => {
  const CUSTOMERS = `account,owner,kind,opened_at,born,income_month
A,900101300123,person,2026-02-20,1990-01-01,200000
,900101300123,person,,,
B,,alien,,,
C,,person,yesterday,,
D,,person,,long ago,
E,,person,,,much
F,,company,2020-01-01,,
`;

  test('rows that cannot be read are rejects with their line and column, the rest is learned', async () => {
    writeFileSync(scratch('customers.csv'), CUSTOMERS);
    writeFileSync(scratch('in.csv'), HEADER + row('T1') + row('T2'));
    const args = ['scan', 'in.csv', '--customers', 'customers.csv', '--out', 'known'];
    const ended = await runQorgan(args, { cwd: scratch() });
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    const rejects = csvRows(scratch('known/rejects.csv'));
    expect(rejects.map(({ file, line, code }) => [file, line, code])).toEqual(
      ['3', '4', '5', '6', '7'].map((line) => ['customers.csv', line, 'QRG_ROW_FACT']),
    );
    const columns = ['account', 'kind', 'opened_at', 'born', 'income_month'];
    for (const [i, column] of columns.entries()) expect(rejects[i].message).toContain(column);
    // Accounts that only a side file names took part in nothing and are not listed.
    const listed = csvRows(scratch('known/accounts.csv')).map(({ account }) => account);
    expect(listed.sort()).toEqual(['A', 'B']);
  });

  test('of a file without a column for the account every row is a reject', async () => {
    writeFileSync(scratch('wrong.csv'), 'счёт;владелец\nA;900101300123\n');
    const args = ['scan', 'in.csv', '--customers', 'wrong.csv', '--out', 'wrong', '--lang', 'ru'];
    const ended = await runQorgan(args, { cwd: scratch() });
    expect(ended.code).toBe(0);
    expect(csvRows(scratch('wrong/rejects.csv'))).toMatchObject([
      { file: 'wrong.csv', line: '2', code: 'QRG_ROW_FACT' },
    ]);
  });
});
