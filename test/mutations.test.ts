import { mkdirSync, writeFileSync } from 'node:fs';
import { read, utils, write } from '@e965/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import { AccountTable } from '../src/domain/account.ts';
import { ERROR_CODES, QorganError } from '../src/domain/errors/catalogue.ts';
import { createRandom, type Random } from '../src/domain/random.ts';
import type { Reject } from '../src/domain/reject.ts';
import { readStatements } from '../src/intake/statements/read-statements.ts';
import { type ScanResult, scan } from '../src/service/scan/scan.ts';
import { simulate } from '../src/sim/simulate.ts';
import { statementsOf } from '../src/sim/statements/statement.ts';
import { statementFile } from '../src/sim/statements/write-statements.ts';
import { csvRows } from './fixtures/read-outputs.ts';
import { hasStack, runQorgan } from './fixtures/run-qorgan.ts';
import { scratchFolder } from './fixtures/scratch-folder.ts';

/** Every failure names it, and it is all that is needed to see the failure again. */
const SEED = 77;
const scratch = scratchFolder();

/** Every reject says where and why, in a code that the catalogue knows. */
function expectTold(rejects: readonly Record<string, string>[], of: string): void {
  const codes = new Set<string>(ERROR_CODES);
  for (const { file, line, code, message } of rejects) {
    const where = `${of}, seed ${SEED}: ${file}:${line} ${code}`;
    expect(file, where).not.toBe('');
    expect(line, where).toMatch(/^\d+$/);
    expect(codes.has(code), where).toBe(true);
    expect(message.length, where).toBeGreaterThan(0);
    expect(message.length, where).toBeLessThanOrEqual(300);
  }
}

/** What a scan ends with, a refusal with its code; anything else that is thrown is a crash. */
async function scanned(path: string, out: string): Promise<ScanResult | string> {
  try {
    return await scan({ paths: [path], out, language: 'en' });
  } catch (error) {
    if (error instanceof QorganError) return error.problem.code;
    throw new Error(`${path}, seed ${SEED}`, { cause: error });
  }
}

const COLUMNS = ['id', 'at', 'payer', 'payee', 'amount', 'currency', 'channel', 'purpose'] as const;
type Column = (typeof COLUMNS)[number];

/** A row that nothing is wrong with. */
function soundRow(n: number, random: Random): Record<Column, string> {
  const payer = random.int(0, 400);
  return {
    id: `T${n}`,
    at: new Date(Date.UTC(2026, 2, 1) + n * 60_000).toISOString(),
    payer: `A${payer}`,
    payee: `A${payer + random.int(1, 50)}`,
    amount: `${random.int(1, 500_000)}.${random.int(10, 99)}`,
    currency: 'KZT',
    channel: 'transfer',
    purpose: '',
  };
}

/** Things found in cells of real files, and things that should never be there. No line ends: a row stays a row. */
const ODD_CELLS = [
  '',
  ' ',
  '0',
  '-1',
  '-0.01',
  '1e308',
  '9007199254740993',
  '99999999999999999999999',
  '1,5',
  '12 345,67',
  '1.234.567,89',
  'NaN',
  'Infinity',
  'null',
  'undefined',
  '__proto__',
  'constructor',
  '=1+1',
  '2026-02-30',
  '2026-02-29T25:61:61Z',
  '31.12.2025 23:59:60',
  '0000-00-00',
  '-271821-04-20T00:00:00Z',
  '1709251200',
  'вчера',
  'кеше',
  '\u0000',
  '\ufeff',
  '\u202e',
  'é'.normalize('NFD'),
  '👩‍👩‍👧',
  '""',
  '"a,b"',
  '"a""b"',
  "'",
  ';',
  '\t',
  'USD',
  'A1',
  'x'.repeat(70_000),
] as const;

/** One row of a CSV with one to three things wrong with it; never the id, by which it is found again. */
function spoiltRow(n: number, random: Random): string {
  const row = soundRow(n, random);
  for (let slips = random.int(1, 3); slips > 0; slips--)
    row[random.pick(COLUMNS.slice(1))] = random.pick(ODD_CELLS);
  const cells = COLUMNS.map((column) => row[column]);
  const shape = random.next();
  if (shape < 0.05) cells.splice(random.int(1, cells.length - 1));
  else if (shape < 0.1) cells.push(random.pick(ODD_CELLS));
  return cells.join(',');
}

