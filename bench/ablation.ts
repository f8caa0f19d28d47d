// What each part of learning is worth: the same sets learnt again without it.
// Learns on the first 80 % of each set (with what came after cut off), judges the last 20 % once; thresholds from slices
// of the first 80 % that were held out.
// usage: node scripts/run.mjs bench/ablation.ts [--seeds 3] [--sets amlsim-s0,amlgentex-s1,tide-s42] [--without …] [--quick] [--json]

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FEATURES } from '../src/engine/features.ts';
import { CodeBlock, Matrix } from '../src/learning/matrix.ts';
import { averagePrecision, pointFrom } from '../src/learning/metrics.ts';
import { reviewMarginOf } from '../src/learning/stages.ts';
import { judgeTwoStage, learnTwoStage, type View } from '../src/learning/two-stage.ts';
import { LEARN_OPTIONS, SPANS } from '../src/service/train/limits.ts';
import { observeBackwards, observeForwards } from '../src/service/train/observe.ts';
import { firstRows, passageOf, type Rows, readSet, SETS } from './learning/rows.ts';
import { rulesAlone } from './learning/rules-alone.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '3' },
    sets: { type: 'string', default: SETS.join(',') },
    without: { type: 'string', default: '' },
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

/** What learning takes; --quick grows fewer trees from fewer rows, for all variants alike. */
function optionsFor(part: keyof typeof LEARN_OPTIONS, seed: number) {
  const whole = LEARN_OPTIONS[part];
  if (!values.quick) return { ...whole, seed };
  const fewer = { trees: 120 };
  return {
    ...whole,
    first: { ...whole.first, ...fewer },
    second: { ...whole.second, ...fewer },
    negatives: whole.negatives / 4,
    folds: 3,
    seed,
  };
}

const TRAIN_SHARE = 0.8;

/** Variant -> columns it goes without. */
const WITHOUT: Readonly<Record<string, RegExp>> = {
  nothing: /^$/,
  novelty: /pair\.(is_new|count|gap_ms)|\.new_|\.age_ms|\.counterparties$|t\.seen_ms/,
  lots: /^money\.(?!match_ratio|chain_depth|pass_on)|\.quick_|\.held_share_|\.retained_share/,
  graph:
    /^pattern\.|pair\.back_ratio|\.gather_scatter|money\.(chain_depth|pass_on)|\.passed_on$|\.fed$|\.came_on$/,
};

interface Figures {
  readonly f1: number;
  readonly area: number;
}

interface Line {
  readonly set: string;
  readonly variant: string;
  readonly seed: number;
  readonly arrival: Figures;
  readonly lookBack: Figures;
}

const lines: Line[] = [];
const dir = mkdtempSync(join(tmpdir(), 'qorgan-ablation-'));
try {
  for (const name of values.sets.split(',')) {
    const whole = await readSet(name);
    if (whole === undefined) continue;
    const learnt = firstRows(whole, TRAIN_SHARE);
    const { arrival, lookBack } = await rulesAlone(whole, learnt.rows.count, dir);
    note({ set: name, variant: 'rules only', seed: 0, arrival, lookBack });
    for (const line of variants(whole, learnt)) note(line);
  }
} finally {
  rmSync(dir, { recursive: true });
}
process.stdout.write(values.json ? `${JSON.stringify(lines, null, 1)}\n` : table(lines));

