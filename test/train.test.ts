import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ModelCard } from '../src/engine/model/file.ts';
import { type TrainOptions, train } from '../src/service/train/train.ts';
import { ANSWERS, csvText, labelledTown } from './fixtures/labelled-town.ts';
import { scratchFolder } from './fixtures/scratch-folder.ts';
import { SMALL_LIMITS } from './fixtures/small-limits.ts';

const scratch = scratchFolder();
let options: TrainOptions;
/** What was learnt with them, into `out`. */
let card: ModelCard;

beforeAll(async () => {
  const { header, rows } = await labelledTown(scratch('town'), { seed: 31, people: 120, days: 25 });
  writeFileSync(scratch('town.csv'), csvText(header, rows));
  options = {
    paths: [scratch('town.csv')],
    label: ANSWERS[0],
    out: scratch('model.json'),
    language: 'en',
    seed: 1,
    limits: SMALL_LIMITS,
  };
  ({ card } = await train(options));
});

const codeOf = async (change: Partial<TrainOptions>): Promise<string> =>
  train({ ...options, out: scratch('never.json'), ...change }).then(
    () => 'learnt',
    (error) => error.problem?.code ?? String(error),
  );

test('the same transfers and seed give the same bytes, another seed another model', async () => {
  const first = readFileSync(options.out, 'utf8');
  await train(options);
  expect(readFileSync(options.out, 'utf8')).toBe(first);
  await train({ ...options, seed: 2 });
  expect(readFileSync(options.out, 'utf8')).not.toBe(first);
  expect(card.positives).toBeGreaterThan(20);
  expect(card.figures['arrival.pr_auc']).toBeGreaterThan(0);
});

test('a transfer given twice is learnt from once, as a scan counts it', async () => {
  const [header = '', ...lines] = readFileSync(scratch('town.csv'), 'utf8').trimEnd().split('\n');
  writeFileSync(scratch('twice.csv'), [header, ...lines, ...lines.slice(-500), ''].join('\n'));
  const again = await train({
    ...options,
    paths: [scratch('twice.csv')],
    out: scratch('again.json'),
  });
  expect(again.card.transfers).toBe(card.transfers);
  expect(again.card.positives).toBe(card.positives);
});

describe('what cannot be learnt from is said, and no model appears', () => {
  test('labels that are no labels, none, too few, a column that is not there', async () => {
    expect(await codeOf({ label: 'channel' })).toBe('QRG_LABEL_VALUE');
    expect(await codeOf({ label: 'nowhere' })).toBe('QRG_LABEL_COLUMN');
    writeFileSync(scratch('few.csv'), 'id\nT0000000001\n');
    expect(await codeOf({ labels: scratch('few.csv') })).toBe('QRG_LABEL_FEW');
    writeFileSync(scratch('odd.csv'), 'name\nx\n');
    expect(await codeOf({ labels: scratch('odd.csv') })).toBe('QRG_LABEL_FILE');
    expect(await codeOf({ labels: scratch('not-there.csv') })).toBe('QRG_FILE_UNREADABLE');
    expect(existsSync(scratch('never.json'))).toBe(false);
  });

  test('a place that cannot be written, before anything is learnt', async () => {
    expect(await codeOf({ out: scratch('town.csv', 'model.json') })).toBe('QRG_OUT_NOT_A_FOLDER');
    expect(await codeOf({ out: scratch('town') })).toBe('QRG_OUT_NOT_WRITABLE');
  });

  test('nothing half-written is left', () => {
    expect(readdirSync(scratch('.')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

test('confirmed accounts label their transfers, but not their shopping', async () => {
  const [header = '', ...lines] = readFileSync(scratch('town.csv'), 'utf8').trimEnd().split('\n');
  const [payer, payee, channel] = ['payer', 'payee', 'channel'].map((name) =>
    header.split(',').indexOf(name),
  ) as [number, number, number];
  const cells = lines.map((line) => line.split(','));
  const counts = new Map<string, number>();
  for (const row of cells)
    if (row[channel] === 'transfer') counts.set(row[payer], (counts.get(row[payer]) ?? 0) + 1);
  const [account] = [...counts].sort((a, b) => b[1] - a[1])[0];
  writeFileSync(scratch('accounts.csv'), `account\n${account}\n`);
  const { positives } = (await train({ ...options, labels: scratch('accounts.csv') })).card;
  const of = cells.filter((row) => row[payer] === account || row[payee] === account);
  expect(positives).toBeGreaterThanOrEqual(counts.get(account) ?? 0);
  expect(positives).toBeLessThanOrEqual(of.length);
});