describe(`10,000 rows with something wrong in each (seed ${SEED})`, () => {
  const FILES = 20;
  const ROWS = 500;

  test('each is a transfer or a reject with its line and reason, none is lost', async () => {
    const random = createRandom(SEED).fork('rows');
    mkdirSync(scratch('rows'));
    for (let f = 0; f < FILES; f++) {
      // The first rows are sound, so that what the columns hold can be told.
      const sound = Array.from({ length: 20 }, (_, i) => {
        const row = soundRow(f * 10_000 + i, random);
        return COLUMNS.map((column) => row[column]).join(',');
      });
      const spoilt = Array.from({ length: ROWS }, (_, i) =>
        spoiltRow(f * 10_000 + sound.length + i, random),
      );
      const lines = [COLUMNS.join(','), ...sound, ...spoilt];
      writeFileSync(scratch('rows', `${f}.csv`), `${lines.join('\n')}\n`);
    }
    const ended = await runQorgan(['scan', 'rows', '--out', 'rows-out', '--currency', 'KZT'], {
      cwd: scratch(),
    });
    expect(ended, `seed ${SEED}`).toMatchObject({ code: 0, stderr: '' });
    const rejects = csvRows(scratch('rows-out', 'rejects.csv'));
    expectTold(rejects, 'rows');
    const transfers = csvRows(scratch('rows-out', 'transfers.csv'));
    const taken = new Set(transfers.map(({ id }) => id));
    const refused = new Set(rejects.map(({ file, line }) => `${file}:${line}`));
    for (let f = 0; f < FILES; f++)
      for (let i = 0; i < 20 + ROWS; i++) {
        const where = `${f}.csv:${i + 2}`;
        const isTaken = taken.has(`T${f * 10_000 + i}`);
        expect([where, isTaken !== refused.has(where)], `seed ${SEED}`).toEqual([where, true]);
      }
    expect(taken.size + refused.size).toBe(FILES * (20 + ROWS));
    expect(rejects.length).toBeGreaterThan(1_000);
    expect(transfers.length).toBeGreaterThan(1_000);
  });
});

/** A few bytes of a file changed, put in, taken out, or its end cut off. */
function spoiltBytes(bytes: Uint8Array, random: Random): Uint8Array {
  let spoilt = Buffer.from(bytes);
  for (let slips = random.int(1, 8); slips > 0 && spoilt.length > 0; slips--) {
    const at = random.int(0, spoilt.length - 1);
    const what = random.next();
    if (what < 0.5) spoilt[at] = random.int(0, 255);
    else if (what < 0.7)
      spoilt = Buffer.concat([
        spoilt.subarray(0, at),
        Buffer.from([random.pick([0x22, 0x0a, 0x0d, 0x2c, 0x00, 0xff])]),
        spoilt.subarray(at),
      ]);
    else if (what < 0.9)
      spoilt = Buffer.concat([
        spoilt.subarray(0, at),
        spoilt.subarray(Math.min(spoilt.length, at + random.int(1, 40))),
      ]);
    else spoilt = spoilt.subarray(0, at);
  }
  return spoilt;
}

test(`60 CSV files with bytes changed are read or refused, none is a crash (seed ${SEED})`, async () => {
  const random = createRandom(SEED).fork('bytes');
  for (let f = 0; f < 60; f++) {
    const rows = Array.from({ length: 40 }, (_, i) => Object.values(soundRow(i, random)).join(','));
    const sound = Buffer.from(`${[COLUMNS.join(','), ...rows].join('\n')}\n`);
    const path = scratch(`bytes-${f}.csv`);
    writeFileSync(path, spoiltBytes(sound, random));
    const result = await scanned(path, scratch(`bytes-out-${f}`));
    if (typeof result === 'string') continue;
    expectTold(csvRows(scratch(`bytes-out-${f}`, 'rejects.csv')), path);
    for (const { name, rows: all, accepted, rejected } of result.report.files)
      expect([name, accepted + rejected], `seed ${SEED}`).toEqual([name, all]);
    const { transfers, duplicates } = result.report.totals;
    const accepted = result.report.files.reduce((sum, file) => sum + file.accepted, 0);
    expect(transfers + duplicates, `seed ${SEED}, file ${f}`).toBe(accepted);
  }
});

