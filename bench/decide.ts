// Decisions a second that are evaluated whole and durable, one by one and in batches of 100, with all rules and a model; on
// the embedded PostgreSQL and on a server; beside the bare HTTP server that only validates. The load comes from another
// process on the same cores.  usage: node bench/decide.ts [--short]

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { train } from '../src/service/train/train.ts';
import { simulate } from '../src/sim/simulate.ts';
import { writeWorld } from '../src/sim/write.ts';
import type { LoadPlan, LoadReport } from './decide/load-generator.ts';
import { load, type Served, startServer } from './decide/processes.ts';
import { writeRequests } from './decide/requests-file.ts';
import { makeStore, type ServedStore, STORE_KINDS } from './decide/served-store.ts';
import { demand, machine, median, SHORT, title } from './measure.ts';

const SECONDS = SHORT ? 3 : 10;
const ROUNDS = SHORT ? 1 : 3;
const TOWN = SHORT ? { people: 4_000, days: 60 } : { people: 20_000, days: 60 };
const LEARNT = { seed: 77, people: SHORT ? 600 : 2_000, days: SHORT ? 30 : 60 };

/** Floors: what is asked of the server store. */
const SINGLE_LEAST = 2_500;
const AT_RATE = 1_000;
const P99_MOST_MS = 25;
const BATCHED_LEAST = 20_000;

type Load = Pick<LoadPlan, 'connections' | 'batch' | 'rate' | 'sinceSent'>;
const LOADS = {
  single: { connections: 64, batch: 1, rate: 0 },
  steady: { connections: 64, batch: 1, rate: AT_RATE },
  batched: { connections: 24, batch: 100, rate: 0 },
} as const satisfies Record<string, Load>;

const dir = mkdtempSync(join(tmpdir(), 'qorgan-decide-'));
try {
  console.log(machine());
  const file = join(dir, 'requests.ndjson');
  const lines = await writeRequests(file, TOWN.people, TOWN.days);
  const model = await learnt();
  title(`decisions in the reply: ${lines} transfers of a simulated town, all rules and a model`);
  await measureBare(file);
  for (const kind of STORE_KINDS) {
    const store = await makeStore(kind);
    if (store === undefined) console.log('  skipped: PostgreSQL of Debian is not installed');
    else await measureStore(kind, store, file, lines, model).finally(() => store.end());
  }
} finally {
  rmSync(dir, { recursive: true });
}

async function measureBare(file: string): Promise<void> {
  const served = await startServer('bench/decide/bare-server.ts', [], {});
  try {
    for (const name of ['single', 'batched'] as const)
      report(
        `bare HTTP, validation only, ${name}`,
        await rounds(served, '-', file, LOADS[name], 0, true),
      );
  } finally {
    await served.stop();
  }
}

async function measureStore(
  kind: (typeof STORE_KINDS)[number],
  store: ServedStore,
  file: string,
  lines: number,
  model: string,
): Promise<void> {
  const served = await startServer('src/cli/main.ts', ['serve'], {
    ...store.env,
    PORT: '0',
    QORGAN_MODEL: model,
    QORGAN_LOG_LEVEL: 'warn',
    // One program stands for a whole bank here.
    QORGAN_KEY_PER_SECOND: '1000000',
  });
  let sent = 0;
  let accepted = 0;
  const run = async (what: string, how: Load): Promise<LoadReport[]> => {
    const reports = await rounds(served, store.key, file, how, sent);
    sent += reports.reduce((sum, one) => sum + one.transfers, 0);
    accepted += reports.reduce((sum, one) => sum + one.accepted, 0);
    report(`${kind}: ${what}`, reports);
    return reports;
  };
  try {
    const single = await run('one by one', LOADS.single);
    const steady = await run(`one by one at ${AT_RATE}/s`, LOADS.steady);
    const batched = await run('batches of 100', LOADS.batched);
    const capacity = median(single.map((r) => r.perSecond));
    const flood = { connections: 1_500, batch: 1, rate: Math.round(3 * capacity), sinceSent: true };
    const over = await run(`one by one, ${flood.rate}/s asked`, flood);
    demand(`${kind}: decisions a second, one by one`, capacity, 'at least', SINGLE_LEAST);
    demand(
      `${kind}: p99 at ${AT_RATE}/s, ms`,
      median(steady.map((r) => r.p99Ms)),
      'at most',
      P99_MOST_MS,
    );
    demand(
      `${kind}: in batches, a second`,
      median(batched.map((r) => r.perSecond)),
      'at least',
      BATCHED_LEAST,
    );
    demand(
      `${kind}: failed otherwise than by 503`,
      over.reduce((n, r) => n + r.failed, 0),
      'at most',
      0,
    );
  } finally {
    await served.stop();
  }
  await countDurable(kind, store, accepted, lines);
}

/** Every decision that was acknowledged is in the database, once. */
async function countDurable(
  kind: string,
  served: ServedStore,
  accepted: number,
  lines: number,
): Promise<void> {
  const store = await served.open();
  const { rows } = await store.pool.query(
    'SELECT count(*) AS rows, count(DISTINCT transfer_id) AS ids FROM transfers',
  );
  await store.close();
  const [{ rows: stored, ids }] = rows;
  console.log(
    `  ${kind}: ${accepted} acknowledged, ${stored} stored, ${ids} distinct, of ${lines}`,
  );
  demand(`${kind}: acknowledged and not stored`, Math.max(0, accepted - stored), 'at most', 0);
  demand(`${kind}: stored twice`, stored - ids, 'at most', 0);
}

async function rounds(
  { port }: Served,
  key: string,
  file: string,
  how: Load,
  skip: number,
  again = false,
): Promise<LoadReport[]> {
  const reports: LoadReport[] = [];
  let from = skip;
  for (let round = 0; round < ROUNDS; round++) {
    const plan: LoadPlan = {
      ...how,
      host: 'localhost',
      port,
      path: '/v1/decisions',
      key,
      file,
      skip: from,
      seconds: SECONDS,
    };
    const one = await load(plan);
    if (!again) from += one.transfers;
    if (one.ranOut) console.log('  the town has no more transfers: the run was cut short');
    reports.push(one);
  }
  return reports;
}

function report(name: string, reports: readonly LoadReport[]): void {
  const of = (key: keyof LoadReport): number => median(reports.map((r) => Number(r[key])));
  const rates = reports.map((r) => Math.round(r.perSecond));
  console.log(
    [
      name.padEnd(44),
      `${Math.round(of('perSecond'))}/s`.padStart(9),
      `[${Math.min(...rates)}-${Math.max(...rates)}]`.padStart(16),
      `p50 ${of('p50Ms').toFixed(1)}  p95 ${of('p95Ms').toFixed(1)}  p99 ${of('p99Ms').toFixed(1)} ms`.padStart(
        38,
      ),
      `503 ${of('busy')}  failed ${of('failed')}`,
    ].join(' '),
  );
}

/** A model learnt on another town, as a bank would have one. */
async function learnt(): Promise<string> {
  const town = join(dir, 'learnt');
  await writeWorld(simulate(LEARNT), town);
  const out = join(dir, 'model.json');
  await train({
    paths: [join(town, 'transfers.csv')],
    language: 'en',
    label: 'is_laundering',
    labels: join(town, 'labels.csv'),
    out,
    seed: 1,
  });
  return out;
}
