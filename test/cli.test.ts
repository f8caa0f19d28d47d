import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { describe, expect, test } from 'vitest';
import { hasStack, runQorgan, startCase } from './fixtures/run-qorgan.ts';
import { scratchFolder } from './fixtures/scratch-folder.ts';

const scratch = scratchFolder();

const CSV = `id,at,payer,payee,amount,currency
t1,2026-03-01T10:00:00Z,A,B,1000.00,KZT
t2,2026-03-01T10:05:00Z,B,C,990.00,KZT
t2,2026-03-01T10:05:00Z,B,C,990.00,KZT
t3,2026-03-01T10:06:00Z,C,D,zero,KZT
`;

const folder = (name: string, files: Readonly<Record<string, string>>): string => {
  mkdirSync(scratch(name), { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(scratch(name, file), text);
  return scratch(name);
};

describe('what a user does wrong is said with a code and no stack, and ends with 2', () => {
  test.each([
    [['scan'], 'QRG_USAGE'],
    [['scna', 'x'], 'QRG_USAGE'],
    [['scan', '.', '--lang', 'xx'], 'QRG_USAGE'],
    [['scan', '.', '--nonsense'], 'QRG_USAGE'],
    [['scan', '.', '--time-unit', 'weeks'], 'QRG_USAGE'],
    [['scan', 'no-such-file.csv'], 'QRG_SCAN_NOTHING'],
    [['scan', '.', '--map', 'payer'], 'QRG_FILE_MAP'],
    [['scan', '.', '--customers', 'no-such.csv'], 'QRG_FILE_UNREADABLE'],
    [['scan', 'in.csv', '--out', 'in.csv'], 'QRG_OUT_NOT_A_FOLDER'],
    [['simulate', '--people', '0'], 'QRG_USAGE'],
  ] as const)('qorgan %j', async (args, code) => {
    const ended = await runQorgan(args, { cwd: folder('wrong', { 'in.csv': CSV }) });
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toMatch(new RegExp(`^${code}: `));
    expect(hasStack(ended)).toBe(false);
  });

  test.each([
    ['no-such.csv', /^QRG_SCAN_NOTHING: .*no-such\.csv.*\n.* Check that the path is there/],
    [
      's.pdf',
      /^QRG_SCAN_NOTHING: .*PDF is not read; ask the bank .* in Excel: s\.pdf\n.* has PDF only/,
    ],
    ['odd.csv', /^QRG_SCAN_NOTHING: .*No column for "payer".*\n.*--map payer=COLUMN/],
    ['bare', /^QRG_SCAN_NOTHING: .* 0 files.*\n.* Taken are \.xlsx/],
  ])('the advice fits what is wrong with %s', async (path, said) => {
    const cwd = folder('advice', { 's.pdf': '%PDF-1.4\n', 'odd.csv': 'a;b\n1;2\n' });
    folder('advice/bare', {});
    expect((await runQorgan(['scan', path], { cwd })).stderr).toMatch(said);
  });

  test('a list in a message is whole', async () => {
    const { stderr } = await runQorgan(['scan', '.', '--map', 'foo=x'], { cwd: folder('map', {}) });
    expect(stderr).toContain('payer_bank, payee_bank, payer_owner, payee_owner\n');
  });

  test('in the language of the terminal, or in the one asked for', async () => {
    const cwd = folder('languages', {});
    const say = async (env: Record<string, string>, ...more: string[]) =>
      (await runQorgan(['scan', 'nothing-here', ...more], { cwd, env })).stderr;
    expect(await say({ QORGAN_LANG: 'ru' })).toMatch(/Ни одного перевода/);
    expect(await say({ QORGAN_LANG: 'kk' })).toMatch(/Бірде-бір аударым/);
    expect(await say({ QORGAN_LANG: 'kk' }, '--lang', 'en')).toMatch(/No transfer could be read/);
  });
});

test('a scan says what it found; what was not taken stands in rejects.csv with file, line and code', async () => {
  const cwd = folder('plain', { 'in.csv': CSV });
  const ended = await runQorgan(['scan', 'in.csv', '--out', 'out'], { cwd });
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  expect(ended.stdout).toMatch(/Transfers: 2, accounts: 3\./);
  const [header, ...rejects] = readFileSync(`${cwd}/out/rejects.csv`, 'utf8').trim().split('\n');
  expect(header).toBe('file,line,code,message');
  expect(rejects.map((r) => r.split(',').slice(0, 3))).toEqual([
    ['in.csv', '5', 'QRG_ROW_AMOUNT'],
    ['in.csv', '4', 'QRG_ROW_DUPLICATE'],
  ]);
});

test('--fail-on ends with 1 only when an account or a transfer has the verdict', async () => {
  const cwd = folder('fail-on', {
    'in.csv': CSV,
    'marks.csv': 'account,cause\nA,victim\nX,rumour\n',
  });
  const run = (...more: string[]) =>
    runQorgan(['scan', 'in.csv', '--out', 'out', '--fail-on', 'review', ...more], { cwd });
  expect((await run()).code).toBe(0);
  expect((await run('--marks', 'marks.csv')).code).toBe(1);
  expect(readFileSync(`${cwd}/out/rejects.csv`, 'utf8')).toMatch(/^marks\.csv,3,QRG_ROW_FACT,/m);
});

test('--fail-on and the count to review do not deny what transfers.csv holds', async () => {
  const at = (minute: number) => `2026-03-05T10:${String(minute).padStart(2, '0')}:00`;
  const rows = Array.from({ length: 36 }, (_, i) => `p${i},${at(i)},P${i},A,${15_000 + i * 100}`);
  const csv = ['id,at,payer,payee,amount', ...rows, `out,${at(50)},A,B,600000`].join('\n');
  const cwd = folder('small-sums', { 'in.csv': `${csv}\n` });
  const args = ['scan', 'in.csv', '--out', 'out', '--currency', 'KZT', '--fail-on', 'hold'];
  const { code } = await runQorgan(args, { cwd });
  expect(readFileSync(`${cwd}/out/transfers.csv`, 'utf8')).toMatch(/^out,[\d.]+,hold,/m);
  expect(code).toBe(1);
  expect(readFileSync(`${cwd}/out/accounts.csv`, 'utf8')).toMatch(/^A,(4[5-9]|[5-9]\d)/m);
});

test('npm run case says that its port is taken, and which to take', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, 'localhost', resolve));
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const cwd = folder('case', {});
  mkdirSync(`${cwd}/qorgan-out/report`, { recursive: true });
  writeFileSync(`${cwd}/qorgan-out/report/report.html`, 'being read');
  const { ended } = startCase({ cwd, env: { PORT: String(port) } });
  const { code, stdout, stderr } = await ended;
  other.close();
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  // The report that the other one may be serving is as it was.
  expect(readFileSync(`${cwd}/qorgan-out/report/report.html`, 'utf8')).toBe('being read');
  expect(stderr).toMatch(new RegExp(`QRG_PORT_TAKEN: Port ${port} .*\\n.*PORT=${port + 1}`));
});

test('a town hands out the statements of one case in the layouts of its banks', async () => {
  const cwd = folder('town', {});
  const town = ['simulate', '--seed', '3', '--people', '100', '--days', '7', '--out', 'town'];
  const said = await runQorgan([...town, '--statements'], { cwd });
  expect(said).toMatchObject({ code: 0, stderr: '' });
  expect(said.stdout).toMatch(/^Statements of one case: \d+ files, [2-6] banks\./m);
  const scanned = await runQorgan(['scan', 'town/statements', '--out', 'out'], { cwd });
  expect(scanned.code).toBe(0);
  // The damaged file and the one that is no statement are refused, and nothing else.
  const rejects = readFileSync(`${cwd}/out/rejects.csv`, 'utf8').trim().split('\n').slice(1);
  expect(rejects.map((line) => line.split(',')[2]).sort()).toEqual([
    'QRG_BOOK_DAMAGED',
    'QRG_SHEET_HEADER',
  ]);
});
