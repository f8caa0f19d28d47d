// What we learn beside XGBoost, on the same features and the same rows, judged on the last 20 %. One forest each: learnt on
// the first 60 %, threshold and number of trees chosen on the next 20 %. And both of our stages, as `qorgan train` learns
// them from the same 80 %, which are their own judge. CPU seconds of one thread each; means of several seeds,
// for one seed differs from the next by more than the trainers do.
// usage: node scripts/run.mjs bench/xgboost.ts [--sets …] [--seeds 3]     PYTHON names an interpreter that has xgboost (Debian: python3-xgboost)

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createRandom } from '../src/domain/random.ts';
import { type Forest, marginOf } from '../src/engine/model/forest.ts';
import { addMargins, boost, layFlat } from '../src/learning/boost.ts';
import { CodeBlock, Matrix } from '../src/learning/matrix.ts';
import { averagePrecision, bestPoint, pointFrom } from '../src/learning/metrics.ts';
import { valueOfCode } from '../src/learning/rank-code.ts';
import { reviewMarginOf } from '../src/learning/stages.ts';
import { judgeTwoStage, learnTwoStage } from '../src/learning/two-stage.ts';
import { LEARN_OPTIONS } from '../src/service/train/limits.ts';
import { observeForwards } from '../src/service/train/observe.ts';
import { firstRows, passageOf, type Rows, readSet, SETS } from './learning/rows.ts';
import { cpuSeconds, machine } from './measure.ts';

const { values } = parseArgs({
  options: {
    sets: { type: 'string', default: SETS.join(',') },
    seeds: { type: 'string', default: '3' },
  },
});
const seeds = Array.from({ length: Number(values.seeds) }, (_, i) => i + 1);
const PYTHON = process.env.PYTHON ?? '/usr/bin/python3';
const LEARN_SHARE = 0.6;
const CHOOSE_SHARE = 0.8;
const PATIENCE = 40;
/** Vectors scored, and how often, to measure a rate. */
const RATE_ROWS = 4096;
const RATE_ROUNDS = 10;

interface Outcome {
  readonly f1: number;
  readonly area: number;
  readonly trees: number;
  readonly seconds: number;
  /** Rows scored a second of CPU. */
  readonly rate: number;
}

console.log(machine());
console.log('| set | trees of | F1 | PR area | trees | CPU s to learn | rows scored / s of CPU |');
console.log('| --- | --- | --- | --- | --- | --- | --- |');
let worst = { one: Number.NEGATIVE_INFINITY, both: Number.NEGATIVE_INFINITY };
for (const name of values.sets.split(',')) {
  const set = await readSet(name);
  if (set === undefined) continue;
  const { block } = observeForwards(set.rows, set.engine);
  const ours = mean(seeds.map((seed) => own(set, block, seed)));
  print(name, 'Qorgan, one forest', ours);
  const theirs = xgboost(set, block);
  if (theirs === undefined) continue;
  print(name, 'XGBoost', theirs);
  const both = mean(seeds.map((seed) => bothStages(set, block, seed)));
  print(name, 'Qorgan, both stages', both);
  worst = {
    one: Math.max(worst.one, theirs.f1 - ours.f1),
    both: Math.max(worst.both, theirs.f1 - both.f1),
  };
}
console.log(
  `Most that XGBoost's mean F1 lies above ours: one forest ${worst.one.toFixed(3)}, both stages ${worst.both.toFixed(3)}`,
);

function mean(outcomes: readonly Outcome[]): Outcome {
  const of = (part: keyof Outcome): number =>
    outcomes.reduce((sum, outcome) => sum + outcome[part], 0) / outcomes.length;
  return {
    f1: of('f1'),
    area: of('area'),
    trees: Math.round(of('trees')),
    seconds: of('seconds'),
    rate: of('rate'),
  };
}

function print(set: string, whose: string, { f1, area, trees, seconds, rate }: Outcome): void {
  const cells = [f1.toFixed(3), area.toFixed(3), trees, seconds.toFixed(1), Math.round(rate)];
  console.log(`| ${set} | ${whose} | ${cells.join(' | ')} |`);
}

