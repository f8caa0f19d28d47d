// Transfers a second of the engine judging with a model, beside the same engine judging by rules alone; one core.
// The model is learnt here, on another simulated town. usage: node bench/live-model.ts [--short]

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createVerdictBatch, Engine, type EngineOptions } from '../src/engine/engine.ts';
import { loadModel } from '../src/service/model.ts';
import { loadRuleset } from '../src/service/ruleset.ts';
import { train } from '../src/service/train/train.ts';
import { simulate } from '../src/sim/simulate.ts';
import { writeWorld } from '../src/sim/write.ts';
import { demand, medianCpu, rateLine, SHORT, takeTurns, timed, title } from './measure.ts';
import { BATCH_ROWS, batchesOf, town } from './town.ts';

const PEOPLE = SHORT ? 2_000 : 10_000;
const DAYS = SHORT ? 20 : 60;
const LEARNT = { seed: 77, people: SHORT ? 600 : 2_000, days: SHORT ? 30 : 60 };
const ROUNDS = 3;
/** What a model may cost: twice the time of the rules. */
const SLOWER_MOST = 2;

const ruleset = await loadRuleset();
const { model } = await learnt();
const batches = [...batchesOf(town(PEOPLE, DAYS))];
const rows = batches.reduce((sum, b) => sum + b.count, 0);
title(`engine with a model: ${rows} transfers of a simulated town, ${PEOPLE} people, ${DAYS} days`);
const trees = model.arrival.first.roots.length + model.arrival.second.roots.length;
console.log(`  ${trees} trees in two stages, ${model.arrival.uses.length} features asked`);
const options: EngineOptions = {
  ruleset,
  clock: 'exact',
  currency: 'KZT',
  thresholdsMinor: ruleset.thresholdsMinor,
};
fold({ ...options, model });
const runs = await takeTurns(
  [
    { name: 'with the model, everything', run: () => timed(() => fold({ ...options, model })) },
    { name: 'rules alone, everything', run: () => timed(() => fold(options)) },
  ],
  ROUNDS,
);
for (const [name, measured] of runs) console.log(rateLine(name, rows, measured));
const [withModel, alone] = [...runs.values()].map(medianCpu);
demand('time with the model / by rules alone', withModel / alone, 'at most', SLOWER_MOST);

function fold(judging: EngineOptions): void {
  const engine = new Engine(judging);
  const out = createVerdictBatch(BATCH_ROWS);
  for (const batch of batches) engine.fold(batch, out);
}

async function learnt() {
  const dir = mkdtempSync(join(tmpdir(), 'qorgan-live-model-'));
  try {
    await writeWorld(simulate(LEARNT), dir);
    const out = join(dir, 'model.json');
    await train({
      paths: [join(dir, 'transfers.csv')],
      language: 'en',
      label: 'is_laundering',
      labels: join(dir, 'labels.csv'),
      out,
      seed: 1,
    });
    return await loadModel(out);
  } finally {
    rmSync(dir, { recursive: true });
  }
}
