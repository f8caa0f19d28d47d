// What a model learnt on one simulated town does in others, beside the rules; by role; and on tactics that it never saw.
// usage: node scripts/run.mjs bench/towns-learned.ts [--towns 3] [--people 2000] [--days 60] [--unseen drug_shop,sham_loan]

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Papa from 'papaparse';
import { averagePrecision, pointFrom } from '../src/learning/metrics.ts';
import { loadRuleset } from '../src/service/ruleset.ts';
import { scan } from '../src/service/scan/scan.ts';
import { train } from '../src/service/train/train.ts';
import { simulate } from '../src/sim/simulate.ts';
import { writeWorld } from '../src/sim/write.ts';
import { hitsAmong, readRanking } from './precision/ranking.ts';

const { values } = parseArgs({
  options: {
    towns: { type: 'string', default: '3' },
    people: { type: 'string', default: '2000' },
    days: { type: 'string', default: '60' },
    unseen: { type: 'string', default: 'drug_shop,sham_loan' },
  },
});

/** The town that is learnt from; the judged ones follow it. */
const LEARNT_SEED = 500;
const ACCOUNTS_FIRST = 50;
const ROLES = ['collector', 'transit', 'cashout', 'organiser'] as const;
const unseen = new Set(values.unseen.split(','));
const size = { people: Number(values.people), days: Number(values.days) };

type Row = Record<string, string>;
interface Line {
  readonly judge: string;
  readonly seed: number;
  readonly figures: Readonly<Record<string, number>>;
}

const dir = mkdtempSync(join(tmpdir(), 'qorgan-towns-'));
const { review } = await loadRuleset();
try {
  const whole = await learn('all', () => true);
  const narrow = await learn('narrow', ({ typology = '' }) => !unseen.has(typology));
  const lines: Line[] = [];
  for (let t = 1; t <= Number(values.towns); t++) {
    const seed = LEARNT_SEED + t;
    const town = await build(seed);
    for (const [judge, model] of Object.entries({ rules: undefined, model: whole, narrow })) {
      lines.push({ judge, seed, figures: await judged(town, model) });
      process.stderr.write(`${JSON.stringify(lines.at(-1))}\n`);
    }
  }
  process.stdout.write(table(lines));
} finally {
  rmSync(dir, { recursive: true });
}

async function build(seed: number): Promise<string> {
  const town = join(dir, `town-${seed}`);
  await writeWorld(simulate({ seed, ...size }), town);
  return town;
}

/** A model of the learnt town; rows of labels that are not kept leave the town with their transfers. */
async function learn(name: string, keep: (label: Row) => boolean): Promise<string> {
  const town = await build(LEARNT_SEED);
  const out = join(dir, `${name}.json`);
  const gone = new Set(
    rowsOf(join(town, 'labels.csv'))
      .filter((label) => !keep(label))
      .map(({ id }) => id),
  );
  const path = join(town, 'kept.csv');
  const lines = readFileSync(join(town, 'transfers.csv'), 'utf8').split('\n');
  writeFileSync(
    path,
    lines.filter((line) => !gone.has(line.slice(0, line.indexOf(',')))).join('\n'),
  );
  const { card } = await train({
    paths: [path],
    language: 'en',
    label: 'is_laundering',
    labels: join(town, 'labels.csv'),
    customers: join(town, 'customers.csv'),
    out,
    seed: 1,
  });
  process.stderr.write(`${name}: ${card.positives} of ${card.transfers} transfers confirmed\n`);
  return out;
}

async function judged(town: string, model: string | undefined): Promise<Line['figures']> {
  const out = join(town, 'out');
  await scan({
    paths: [join(town, 'transfers.csv')],
    customers: join(town, 'customers.csv'),
    out,
    language: 'en',
    ...(model !== undefined && { model }),
  });
  const said = rowsOf(join(out, 'transfers.csv'));
  const told = new Map(rowsOf(join(town, 'labels.csv')).map((row) => [row.id, row]));
  const label = Uint8Array.from(said, ({ id }) => Number(told.get(id)?.is_laundering));
  const figures: Record<string, number> = {};
  for (const [view, column] of [
    ['arrival', 'score_at_arrival'],
    ['retrospect', 'score'],
  ] as const) {
    const score = Float64Array.from(said, (row) => Number(row[column]));
    const { f1, precision, recall } = pointFrom({ score, label }, review);
    Object.assign(figures, {
      [`${view} F1`]: f1,
      [`${view} precision`]: precision,
      [`${view} recall`]: recall,
      [`${view} PR area`]: averagePrecision({ score, label }),
    });
    const unknown = said.flatMap((row, i) =>
      unseen.has(told.get(row.id)?.typology ?? '') ? [score[i]] : [],
    );
    figures[`${view} recall of ${[...unseen].join(', ')}`] =
      unknown.filter((s) => s >= review).length / Math.max(1, unknown.length);
  }
  return { ...figures, ...byAccount(town, out) };
}

function byAccount(town: string, out: string): Record<string, number> {
  const truth = rowsOf(join(town, 'accounts-truth.csv'));
  const ranking = readRanking(join(out, 'accounts.csv'));
  const score = new Map(ranking.map((a) => [a.account, a.score]));
  const droppers = truth.filter(({ role }) => ROLES.some((r) => r === role));
  const guilty = new Set(droppers.map(({ account = '' }) => account));
  const names = ranking.map(({ account }) => account);
  const figures: Record<string, number> = {
    [`accounts right of the first ${ACCOUNTS_FIRST}`]: hitsAmong(names, guilty, ACCOUNTS_FIRST)
      .precision,
  };
  for (const role of ROLES) {
    const of = droppers.filter((account) => account.role === role);
    figures[`${role}s for review`] =
      of.filter(({ account = '' }) => (score.get(account) ?? 0) >= review).length /
      Math.max(1, of.length);
  }
  return figures;
}

function rowsOf(path: string): Row[] {
  return Papa.parse<Row>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true }).data;
}

function table(lines: readonly Line[]): string {
  const judges = [...new Set(lines.map(({ judge }) => judge))];
  const names = Object.keys(lines[0].figures);
  const cell = (judge: string, name: string): string => {
    const list = lines
      .filter((line) => line.judge === judge)
      .map(({ figures }) => figures[name])
      .sort((a, b) => a - b);
    const [least, middle, most] = [list[0], list[list.length >> 1], list[list.length - 1]];
    return `${middle.toFixed(2)} (${least.toFixed(2)}–${most.toFixed(2)})`;
  };
  return [
    `| ${judges.length === 0 ? '' : 'median (least–most)'} | ${judges.join(' | ')} |`,
    `| --- | ${judges.map(() => '---').join(' | ')} |`,
    ...names.map((name) => `| ${name} | ${judges.map((j) => cell(j, name)).join(' | ')} |`),
    '',
  ].join('\n');
}
