import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { generateModel, HOSTILE, hostileModel, SMALL } from '../../test/fixtures/report-model.ts';
import {
  ACCOUNTS_HEADER,
  accountLine,
  accountsCsv,
  gapsCsv,
  networksJson,
  rejectLine,
  strongestRules,
} from './csv.ts';

const read = (csv: string): string[][] => Papa.parse<string[]>(csv, { skipEmptyLines: true }).data;

test('accounts.csv has its promised columns and one line an account', () => {
  const model = generateModel(SMALL);
  const [header, ...rows] = read(accountsCsv(model));
  expect(header).toEqual([
    'account',
    'score',
    'role',
    'network',
    'in_minor',
    'out_minor',
    'held_ms_median',
    'top_signals',
  ]);
  expect(rows).toHaveLength(model.accounts.length);
  for (const [i, row] of rows.entries()) {
    const account = model.accounts[i];
    expect(row.slice(0, 7)).toEqual([
      account.account,
      String(account.score),
      account.role,
      account.network,
      String(account.inMinor),
      String(account.outMinor),
      account.heldMsMedian === null ? '' : String(account.heldMsMedian),
    ]);
  }
});

/** RFC 4180 says what parts cells: a reader that guesses takes an account called ';;' for a hint. */
const COMMA = { delimiter: ',' };

test('an account is written as the input names it, whatever it is called', () => {
  const plain = {
    score: 1,
    role: 'none',
    network: '',
    inMinor: 0,
    outMinor: 0,
    heldMsMedian: null,
  } as const;
  fc.assert(
    fc.property(
      fc.oneof(fc.constantFrom('-1', '=1+1', '@x', '+7', ';;', ...HOSTILE), fc.string()),
      (name) => {
        const csv = ACCOUNTS_HEADER + accountLine({ account: name, ...plain, rules: ['a', 'b'] });
        const [, row] = Papa.parse<string[]>(csv, COMMA).data;
        // papaparse takes a lone CR for a line end unless quoted: the quoting is what is under test
        expect(row[0]).toBe(name);
        expect(row.at(-1)).toBe('a;b');
      },
    ),
  );
});

test('the strongest rules come first, each once, at most three in the file', () => {
  const signal = (rule: string, points: number) => ({
    rule,
    points,
    typology: 't',
    at: 0,
    text: { ru: '', kk: '', en: '' },
  });
  const signals = [
    signal('weak', 3),
    signal('b', 20),
    signal('a', 20),
    signal('weak', 50),
    signal('z', 1),
  ];
  expect(strongestRules({ signals })).toEqual(['weak', 'a', 'b', 'z']);
  const base = { account: 'x', score: 1, role: 'none', network: '' } as const;
  const rules = strongestRules({ signals });
  expect(accountLine({ ...base, inMinor: 1, outMinor: 2, heldMsMedian: 3, rules })).toBe(
    'x,1,none,,1,2,3,weak;a;b\n',
  );
});

test('gaps.csv gives times in UTC, and days alone where the input has no clock', () => {
  const exact = generateModel(SMALL);
  const rows = read(gapsCsv(exact, 'ru'));
  expect(rows[0]).toEqual(['account', 'institution', 'from', 'to', 'amount_minor', 'request']);
  expect(rows[1][2]).toBe(new Date(exact.gaps[0].from).toISOString());
  expect(rows[1][5]).toBe(exact.gaps[0].request.ru);
  const [, day] = read(gapsCsv({ ...exact, clock: 'day' }, 'kk'));
  expect(day[2]).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(day[5]).toBe(exact.gaps[0].request.kk);
});

test('a message with quotes, commas and line ends is one cell', () => {
  const message = 'bad "sum", here:\r\n"1,2"';
  const csv = rejectLine({
    file: 'a,b.csv',
    line: 7,
    code: 'QRG_ROW_AMOUNT',
    args: { value: '' },
    message,
  });
  expect(read(csv)).toEqual([['a,b.csv', '7', 'QRG_ROW_AMOUNT', message]]);
});

test('networks.json is JSON of every network in rank order', () => {
  for (const model of [generateModel(SMALL), hostileModel()]) {
    const read = JSON.parse(networksJson(model));
    expect(read.networks).toEqual(model.networks);
    expect(read.currency).toBe(model.currency);
  }
});
