// How good the shipped rules are alone: droppers among the first accounts of accounts.csv, beside chance and beside
// two rankings that need no engine.
// usage: node scripts/run.mjs bench/precision.ts [--seeds 20] [--people 2000] [--days 60] [--json] [--towns-only | --sets-only]

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureSet, SETS, type SetFigures } from './precision/labelled-sets.ts';
import { markdownOfSets, markdownOfTowns } from './precision/markdown.ts';
import { measureTown, type TownFigures } from './precision/towns.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    people: { type: 'string', default: '2000' },
    days: { type: 'string', default: '60' },
    json: { type: 'boolean', default: false },
    'towns-only': { type: 'boolean', default: false },
    'sets-only': { type: 'boolean', default: false },
  },
});

const SHARED = '../shared/data/transfers';

const dir = mkdtempSync(join(tmpdir(), 'qorgan-precision-'));
try {
  const towns: TownFigures[] = [];
  const sets: SetFigures[] = [];
  const size = { people: Number(values.people), days: Number(values.days) };
  if (!values['sets-only'])
    for (let seed = 1; seed <= Number(values.seeds); seed++) {
      towns.push(await measureTown({ seed, ...size }, dir));
      process.stderr.write(`town ${seed} of ${values.seeds}\n`);
    }
  if (!values['towns-only'])
    for (const set of SETS) {
      const path = join(SHARED, set.name, 'transactions.csv.gz');
      if (!existsSync(path)) {
        process.stderr.write(`skipped ${set.name}: ${path} is absent\n`);
        continue;
      }
      sets.push(await measureSet(set, path, dir));
      process.stderr.write(`${set.name} ${set.clock}\n`);
    }
  if (values.json) process.stdout.write(`${JSON.stringify({ towns, sets }, null, 1)}\n`);
  else process.stdout.write([markdownOfTowns(towns, size), markdownOfSets(sets)].join('\n'));
} finally {
  rmSync(dir, { recursive: true });
}
