import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils, type WorkBook } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SIM_BANKS } from '../banks.ts';
import { DAY_MS } from '../calendar.ts';
import type { SimWorld } from '../model.ts';
import { simulate } from '../simulate.ts';
import { type CaseFolder, caseFolder } from './case-folder.ts';
import { type Statement, type StatementRow, statementsOf } from './statement.ts';
import { statementFile } from './write-statements.ts';

type Grid = (string | number | null)[][];

let world: SimWorld;
/** One lively statement of each bank. */
let statements: Statement[];
beforeAll(() => {
  world = simulate({ seed: 12, days: 30, people: 800 });
  statements = statementsOf(
    world,
    SIM_BANKS.map((_, bank) => livelyAccount(bank)),
  );
});

/** A card that was recruited or a trader: both receive and pay; else anybody's. */
function livelyAccount(bank: number): number {
  const at = (fits: (i: number) => boolean) =>
    world.accounts.findIndex((a, i) => a.bank === bank && !world.hubs.has(i) && fits(i));
  const trader = at((i) => world.truth[i].lookalike === 'small_trader');
  return trader >= 0 ? trader : at((i) => world.truth[i].lookalike === 'payday' || i > 500);
}

function bookOf(short: string): { book: WorkBook; grid: Grid; statement: Statement } {
  const statement = statements[SIM_BANKS.findIndex((bank) => bank.short === short)];
  const { bytes } = statementFile(statement);
  const book = read(bytes);
  const grid: Grid = utils.sheet_to_json(book.Sheets[book.SheetNames[0]], {
    header: 1,
    raw: true,
    defval: null,
    blankrows: true,
  });
  return { book, grid, statement };
}

/** What each bank's data rows must say, by column, of the row of the world. */
interface Positions {
  readonly first: number;
  readonly columns: number;
  readonly payer: number;
  readonly payee: number;
  readonly at: (cell: unknown) => number;
  readonly sum: (cells: Grid[number]) => number;
}

const dotted = (cell: unknown): number => {
  const match = /^(\d\d)\.(\d\d)\.(\d{4}) (\d\d):(\d\d):(\d\d)$/.exec(String(cell));
  if (match === null) throw new Error(`no dotted moment: ${cell}`);
  const [day, month, year, hour, minute, second] = match.slice(1).map(Number);
  return Date.UTC(year, month - 1, day, hour - 5, minute, second);
};
const yearFirst = (cell: unknown): number => {
  const match = /^(\d{4})\.(\d\d)\.(\d\d) (\d\d:\d\d:\d\d)$/.exec(String(cell));
  if (match === null) throw new Error(`no year-first moment: ${cell}`);
  return Date.parse(`${match[1]}-${match[2]}-${match[3]}T${match[4]}+05:00`);
};
const serial = (cell: unknown): number =>
  Math.round((Number(cell) - 25_569) * 86_400) * 1000 - 5 * 3_600_000;
const text = (cell: unknown): number => {
  if (typeof cell !== 'string') throw new Error(`no text: ${cell}`);
  return Math.round(Number(cell.replace(/[\s\u00a0]/g, '').replace(',', '.')) * 100);
};
const number = (cell: unknown): number => {
  if (typeof cell !== 'number') throw new Error(`no number: ${cell}`);
  return Math.round(cell * 100);
};

const POSITIONS: Readonly<Record<string, Positions>> = {
  kaspi: { first: 13, columns: 17, payer: 5, payee: 10, at: dotted, sum: (c) => text(c[3]) },
  halyk: {
    first: 9,
    columns: 19,
    payer: 7,
    payee: 12,
    at: dotted,
    sum: (c) => number(c[4]) - number(c[5]),
  },
  freedom: { first: 2, columns: 17, payer: 6, payee: 11, at: serial, sum: (c) => number(c[4]) },
  vtb: { first: 1, columns: 18, payer: 6, payee: 11, at: yearFirst, sum: (c) => number(c[4]) },
  homecredit: { first: 2, columns: 18, payer: 6, payee: 11, at: serial, sum: (c) => number(c[5]) },
  forte: { first: 3, columns: 18, payer: 6, payee: 11, at: dotted, sum: (c) => text(c[5]) },
};

