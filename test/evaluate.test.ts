import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Evaluation } from '../src/learning/evaluation/evaluation.ts';
import { csvRows } from './fixtures/read-outputs.ts';
import { runQorgan } from './fixtures/run-qorgan.ts';
import { scratchFolder } from './fixtures/scratch-folder.ts';

const scratch = scratchFolder();
const HEADER = 'id,at,payer,payee,amount,currency,is_laundering,typology,alert_id';
const HOUR_MS = 3_600_000;
const START = Date.UTC(2026, 2, 2);

/** Forty payments of one shop's day, and a mule that twelve people pay and that passes all on; written backwards. */
function labelledFile(): string {
  const rows: string[] = [];
  const put = (k: number, payer: string, payee: string, amount: number, label: string): void => {
    const at = new Date(START + k * HOUR_MS).toISOString();
    rows.push(`t${rows.length},${at},${payer},${payee},${amount},KZT,${label}`);
  };
  for (let k = 0; k < 40; k++) put(k * 3, `P${k % 9}`, 'SHOP', 1000 + k, '0,,');
  for (let k = 0; k < 12; k++) put(60 + k / 8, `V${k}`, 'M', 150_000 + k * 7, '1,fan_in,7');
  put(62, 'M', 'X', 1_790_000, '1,fan_in,7');
  // A repeat of the last one, and the same id for another payment.
  rows.push(rows[rows.length - 1]);
  rows.push(rows[rows.length - 1].replace('M,X', 'P1,P2').replace(/1,fan_in,7$/, '0,,'));
  return [HEADER, ...rows.reverse()].join('\n');
}

function folder(name: string, text: string): string {
  mkdirSync(scratch(name, 'tmp'), { recursive: true });
  writeFileSync(scratch(name, 'l.csv'), text);
  return scratch(name);
}

const run = (cwd: string, ...args: string[]) =>
  runQorgan(['evaluate', 'l.csv', ...args], { cwd, env: { TMPDIR: `${cwd}/tmp` } });

test('what is judged is what a scan says, row by row, and nothing is left behind', async () => {
  const cwd = folder('one', labelledFile());
  const ended = await run(cwd, '--label', 'is_laundering', '--json', '--out', 'out');
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  const told: Evaluation = JSON.parse(ended.stdout);
  expect(JSON.parse(readFileSync(scratch('one', 'out', 'evaluation.json'), 'utf8'))).toEqual(told);
  expect(told.rows).toMatchObject({
    all: 54,
    judged: 54,
    positives: 13,
    inPatterns: 13,
    repeats: 1,
  });
  expect(readdirSync(scratch('one', 'tmp'))).toEqual([]);

  expect((await runQorgan(['scan', 'l.csv', '--out', 'scan'], { cwd })).code).toBe(0);
  const said = csvRows(scratch('one', 'scan', 'transfers.csv'));
  const confirmed = new Set(Array.from({ length: 13 }, (_, k) => `t${40 + k}`));
  for (const [view, column] of [
    ['arrival', 'verdict_at_arrival'],
    ['retrospect', 'verdict'],
  ] as const) {
    const alarms = said.filter((row) => row[column] !== 'allow');
    expect(told.transfers[view].alarms).toBe(alarms.length);
    // The row that only shares the id of the last payment comes second of the two.
    const ids = alarms.map((row) => row.id);
    expect(told.transfers[view].hits).toBe(
      new Set(ids.filter((id) => confirmed.has(id ?? ''))).size,
    );
  }
  expect(told.reach.patterns).toBe(1);
});

test('labels apart say the same as labels beside', async () => {
  const [header, ...rows] = labelledFile().split('\n');
  // An id that two payments share cannot be told apart by a file of ids.
  const [, ...told] = rows
    .filter((row) => !row.includes(',P1,P2,1790000'))
    .map((row) => row.split(','));
  const beside = folder('beside', [header, ...told.map((cells) => cells.join(','))].join('\n'));
  const apart = folder(
    'apart',
    ['id,at,payer,payee,amount,currency', ...told.map((c) => c.slice(0, 6).join(','))].join('\n'),
  );
  writeFileSync(
    scratch('apart', 'labels.csv'),
    ['id,is_laundering,typology,ring', ...told.map((c) => [c[0], ...c.slice(6)].join(','))].join(
      '\n',
    ),
  );
  const first = await run(beside, '--label', 'is_laundering', '--json');
  const second = await run(apart, '--labels', 'labels.csv', '--json');
  expect(second).toMatchObject({ code: 0, stderr: '' });
  const evaluation: Evaluation = JSON.parse(second.stdout);
  expect(evaluation).toEqual(JSON.parse(first.stdout));
  expect(evaluation.rows.inPatterns).toBeGreaterThan(0);
  const wrong = await run(apart, '--labels', 'labels.csv', '--typology', 'kind');
  expect(wrong.stderr).toContain('QRG_LABEL_COLUMN');
});

test('the held-out end is judged alone, in the words of the terminal', async () => {
  const cwd = folder('end', labelledFile());
  const ended = await run(cwd, '--label', 'is_laundering', '--from', '0.4', '--budget', '3');
  expect(ended.stdout).toMatch(/^Judged 33 transfers/);
  expect(ended.stdout).toContain('at 3 a day');
});

test.each([
  [['--label', 'nothing'], 'QRG_SCAN_NOTHING'],
  [['--label', 'payer'], 'QRG_LABEL_VALUE'],
  [['--label', 'is_laundering', '--from', '0.99'], 'QRG_LABEL_NONE'],
  [['--label', 'is_laundering', '--from', '1'], 'QRG_USAGE'],
  [['--label', 'is_laundering', '--pattern', 'ring'], 'QRG_SCAN_NOTHING'],
  [[], 'QRG_USAGE'],
])('evaluate l.csv %j is refused', async (args, code) => {
  const cwd = folder('wrong', labelledFile());
  const ended = await run(cwd, ...args);
  expect(ended).toMatchObject({ code: 2, stdout: '' });
  expect(ended.stderr).toMatch(new RegExp(`^${code}: `));
  expect(existsSync(scratch('wrong', 'out'))).toBe(false);
});
