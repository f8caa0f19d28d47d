import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseMap } from '../../src/intake/mapping.ts';
import { averagePrecision, pointFrom } from '../../src/learning/metrics.ts';
import { scan } from '../../src/service/scan/scan.ts';
import type { Rows } from './rows.ts';

const MAP = 'id=tx_id,payer=src,payee=dst,at=t_days,amount=amount';

/** What a scan without a model says of the rows from `from` on: F1 at its own review verdict, and the area. */
export async function rulesAlone({ name, rows, engine }: Rows, from: number, dir: string) {
  const map = parseMap(MAP);
  if (!map.ok) throw new Error(map.problem.code);
  const out = join(dir, name);
  const path = join('../shared/data/transfers', name, 'transactions.csv.gz');
  await scan({ paths: [path], out, language: 'en', map: map.value, timeUnit: 'days' });
  const lines = readFileSync(join(out, 'transfers.csv'), 'utf8').trimEnd().split('\n').slice(1);
  if (lines.length !== rows.count) throw new Error(`${lines.length} rows, not ${rows.count}`);
  const label = rows.label.subarray(from);
  const figures = (column: number) => {
    const score = Float64Array.from(lines.slice(from), (line) => Number(line.split(',')[column]));
    const { f1 } = pointFrom({ score, label }, engine.ruleset.review);
    return { f1, area: averagePrecision({ score, label }) };
  };
  return { lookBack: figures(1), arrival: figures(3) };
}