function own({ rows }: Rows, block: CodeBlock, seed: number): Outcome {
  const learn = Math.floor(rows.count * LEARN_SHARE);
  const choose = Math.floor(rows.count * CHOOSE_SHARE);
  const matrix = new Matrix([block]);
  const random = createRandom(seed);
  const share = Math.min(1, LEARN_OPTIONS.arrival.negatives / learn);
  const picked: number[] = [];
  for (let i = 0; i < learn; i++) if (rows.label[i] === 1 || random.next() < share) picked.push(i);
  const sample = {
    picked: [{ matrix, rows: Uint32Array.from(picked) }],
    label: Uint8Array.from(picked, (row) => rows.label[row]),
    weight: Float64Array.from(picked, (row) => (rows.label[row] === 1 ? 1 : 1 / share)),
  };
  const chosen = span(learn, choose);
  const label = rows.label.subarray(learn, choose);
  const start = cpuSeconds();
  const score = new Float64Array(chosen.length);
  let judged = 0;
  let best = { trees: 0, area: -1 };
  const forest = boost(sample, LEARN_OPTIONS.arrival.first, seed, (so) => {
    addMargins(so, matrix, chosen, score, judged);
    judged = so.trees.length;
    const area = averagePrecision({ score, label });
    if (area > best.area) best = { trees: judged, area };
    return judged - best.trees >= PATIENCE;
  });
  const seconds = cpuSeconds() - start;
  const cut = {
    base: forest.base,
    trees: forest.trees.slice(0, best.trees),
    codes: forest.codes.slice(0, best.trees),
  };
  const margins = (of: Uint32Array): Float64Array => {
    const into = new Float64Array(of.length);
    addMargins(cut, matrix, of, into);
    return into;
  };
  const threshold = bestPoint({ score: margins(chosen), label })?.score ?? 0;
  const last = span(choose, rows.count);
  const rate = rateOf(layFlat(cut), block, last);
  const judgedLast = { score: margins(last), label: rows.label.subarray(choose) };
  return {
    f1: pointFrom(judgedLast, threshold).f1,
    area: averagePrecision(judgedLast),
    trees: best.trees,
    seconds,
    rate,
  };
}

function bothStages(set: Rows, block: CodeBlock, seed: number): Outcome {
  const learnt = firstRows(set, CHOOSE_SHARE);
  const from = learnt.rows.count;
  const seen = new CodeBlock(from, block.width, block.codes.subarray(0, from * block.width));
  const start = cpuSeconds();
  const two = learnTwoStage(passageOf(learnt), [{ matrix: new Matrix([seen]), spans: 0 }], {
    ...LEARN_OPTIONS.arrival,
    seed,
  });
  const seconds = cpuSeconds() - start;
  const began = cpuSeconds();
  const margins = judgeTwoStage(two, passageOf(set), { matrix: new Matrix([block]), spans: 0 });
  const rate = set.rows.count / (cpuSeconds() - began);
  const judged = { score: margins.subarray(from), label: set.rows.label.subarray(from) };
  return {
    f1: pointFrom(judged, reviewMarginOf(two, learnt.rows.label)).f1,
    area: averagePrecision(judged),
    trees: two.first.trees.length + two.second.trees.length,
    seconds,
    rate,
  };
}

/** As the engine scores: one vector of numbers at a time. */
function rateOf(forest: Forest, block: CodeBlock, rows: Uint32Array): number {
  const vectors = Array.from(rows.subarray(0, RATE_ROWS), (row) =>
    Float64Array.from(
      block.codes.subarray(row * block.width, (row + 1) * block.width),
      valueOfCode,
    ),
  );
  const start = cpuSeconds();
  for (let round = 0; round < RATE_ROUNDS; round++) for (const x of vectors) marginOf(forest, x);
  return (vectors.length * RATE_ROUNDS) / (cpuSeconds() - start);
}

function span(from: number, to: number): Uint32Array {
  return Uint32Array.from({ length: to - from }, (_, i) => from + i);
}

function xgboost({ rows }: Rows, block: CodeBlock): Outcome | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'qorgan-xgboost-'));
  try {
    const x = new Float32Array(block.codes.length);
    for (let i = 0; i < x.length; i++) x[i] = valueOfCode(block.codes[i]);
    writeFileSync(join(folder, 'x.f32'), x);
    writeFileSync(join(folder, 'y.u8'), rows.label.slice());
    writeFileSync(
      join(folder, 'about.json'),
      JSON.stringify({
        width: block.width,
        learn: Math.floor(rows.count * LEARN_SHARE),
        choose: Math.floor(rows.count * CHOOSE_SHARE),
        seeds,
      }),
    );
    const ran = spawnSync(PYTHON, [join(import.meta.dirname, 'xgboost_peer.py'), folder], {
      encoding: 'utf8',
    });
    if (ran.status === 0) return mean(JSON.parse(ran.stdout) as Outcome[]);
    process.stderr.write(`skipped XGBoost: ${PYTHON} cannot run it\n`);
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
