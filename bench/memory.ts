// Bytes the engine keeps per account. usage: node bench/memory.ts [--short]

import { existsSync } from 'node:fs';
import { AccountTable } from '../src/domain/account.ts';
import type { TransferBatch } from '../src/domain/transfer.ts';
import { createVerdictBatch, Engine } from '../src/engine/engine.ts';
import { openSource } from '../src/intake/open.ts';
import { loadRuleset } from '../src/service/ruleset.ts';
import { demand, SHORT, title } from './measure.ts';
import { BATCH_ROWS, batchesOf, town } from './town.ts';

const PEOPLE = SHORT ? 2_000 : 20_000;
const DAYS = 60;
const LIMIT_BYTES = 2_048;
const SHARED = ['amlsim-s0', 'amlsim-s1', 'amlgentex-s1', 'tide-s42'];

const ruleset = await loadRuleset();
title('memory: bytes per account (record, windows, lots, counterparties)');
const p99 = report(`town, ${PEOPLE} people, ${DAYS} days`, fold(batchesOf(town(PEOPLE, DAYS))));
for (const name of SHORT ? [] : SHARED) {
  const path = `../shared/data/transfers/${name}/transactions.csv.gz`;
  if (existsSync(path)) report(name, fold(await read(path)));
  else console.log(`  skipped ${name}: ${path} is absent`);
}
demand('bytes per account of the town, 99th percentile', p99, 'at most', LIMIT_BYTES);

function fold(batches: Iterable<TransferBatch>): Engine {
  const engine = new Engine({
    ruleset,
    clock: 'exact',
    currency: 'KZT',
    thresholdsMinor: ruleset.thresholdsMinor,
  });
  let out = createVerdictBatch(BATCH_ROWS);
  for (const batch of batches) {
    if (batch.count > out.score.length) out = createVerdictBatch(batch.count);
    engine.fold(batch, out);
  }
  return engine;
}

async function read(path: string): Promise<TransferBatch[]> {
  const opened = await openSource(path, { name: 'bench', file: 0 });
  if (!opened.ok) throw new Error(opened.problem.code);
  const context = {
    accounts: new AccountTable(),
    language: 'en' as const,
    reject() {},
    advanced() {},
  };
  const batches: TransferBatch[] = [];
  for await (const batch of opened.value.read(context)) batches.push(batch);
  return batches;
}

/** Prints the spread and returns the 99th percentile. */
function report(name: string, { ledger }: Engine): number {
  const { size } = ledger.accounts;
  const bytes = Array.from({ length: size }, (_, account) => ledger.bytesOf(account));
  bytes.sort((a, b) => a - b);
  const at = (share: number): number => bytes[Math.floor((size - 1) * share)];
  console.log(
    `  ${name.padEnd(28)} ${size} accounts: half ${at(0.5)}, 90 % ${at(0.9)}, 99 % ${at(0.99)}, most ${at(1)}`,
  );
  return at(0.99);
}