describe.each(Object.entries(POSITIONS))('%s', (short, positions) => {
  test('every row stands where the layout says, nothing lost, nothing added', () => {
    const { grid, statement } = bookOf(short);
    expect(statement.rows.length).toBeGreaterThan(5);
    const data = grid.slice(positions.first);
    const totals = short === 'halyk' ? 1 : 0;
    expect(data.length).toBe(statement.rows.length + totals);
    expect(Math.max(...grid.map((cells) => cells.length))).toBe(positions.columns);
    statement.rows.forEach((row, i) => {
      const cells = data[i];
      expect(positions.at(cells[0])).toBe(row.at);
      expect(Math.abs(positions.sum(cells))).toBe(row.amountMinor);
      expectSide(cells, positions.payer, row, 'payer', short);
      expectSide(cells, positions.payee, row, 'payee', short);
    });
  });
});

function expectSide(
  cells: Grid[number],
  from: number,
  row: StatementRow,
  end: 'payer' | 'payee',
  short: string,
): void {
  const side = row[end];
  expect(cells[from]).toBe(side.name);
  expect(String(cells[from + 1]).padStart(12, '0')).toBe(side.id);
  expect(cells[from + 3]).toBe(side.bank);
  const cashDesk = row.channel === (end === 'payer' ? 'cash_in' : 'cash_out');
  if (short === 'kaspi' && cashDesk) expect(cells[from + 4]).toBeNull();
  else expect(cells[from + 4]).toBe(side.account);
}

describe('what is peculiar to a bank', () => {
  test('Kaspi: ten rows about the account, merged two-row header, row of numbers, kinds with direction', () => {
    const { book, grid, statement } = bookOf('kaspi');
    expect(book.SheetNames[0]).toMatch(/kaspi/);
    expect(grid[4].slice(0, 2)).toEqual(['Счет:', statement.account]);
    expect(grid[6][1]).toBe('c 01/03/2026 по 30/03/2026');
    expect(grid[7][1]).toMatch(/^\d+\.\d\d вал \d+\.\d\d нац$/);
    expect([grid[10][5], grid[10][10]]).toEqual(['Плательщик', 'Получатель']);
    expect([grid[11][5], grid[11][14]]).toEqual(['Наименование/ФИО', 'Номер счета']);
    expect(grid[12]).toEqual(Array.from({ length: 17 }, (_, i) => i + 1));
    expect(book.Sheets[book.SheetNames[0]]['!merges']).toHaveLength(9);
    statement.rows.forEach((row, i) => {
      expect(/дебет|исх/.test(String(grid[13 + i][2]))).toBe(row.out);
    });
  });

  test('Halyk: credit and debit apart, opening and closing balance agree with the rows', () => {
    const { grid, statement } = bookOf('halyk');
    expect([grid[8][4], grid[8][5]]).toEqual([
      'Сумма в валюте ее проведения по кредиту',
      'Сумма в валюте ее проведения по дебету',
    ]);
    statement.rows.forEach((row, i) => {
      expect(Number(grid[9 + i][row.out ? 4 : 5])).toBe(0);
    });
    const totals = grid[grid.length - 1];
    const turnover = Math.round(Number(totals[4]) * 100) - Math.round(Number(totals[5]) * 100);
    expect(number(grid[6][1]) + turnover).toBe(number(grid[7][1]));
  });

  test('Freedom: old Excel, sheet named by account and currency, no purpose column, IIN a number', () => {
    const { book, grid, statement } = bookOf('freedom');
    const { file, bytes } = statementFile(statement);
    expect(file.endsWith('.xls')).toBe(true);
    expect([...bytes.subarray(0, 4)]).toEqual([0xd0, 0xcf, 0x11, 0xe0]);
    expect(book.SheetNames).toEqual([`${statement.account}KZT`]);
    expect(grid[0].every((cell) => cell === null)).toBe(true);
    expect(grid[1][16]).toBe('Код назначения платежа');
    expect(typeof grid[2][16]).toBe('string');
    expect(typeof grid[2][7]).toBe('number');
  });

  test('VTB: its own spelling, kinds by number, minus for what goes out', () => {
    const { grid, statement } = bookOf('vtb');
    expect([grid[0][2], grid[0][8], grid[0][13]]).toEqual([
      'Вид операции (КД)',
      'Резиденство плательщика',
      'Резиденство получателя',
    ]);
    statement.rows.forEach((row, i) => {
      const cells = grid[1 + i];
      expect(cells[1]).toBe('KZT - Тенге');
      expect(Number(cells[4]) < 0).toBe(row.out);
      expect(cells[2]).toMatch(row.out ? /исходящие$/ : /входящие$/);
    });
  });

  test('the official form: number row under the header, no direction', () => {
    expect(bookOf('homecredit').grid[1]).toEqual(Array.from({ length: 18 }, (_, i) => i + 1));
    const { grid } = bookOf('forte');
    expect(grid[1][17]).toBe('Назначение платежа');
    expect(grid[2]).toEqual(Array.from({ length: 18 }, (_, i) => i + 1));
  });
});

