// Transfers a second of the whole engine on one core, beside DuckDB computing the windows alone and beside
// an empty loop over the same memory. usage: node bench/engine.ts [--short]

import type { TransferBatch } from '../src/domain/transfer.ts';
import { createVerdictBatch, Engine } from '../src/engine/engine.ts';
import type { Ruleset } from '../src/engine/rules/ruleset.ts';
import { loadRuleset } from '../src/service/ruleset.ts';
import { demand, medianCpu, rateLine, SHORT, takeTurns, timed, title } from './measure.ts';
import { touchMemory } from './touch-memory.ts';
import { BATCH_ROWS, batchesOf, town } from './town.ts';
import { WindowsInSql } from './windows-in-sql.ts';

const PEOPLE = SHORT ? 3_000 : 10_000;
const DAYS = SHORT ? 20 : 60;
const ROUNDS = 3;

const ruleset = await loadRuleset();
const batches = [...batchesOf(town(PEOPLE, DAYS))];
const rows = batches.reduce((sum, b) => sum + b.count, 0);
title(`engine: ${rows} transfers of a simulated town, ${PEOPLE} people, ${DAYS} days, one core`);

const sql = await WindowsInSql.over(batches);
let last = fold(ruleset, batches);
const runs = await takeTurns(
  [
    {
      name: 'qorgan, everything',
      run: () =>
        timed(() => {
          last = fold(ruleset, batches);
        }),
    },
    { name: 'DuckDB, the windows in SQL, 1 thread', run: () => sql.run() },
    { name: 'empty loop over the same memory', run: () => timed(() => touchMemory(last, batches)) },
  ],
  ROUNDS,
);
sql.close();
for (const [name, measured] of runs) console.log(rateLine(name, rows, measured));
const [ours, theirs, floor] = [...runs.values()].map(medianCpu);
console.log(`  the empty loop takes ${((100 * floor) / ours).toFixed(0)} % of the engine's time`);
demand('speed of DuckDB (goal 3)', theirs / ours, 'at least', 1);

function fold(rules: Ruleset, input: readonly TransferBatch[]): Engine {
  const engine = new Engine({
    ruleset: rules,
    clock: 'exact',
    currency: 'KZT',
    thresholdsMinor: rules.thresholdsMinor,
  });
  const out = createVerdictBatch(BATCH_ROWS);
  for (const batch of input) engine.fold(batch, out);
  return engine;
}