describe(`200 workbooks with something wrong in each (seed ${SEED})`, () => {
  let sound: { file: string; bytes: Uint8Array }[];
  let spoilt: { name: string; bytes: Uint8Array }[];
  beforeAll(() => {
    const world = simulate({ seed: SEED, days: 10, people: 150 });
    const people = world.accounts.flatMap((_, i) => (world.hubs.has(i) ? [] : [i]));
    const lively = statementsOf(world, people).filter(({ rows }) => rows.length >= 8);
    // One of each bank.
    sound = [...Map.groupBy(lively, ({ bank }) => bank).values()].map(([one]) =>
      statementFile(one),
    );
    expect(sound.length).toBeGreaterThanOrEqual(5);
    const random = createRandom(SEED).fork('workbooks');
    spoilt = Array.from({ length: 200 }, (_, i) => {
      const { file, bytes } = sound[i % sound.length];
      const made = i % 2 === 0 ? spoiltCells(bytes, file, random) : spoiltBytes(bytes, random);
      return { name: `${i}-${file}`, bytes: made };
    });
  });

  test('every row of each is accepted, rejected or passed over for a reason', () => {
    let accepted = 0;
    let rejected = 0;
    for (const file of spoilt) {
      const rejects: Reject[] = [];
      const { files } = readStatements([file], {
        accounts: new AccountTable(),
        language: 'kk',
        reject: (reject) => rejects.push(reject),
        advanced() {},
      });
      expectTold(
        rejects.map(({ args: _, ...reject }) => ({ ...reject, line: `${reject.line}` })),
        file.name,
      );
      for (const told of files) {
        const skipped = Object.values(told.skipped).reduce((sum, n) => sum + n, 0);
        const where = `${file.name}, seed ${SEED}`;
        expect(told.accepted + told.rejected + skipped, where).toBe(told.rows);
        expect(rejects.filter(({ line }) => line > 0).length, where).toBe(told.rejected);
        // A file that gave nothing says why.
        if (told.accepted === 0) expect(rejects.length, where).toBeGreaterThan(0);
        accepted += told.accepted;
        rejected += rejects.length;
      }
    }
    expect(accepted).toBeGreaterThan(500);
    expect(rejected).toBeGreaterThan(100);
  });

  test('a folder of them is scanned, by twenties, and none is a crash', async () => {
    for (let from = 0; from < spoilt.length; from += 20) {
      const [dir, out] = [scratch(`books-${from}`), scratch(`books-out-${from}`)];
      mkdirSync(dir);
      for (const { name, bytes } of spoilt.slice(from, from + 20))
        writeFileSync(scratch(`books-${from}`, name), bytes);
      const result = await scanned(dir, out);
      const rejects = csvRows(scratch(`books-out-${from}`, 'rejects.csv'));
      expectTold(rejects, dir);
      if (typeof result === 'string') continue;
      const named = new Set(rejects.map(({ file }) => file));
      for (const { name, accepted } of result.report.files)
        if (accepted === 0) expect(named.has(name), `${name}, seed ${SEED}`).toBe(true);
    }
  });
});

/** Cells of a workbook replaced by odd ones; it stays a workbook that Excel opens. */
function spoiltCells(bytes: Uint8Array, file: string, random: Random): Uint8Array {
  const book = read(bytes);
  const sheet = book.Sheets[book.SheetNames[0]];
  const cells = Object.keys(sheet).filter((key) => !key.startsWith('!'));
  const odd = ODD_CELLS.filter((text) => text.length < 1_000);
  for (let slips = random.int(1, 25); slips > 0; slips--) {
    const { r, c } = utils.decode_cell(random.pick(cells));
    const what = random.next();
    const key = utils.encode_cell({ r, c });
    if (what < 0.2) delete sheet[key];
    else if (what < 0.6) sheet[key] = { t: 's', v: random.pick(odd) };
    else if (what < 0.8) sheet[key] = { t: 'n', v: random.pick([0, -1, 1e15, 0.001, 45_000.5]) };
    else if (what < 0.9) sheet[key] = { t: 'e', v: 0x2a };
    else sheet[key] = { t: 'b', v: random.chance(0.5) };
  }
  const type = file.endsWith('.xls') ? 'biff8' : 'xlsx';
  const made: Buffer = write(book, { type: 'buffer', bookType: type });
  return made;
}

test('what is refused is said without a stack trace', async () => {
  writeFileSync(scratch('no-sense.csv'), 'id,at,payer\n1,2,3\n');
  const ended = await runQorgan(['scan', 'no-sense.csv', '--out', 'none'], { cwd: scratch() });
  expect(ended.code).toBe(2);
  expect(hasStack(ended)).toBe(false);
  expect(ended.stderr).toMatch(/^QRG_[A-Z_]+: /);
});