function note(line: Line): void {
  lines.push(line);
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

function* variants(whole: Rows, learnt: Rows): Generator<Line> {
  const seen = observe(learnt, true);
  const later = observe(whole, false);
  const names = Object.keys(WITHOUT).filter(
    (v) => values.without === '' || values.without.split(',').includes(v),
  );
  for (const variant of names)
    for (let seed = 1; seed <= Number(values.seeds); seed++) {
      const keep = columnsWithout(WITHOUT[variant]);
      const figures = (
        part: keyof typeof LEARN_OPTIONS,
        views: (o: Observed) => View[],
      ): Figures[] => {
        const two = learnTwoStage(passageOf(learnt), views(seen), optionsFor(part, seed));
        const threshold = reviewMarginOf(two, learnt.rows.label);
        const judge = (margins: Float64Array): Figures => {
          const score = margins.subarray(learnt.rows.count);
          const label = whole.rows.label.subarray(learnt.rows.count);
          const { f1 } = pointFrom({ score, label }, threshold);
          return { f1, area: averagePrecision({ score, label }) };
        };
        const [view] = views(later);
        const both = judgeTwoStage(two, passageOf(whole), view);
        const once = judgeTwoStage({ ...two, second: two.first }, passageOf(whole), view);
        return [judge(both), judge(once)];
      };
      const arrival = figures('arrival', ({ forwards }) => [
        { matrix: new Matrix([narrow(forwards, keep)]), spans: 0 },
      ]);
      const lookBack = figures('lookBack', ({ forwards, whole: all, inSpans }) => [
        { matrix: new Matrix([narrow(forwards, keep), narrow(all, keep)]), spans: 1 },
        ...(inSpans === undefined
          ? []
          : [
              { matrix: new Matrix([narrow(forwards, keep), narrow(inSpans, keep)]), spans: SPANS },
            ]),
      ]);
      yield {
        set: whole.name,
        variant: variant === 'nothing' ? 'all' : `no ${variant}`,
        seed,
        arrival: arrival[0],
        lookBack: lookBack[0],
      };
      if (variant === 'nothing')
        yield {
          set: whole.name,
          variant: 'no second stage',
          seed,
          // Its threshold is that of both stages: only the area is fair.
          arrival: { f1: Number.NaN, area: arrival[1].area },
          lookBack: { f1: Number.NaN, area: lookBack[1].area },
        };
    }
}

interface Observed {
  readonly forwards: CodeBlock;
  readonly whole: CodeBlock;
  readonly inSpans: CodeBlock | undefined;
}

function observe({ rows, engine }: Rows, inSpans: boolean): Observed {
  const { block, hubs } = observeForwards(rows, engine);
  return {
    forwards: block,
    whole: observeBackwards(rows, engine, hubs, 1),
    inSpans: inSpans ? observeBackwards(rows, engine, hubs, SPANS) : undefined,
  };
}

function columnsWithout(pattern: RegExp): number[] {
  return FEATURES.flatMap(({ name }, i) => (pattern.test(name) ? [] : [i]));
}

function narrow(block: CodeBlock, keep: readonly number[]): CodeBlock {
  if (keep.length === block.width) return block;
  const narrower = new CodeBlock(block.rows, keep.length);
  for (let row = 0; row < block.rows; row++)
    for (let k = 0; k < keep.length; k++)
      narrower.codes[row * keep.length + k] = block.codes[row * block.width + keep[k]];
  return narrower;
}

function table(all: readonly Line[]): string {
  const cell = (list: readonly number[]): string => {
    const known = list.filter((v) => !Number.isNaN(v)).sort((a, b) => a - b);
    if (known.length === 0) return '';
    const middle = known[known.length >> 1].toFixed(2);
    const [least, most] = [known[0].toFixed(2), known[known.length - 1].toFixed(2)];
    return least === most ? middle : `${middle} (${least}–${most})`;
  };
  const out = [
    '| set | learnt with | F1 at arrival | PR area at arrival | F1 in retrospect | PR area in retrospect |',
    '| --- | --- | --- | --- | --- | --- |',
  ];
  const keys = [...new Set(all.map(({ set, variant }) => `${set}\t${variant}`))];
  for (const key of keys) {
    const [set, variant] = key.split('\t');
    const of = all.filter((line) => line.set === set && line.variant === variant);
    const cells = (['arrival', 'lookBack'] as const).flatMap((view) => [
      cell(of.map((line) => line[view].f1)),
      cell(of.map((line) => line[view].area)),
    ]);
    out.push(`| ${set} | ${variant} | ${cells.join(' | ')} |`);
  }
  return `${out.join('\n')}\n`;
}
