// What knowing the customer adds to detection: simulated towns judged on transfers alone, with what customers.csv told before
// (owner, age, income, phone, device), and with the rating, the links and the cards of the customer as well; by the shipped
// rules, and by a model learnt on another town that was told the same.
// usage: node scripts/run.mjs bench/customer-facts.ts [--towns 3] [--people 1500] [--days 45] [--whole]
// (--whole learns with the limits of `qorgan train`; without it with 120 trees and a quarter of the negatives, for all alike)

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { evaluate } from '../src/service/evaluate/evaluate.ts';
import { loadRiskParameters } from '../src/service/risk/load-risk-parameters.ts';
import { LEARN_OPTIONS } from '../src/service/train/limits.ts';
import { train } from '../src/service/train/train.ts';
import { simulate } from '../src/sim/simulate.ts';
import { writeWorld } from '../src/sim/write.ts';
import { writeCustomers } from './onboarding/customer-csv.ts';
import { spread } from './onboarding/spread.ts';

const { values } = parseArgs({
  options: {
    towns: { type: 'string', default: '3' },
    people: { type: 'string', default: '1500' },
    days: { type: 'string', default: '45' },
    whole: { type: 'boolean', default: false },
  },
});

/** The town that is learnt from; the judged ones follow it. */
const LEARNT_SEED = 700;
/** Alerts that are looked at in a day. */
const PER_DAY = 5;
const VIEWS = ['arrival', 'retrospect'] as const;
const FIGURES = {
  'PR area': 'prAuc',
  'F1 at the verdict': 'f1',
  'greatest F1': 'bestF1',
  [`precision of ${PER_DAY} alerts a day`]: 'precisionAtBudget',
} as const;
/** What is told of customers: a file of the town's folder. */
const TOLD = {
  'transfers alone': undefined,
  'customers as before': 'before.csv',
  'and rating, links, cards': 'rated.csv',
} as const;
type Told = keyof typeof TOLD;

interface Line {
  readonly judge: string;
  readonly told: Told;
  readonly figures: Readonly<Record<string, number>>;
}

const dir = mkdtempSync(join(tmpdir(), 'qorgan-customer-facts-'));
const size = { people: Number(values.people), days: Number(values.days) };
const { parameters } = await loadRiskParameters();
try {
  const learnt = await build(LEARNT_SEED);
  const models = new Map<Told, string>();
  for (const told of Object.keys(TOLD) as Told[]) models.set(told, await learn(learnt, told));
  const lines: Line[] = [];
  for (let t = 1; t <= Number(values.towns); t++) {
    const town = await build(LEARNT_SEED + t);
    for (const [told, model] of models)
      for (const judge of ['rules', 'model']) {
        const figures = await judged(town, told, judge === 'model' ? model : undefined);
        lines.push({ judge, told, figures });
        process.stderr.write(`${JSON.stringify(lines.at(-1))}\n`);
      }
  }
  process.stdout.write(table(lines));
} finally {
  rmSync(dir, { recursive: true });
}

async function build(seed: number): Promise<string> {
  const town = join(dir, `town-${seed}`);
  const world = simulate({ seed, ...size });
  await writeWorld(world, town);
  writeCustomers(world, town, parameters);
  return town;
}

/** What both `train` and `evaluate` are given of a town. */
function inputOf(town: string, told: Told) {
  const customers = TOLD[told];
  return {
    paths: [join(town, 'transfers.csv')],
    label: 'is_laundering',
    labels: join(town, 'labels.csv'),
    language: 'en' as const,
    ...(customers !== undefined && { customers: join(town, customers) }),
  };
}

async function learn(town: string, told: Told): Promise<string> {
  const out = join(dir, `${TOLD[told] ?? 'alone'}.json`);
  const fewer = { trees: 120 };
  const quick = (part: keyof typeof LEARN_OPTIONS) => ({
    ...LEARN_OPTIONS[part],
    first: { ...LEARN_OPTIONS[part].first, ...fewer },
    second: { ...LEARN_OPTIONS[part].second, ...fewer },
    negatives: LEARN_OPTIONS[part].negatives / 4,
    folds: 3,
  });
  const limits = { arrival: quick('arrival'), lookBack: quick('lookBack') };
  await train({ ...inputOf(town, told), out, seed: 1, ...(!values.whole && { limits }) });
  process.stderr.write(`learnt: ${told}\n`);
  return out;
}

async function judged(town: string, told: Told, model: string | undefined) {
  const { transfers } = await evaluate({
    ...inputOf(town, told),
    from: 0,
    perDay: PER_DAY,
    ...(model !== undefined && { model }),
  });
  const figures: Record<string, number> = {};
  for (const view of VIEWS)
    for (const [name, figure] of Object.entries(FIGURES))
      figures[`${view}, ${name}`] = transfers[view][figure].value;
  return figures;
}

function table(lines: readonly Line[]): string {
  const columns = ['rules', 'model'].flatMap((judge) =>
    (Object.keys(TOLD) as Told[]).map((told) => ({ judge, told })),
  );
  const cell = (name: string, { judge, told }: (typeof columns)[number]): string => {
    const of = lines.filter((line) => line.judge === judge && line.told === told);
    return spread(
      of.map(({ figures }) => figures[name]),
      (value) => value.toFixed(2),
    );
  };
  return [
    `| median (least–most) of ${values.towns} towns | ${columns.map(({ judge, told }) => `${judge}: ${told}`).join(' | ')} |`,
    `| --- | ${columns.map(() => '---').join(' | ')} |`,
    ...Object.keys(lines[0].figures).map(
      (name) => `| ${name} | ${columns.map((column) => cell(name, column)).join(' | ')} |`,
    ),
    '',
  ].join('\n');
}