test('balances never fall below nothing and end where the statement says', () => {
  for (const { rows, openingMinor, closingMinor } of statements) {
    let balance = openingMinor;
    for (const row of rows) {
      balance += row.out ? -row.amountMinor : row.amountMinor;
      expect(balance).toBeGreaterThanOrEqual(0);
    }
    expect(balance).toBe(closingMinor);
  }
});

test('two banks post one transfer within 90 seconds of each other', () => {
  const all = statementsOf(
    world,
    world.accounts.map((_, i) => i),
  );
  const seen = new Map<number, number>();
  let apart = 0;
  let pairs = 0;
  for (const { rows } of all)
    for (const row of rows) {
      const other = seen.get(row.transfer);
      seen.set(row.transfer, row.at);
      if (other === undefined) continue;
      pairs++;
      const gap = Math.abs(other - row.at);
      expect(gap).toBeLessThanOrEqual(90_000);
      if (gap > 0) apart++;
    }
  expect(pairs).toBeGreaterThan(10_000);
  expect(apart / pairs).toBeGreaterThan(0.5);
});

describe('the case folder', () => {
  let dir: string;
  let made: CaseFolder;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'qorgan-case-'));
    made = await caseFolder(world, dir, { seed: 1 });
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));

  test('holds five banks, leaves the sixth out, and money went there', () => {
    const banks = new Set(made.files.map(({ account }) => world.accounts[account].bank));
    expect(banks.size).toBe(5);
    expect(banks.has(made.missingBank)).toBe(false);
    expect(made.missing.length).toBeGreaterThan(0);
    expect(made.members.length).toBeGreaterThan(2);
    const missing = new Set(made.missing);
    const members = new Set(made.members);
    let reached = 0;
    for (const day of world.days())
      for (let i = 0; i < day.count; i++)
        if (members.has(day.payer[i]) && missing.has(day.payee[i])) reached += day.amountMinor[i];
    expect(reached).toBeGreaterThan(0);
  });

  test('is on disk as told, whole but for the damaged file', async () => {
    const names = [...made.files.map(({ file }) => file), made.damagedFile, made.unknownFile];
    expect((await readdir(dir)).sort()).toEqual(names.sort());
    for (const { file } of made.files)
      expect(read(await readFile(join(dir, file))).SheetNames).toHaveLength(1);
    const damaged = await readFile(join(dir, made.damagedFile));
    expect(() => read(damaged)).toThrow();
    expect(read(await readFile(join(dir, made.unknownFile))).SheetNames).toEqual(['TDSheet']);
  });

  test('is the same to the byte when made again', async () => {
    const again = await mkdtemp(join(tmpdir(), 'qorgan-case-'));
    try {
      await caseFolder(simulate(world.options), again, { seed: 1 });
      for (const name of await readdir(dir))
        expect((await readFile(join(again, name))).equals(await readFile(join(dir, name)))).toBe(
          true,
        );
    } finally {
      await rm(again, { recursive: true, force: true });
    }
  });

  test('covers the whole period and no more', () => {
    for (const { rows, from, to } of statements)
      for (const { at } of rows) {
        expect(at).toBeGreaterThanOrEqual(from);
        expect(at).toBeLessThan(to + DAY_MS + 90_000);
      }
  });
});
