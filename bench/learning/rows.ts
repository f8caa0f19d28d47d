import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AccountTable } from '../../src/domain/account.ts';
import { localDayStart } from '../../src/domain/local-day.ts';
import type { EngineOptions } from '../../src/engine/engine.ts';
import { parseMap } from '../../src/intake/mapping.ts';
import { loadRuleset } from '../../src/service/ruleset.ts';
import { openInput } from '../../src/service/scan/input.ts';
import { type Labelled, readLabelled } from '../../src/service/train/labelled.ts';

const SHARED = '../shared/data/transfers';
const MAP = 'id=tx_id,payer=src,payee=dst,at=t_days,amount=amount';

export const SETS = ['amlsim-s0', 'amlgentex-s1', 'tide-s42'] as const;

/** A labelled file in memory, and how an engine is to read it. */
export interface Rows {
  readonly name: string;
  readonly rows: Labelled;
  readonly engine: EngineOptions;
}

/** One of the public sets; undefined, with a line on stderr, where it is absent. */
export async function readSet(name: string): Promise<Rows | undefined> {
  const path = join(SHARED, name, 'transactions.csv.gz');
  if (existsSync(path)) return readRows(name, path, 'is_laundering', MAP);
  process.stderr.write(`skipped ${name}: ${path} is absent\n`);
  return undefined;
}

async function readRows(
  name: string,
  path: string,
  label: string,
  mapping?: string,
): Promise<Rows> {
  const accounts = new AccountTable();
  const ruleset = await loadRuleset();
  const map = parseMap(mapping ?? '');
  if (!map.ok) throw new Error(map.problem.code);
  const input = await openInput(
    {
      paths: [path],
      language: 'en',
      side: [label],
      map: map.value,
      ...(mapping && { timeUnit: 'days' }),
    },
    { accounts, language: 'en', reject() {}, advanced() {} },
  );
  const rows = await readLabelled(input, accounts, label);
  const { clock, currency } = input;
  return {
    name,
    rows,
    engine: { ruleset, clock, currency, thresholdsMinor: ruleset.thresholdsMinor },
  };
}

/** The first `share` of the rows, as if the file ended there. */
export function firstRows({ rows, ...about }: Rows, share: number): Rows {
  const count = Math.floor(rows.count * share);
  return {
    ...about,
    rows: {
      ...rows,
      count,
      at: rows.at.subarray(0, count),
      payer: rows.payer.subarray(0, count),
      payee: rows.payee.subarray(0, count),
      label: rows.label.subarray(0, count),
    },
  };
}

/** What learning takes, with times as the engine knows them. */
export function passageOf({ rows, engine }: Rows) {
  const { payer, payee, label } = rows;
  const at = engine.clock === 'exact' ? rows.at : rows.at.map(localDayStart);
  return { at, payer, payee, label, accounts: rows.accounts.size };
}
