import { createReadStream, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { parseMap } from '../../src/intake/mapping.ts';
import { scan } from '../../src/service/scan/scan.ts';
import { Counterparties, type Hits, hitsAmong, rankedBy, readRanking } from './ranking.ts';

/** A labelled set that somebody else generated, and how its clock is read. */
interface LabelledSet {
  readonly name: string;
  readonly clock: 'auto' | 'exact';
}

export const SETS: readonly LabelledSet[] = [
  { name: 'amlsim-s0', clock: 'auto' },
  { name: 'amlsim-s1', clock: 'auto' },
  { name: 'amlgentex-s1', clock: 'auto' },
  { name: 'tide-s42', clock: 'auto' },
];

export const SET_BUDGETS = [50, 200] as const;
const MAP = 'id=tx_id,payer=src,payee=dst,at=t_days,amount=amount';

/** The world outside of a set, not an account of it. */
const OUTSIDE = new Set(['-1', '-2']);

export interface SetFigures {
  readonly name: string;
  readonly clock: string;
  readonly accounts: number;
  /** Accounts that paid or were paid in a row labelled as laundering. */
  readonly positives: number;
  readonly chance: number;
  readonly byRules: readonly Hits[];
  readonly byTurnover: readonly Hits[];
  readonly byCounterparties: readonly Hits[];
}

/** Scans one set by rules alone and compares with its labels. */
export async function measureSet(set: LabelledSet, path: string, dir: string): Promise<SetFigures> {
  const out = join(dir, `${set.name}-${set.clock}`);
  try {
    const map = parseMap(MAP);
    if (!map.ok) throw new Error(map.problem.code);
    const { clock, name } = set;
    await scan({ paths: [path], out, language: 'en', map: map.value, timeUnit: 'days', clock });
    const { positives, met } = await labelsOf(path);
    const ranking = readRanking(join(out, 'accounts.csv')).filter((a) => !OUTSIDE.has(a.account));
    const names = ranking.map(({ account }) => account);
    const turnover = new Map(ranking.map((a) => [a.account, a.turnoverMinor]));
    const suspected = ranking.filter(({ score }) => score > 0).map(({ account }) => account);
    const at = (order: readonly string[]): Hits[] =>
      SET_BUDGETS.map((first) => hitsAmong(order, positives, first));
    return {
      name,
      clock,
      accounts: names.length,
      positives: positives.size,
      chance: positives.size / names.length,
      byRules: at(suspected),
      byTurnover: at(rankedBy(names, (a) => turnover.get(a) ?? 0)),
      byCounterparties: at(rankedBy(names, (a) => met.count(a))),
    };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** The answer of a set, read apart from the scan; its cells hold no commas. */
async function labelsOf(path: string) {
  const positives = new Set<string>();
  const met = new Counterparties();
  const lines = createInterface({ input: createReadStream(path).pipe(createGunzip()) });
  let columns: readonly string[] | undefined;
  for await (const line of lines) {
    const cells = line.split(',');
    if (columns === undefined) {
      columns = cells;
      continue;
    }
    const payer = cells[columns.indexOf('src')] ?? '';
    const payee = cells[columns.indexOf('dst')] ?? '';
    met.add(payer, payee);
    if (cells[columns.indexOf('is_laundering')] !== '1') continue;
    for (const account of [payer, payee]) if (!OUTSIDE.has(account)) positives.add(account);
  }
  return { positives, met };
}
