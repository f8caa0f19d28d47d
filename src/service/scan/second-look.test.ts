import { expect, test } from 'vitest';
import { scratchFolder } from '../../../test/fixtures/scratch-folder.ts';
import { AccountTable } from '../../domain/account.ts';
import { localDayStart } from '../../domain/local-day.ts';
import { createRandom } from '../../domain/random.ts';
import { channelCode, type TransferBatch } from '../../domain/transfer.ts';
import { Engine, type EngineOptions } from '../../engine/engine.ts';
import { isHub } from '../../engine/hubs.ts';
import { Mirror } from '../../engine/mirror.ts';
import { randomModel } from '../../engine/model/forest.fixture.ts';
import { marginOf, sigmoid } from '../../engine/model/forest.ts';
import { scoreOf } from '../../engine/model/learned.ts';
import { loadRuleset } from '../ruleset.ts';
import { Folding } from './fold-journal.ts';
import { Journal } from './journal.ts';
import { SecondLook } from './second-look.ts';
import { VerdictLog } from './verdict-log.ts';

const scratch = scratchFolder();
const CASH = [channelCode('cash_in'), channelCode('cash_out')];
const HALF_LIFE_SEC = 14 * 86_400;

interface Row {
  readonly id: string;
  readonly at: number;
  readonly payer: number;
  readonly payee: number;
  readonly amountMinor: number;
  readonly channel: number;
}

test.each([
  ['exact', 11],
  ['day', 12],
] as const)('a slow look back in memory gives the same scores: %s clock', async (clock, seed) => {
  const rows = randomRows(seed);
  const ruleset = await loadRuleset();
  const model = randomModel(seed);
  const options: EngineOptions = {
    ruleset,
    clock,
    currency: 'KZT',
    thresholdsMinor: ruleset.thresholdsMinor,
    allFeatures: true,
  };
  const accounts = new AccountTable();
  for (const { payer, payee } of rows)
    for (const account of [payer, payee]) accounts.intern(`a${account}`);
  accounts.learn(3, { ownerKind: 'person', openedAt: rows[50].at, incomeMonthMinor: 9_000_000 });
  const scores = await looked(`${clock}`, rows, { ...options, model }, accounts);
  expect([...scores]).toEqual(slowLook(rows, options, model.lookBack, accounts));
  expect(new Set(scores).size).toBeGreaterThan(100);
});

async function looked(
  name: string,
  rows: readonly Row[],
  options: EngineOptions,
  accounts: AccountTable,
): Promise<Float32Array> {
  if (options.model === undefined) throw new Error('a look back needs a model');
  const journal = await Journal.create(scratch(`${name}-journal`));
  const log = await VerdictLog.create(scratch(`${name}-log`));
  const files = {
    scratch: (file: string) => scratch(`${name}-${file}`),
    keep: <T>(file: T) => file,
  };
  const look = await SecondLook.create(options.model.lookBack, options, files, 'look');
  const folding = new Folding(options, log, accounts, [], look);
  const cut = Math.floor(rows.length * 0.6);
  for (const part of [rows.slice(0, cut), rows.slice(cut)]) {
    const batch = batchOf(part);
    await journal.append(batch);
    await folding.fold(batch);
  }
  const scores = await look.judge(journal, log, folding.engine, accounts);
  await Promise.all([journal.close(), log.close()]);
  return scores;
}

/** Everything at hand at once, and no coding of numbers. */
function slowLook(
  rows: readonly Row[],
  options: EngineOptions,
  { first, second, score }: ReturnType<typeof randomModel>['lookBack'],
  accounts: AccountTable,
): number[] {
  const once = rows.filter(({ id }, i) => rows.findIndex((row) => row.id === id) === i);
  const time = (at: number): number => (options.clock === 'day' ? localDayStart(at) : at);
  const engine = new Engine(options);
  for (const [account, facts] of accounts.facts) engine.learn(account, facts);
  const ahead = once.map((r) => {
    engine.step(r.at, r.payer, r.payee, r.amountMinor, r.channel, 0, 0);
    return Float64Array.from(engine.features);
  });
  const mirror = new Mirror(options, accounts.facts);
  const ledger = engine.ledger.accounts;
  for (let a = 0; a < ledger.size; a++) if (isHub(ledger, a)) mirror.hub(a);
  const behind = once
    .toReversed()
    .map((r) => Float64Array.from(mirror.look(r.at, r.payer, r.payee, r.amountMinor, r.channel, 0)))
    .toReversed();
  const seen = once.map((_, i) => Float64Array.of(...ahead[i], ...behind[i]));
  const margins = seen.map((x) => marginOf(first, x));
  const told = once.map((r, i) => ({ ...r, at: time(r.at), chance: sigmoid(margins[i]) }));
  const later = told.map((r) => ({ ...r, payer: r.payee, payee: r.payer, at: -r.at })).toReversed();
  return told.map((r, i) => {
    const n = told.length - 1 - i;
    const x = Float64Array.of(
      ...seen[i],
      margins[i],
      ...[r.payer, r.payee].flatMap((a) => heardOf(told.slice(0, i), a, r.at)),
      ...[r.payee, r.payer].flatMap((a) => heardOf(later.slice(0, n), a, -r.at)),
    );
    return Math.fround(Math.round(scoreOf(marginOf(second, x), score) * 100) / 100);
  });
}

/** What is remembered of `account` by the time `at`: sums and greatest of what came and what left, faded. */
function heardOf(
  before: readonly { at: number; payer: number; payee: number; chance: number }[],
  account: number,
  at: number,
): [number, number, number, number] {
  const faded = (side: 'payer' | 'payee'): number[] =>
    before
      .filter((r) => r[side] === account)
      .map((r) => r.chance * 2 ** (-(at - r.at) / 1000 / HALF_LIFE_SEC));
  const [came, left] = [faded('payee'), faded('payer')];
  const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0);
  return [sum(came), sum(left), Math.max(0, ...came), Math.max(0, ...left)];
}

/** A small town in which many meet again; every twentieth row is told twice. */
function randomRows(seed: number): Row[] {
  const random = createRandom(seed);
  const rows: Row[] = [];
  let at = Date.UTC(2025, 2, 1);
  for (let i = 0; i < 400; i++) {
    at += random.int(0, 3 * 3_600) * 1000;
    const payer = random.int(0, 14);
    rows.push({
      id: `t${i}`,
      at,
      payer,
      payee: (payer + random.int(1, 14)) % 15,
      amountMinor: random.int(1, 400) * 50_000,
      channel: random.chance(0.15) ? random.pick(CASH) : 0,
    });
    if (i % 20 === 19) rows.push(rows[random.int(Math.max(0, rows.length - 150), rows.length - 1)]);
  }
  // Repeats stand where they are read: their times must not run backwards.
  return rows.map((row, i) => ({ ...row, at: Math.max(...rows.slice(0, i + 1).map((r) => r.at)) }));
}

function batchOf(rows: readonly Row[]): TransferBatch {
  const n = rows.length;
  let end = 0;
  return {
    count: n,
    at: Float64Array.from(rows, (r) => r.at),
    payer: Uint32Array.from(rows, (r) => r.payer),
    payee: Uint32Array.from(rows, (r) => r.payee),
    amountMinor: Float64Array.from(rows, (r) => r.amountMinor),
    channel: Uint8Array.from(rows, (r) => r.channel),
    purpose: new Uint8Array(n),
    device: new Uint32Array(n),
    idBytes: new TextEncoder().encode(rows.map((r) => r.id).join('')),
    idEnd: Uint32Array.from(rows, (r) => (end += r.id.length)),
    file: new Uint32Array(n),
    line: new Float64Array(n),
  };
}
