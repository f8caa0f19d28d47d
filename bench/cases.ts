// Queue, search and the page of a case over HTTP with many cases and transfers in PostgreSQL, under load of several people at
// once from another process on the same cores; beside a bare round trip to the database and a bare HTTP server.
// usage: node bench/cases.ts [--short] [--explain]

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom } from '../src/domain/random.ts';
import { Served, servicesOn } from '../src/http/served.fixture.ts';
import { spied, writePlans } from './cases/explain.ts';
import { type Filled, fill } from './cases/fill.ts';
import type { LoadPlan, LoadReport } from './cases/load-generator.ts';
import { makeStore } from './decide/served-store.ts';
import { aim, demand, machine, SHORT, title } from './measure.ts';

const CASES = SHORT ? 1_000 : 100_000;
const TRANSFERS = SHORT ? 50_000 : 5_000_000;
/** People who look at once; each waits for one page before the next. */
const CONNECTIONS = 4;
const ASKS_EACH = SHORT ? 30 : 400;
const P95_MOST_MS = 200;
/** All ten thousand transfers of a large case are summed for its picture. */
const LARGEST = 'large case: graph';
const LARGEST_MOST_MS = 500;
const SELECTS = 500;

const dir = mkdtempSync(join(tmpdir(), 'qorgan-bench-cases-'));
try {
  console.log(machine());
  title(`cases: ${CASES} of them over ${TRANSFERS} transfers`);
  const made = await makeStore('embedded');
  if (made === undefined) throw new Error('the embedded PostgreSQL is not here');
  try {
    const store = await made.open();
    const services = await servicesOn(store);
    const known = services.cases.names;
    const cases = {
      ...services.cases,
      // Filled rows were told by nobody: the engine knows no names of their accounts.
      names: {
        options: known.options,
        state: known.state,
        explain: known.explain.bind(known),
        accountName: (account: number) => `KZ00TEST${String(account).padStart(12, '0')}`,
      },
    };
    const served = await Served.on({ ...services, cases });
    try {
      await measure(served);
    } finally {
      await served.server.stop(1_000);
      await services.close();
      await store.close();
    }
  } finally {
    await made.end();
  }
} finally {
  rmSync(dir, { recursive: true });
}

async function measure(served: Served): Promise<void> {
  const { store } = served.services;
  const own = await served.institution('qala');
  const other = await served.institution('dala');
  const person = await served.person('qala', ['analyst']);
  const from = performance.now();
  const filled = await fill(
    store,
    { cases: CASES, transfers: TRANSFERS, own, other, userId: person.userId },
    Date.now(),
  );
  console.log(`  filled in ${((performance.now() - from) / 1000).toFixed(0)} s`);
  const headers = { cookie: person.headers.cookie };
  const first = await firstCase(served);
  const asks = asksOf(filled, first);
  const port = Number(new URL(served.url).port);
  // Once over a part of it, so that caches are as on any other day.
  await load({ port, headers, asks: asks.slice(0, asks.length >> 2), connections: CONNECTIONS });
  const report = await load({ port, headers, asks, connections: CONNECTIONS });
  const floors = { select: await selectMs(served), http: await bareMs(headers) };
  console.log(
    `  floors: select 1 ${floors.select.toFixed(2)} ms, bare HTTP ${floors.http.toFixed(2)} ms (p95)`,
  );
  for (const [status, count] of Object.entries(report.failures))
    demand(`answers ${status}`, count, 'at most', 0);
  for (const [kind, times] of Object.entries(report.took)) {
    const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => quantile(times, share));
    console.log(
      `  ${kind.padEnd(26)} p50 ${p50.toFixed(1).padStart(7)}  p95 ${p95.toFixed(1).padStart(7)}  p99 ${p99.toFixed(1).padStart(7)} ms` +
        `  ${(p95 / floors.select).toFixed(0)} x select 1, ${(p95 / floors.http).toFixed(0)} x bare HTTP  (${times.length})`,
    );
    if (kind === LARGEST) aim(`${kind}, p95 ms`, p95, P95_MOST_MS, LARGEST_MOST_MS);
    else demand(`${kind}, p95 ms`, p95, 'at most', P95_MOST_MS);
  }
  if (process.argv.includes('--explain')) await explain(served, own, headers, filled, first);
}

async function firstCase({ services: { store } }: Served): Promise<number> {
  const { rows } = await store.pool.query('SELECT min(case_id)::int AS first FROM cases');
  return rows[0].first;
}

/** Pages that people open, in an order of chance: queue, search, and the three parts of a case page. */
function asksOf({ iins, words, largeCases }: Filled, first: number): LoadPlan['asks'] {
  const random = createRandom(5);
  // Every second case is of the person's institution.
  const someCase = (): number => first + 2 * random.int(0, (CASES >> 1) - 1);
  const pages: Readonly<Record<string, () => string>> = {
    'queue by priority': () => '/v1/cases?limit=50',
    'queue by due': () => '/v1/cases?limit=50&order=due',
    'queue, mine': () => '/v1/cases?limit=50&assignee=me&order=newest',
    'queue, overdue of nobody': () => '/v1/cases?limit=50&due=overdue&assignee=nobody',
    'search by number': () =>
      `/v1/cases?q=KZ-2026-${String(someCase() - first + 1).padStart(6, '0')}`,
    'search by IIN': () => `/v1/cases?q=${random.pick(iins)}`,
    'search by words': () => `/v1/cases?q=${encodeURIComponent(random.pick(words))}`,
    'case: detail': () => `/v1/cases/${someCase()}`,
    'case: timeline': () => `/v1/cases/${someCase()}/timeline?limit=50`,
    'case: graph': () => `/v1/cases/${someCase()}/graph`,
    'large case: timeline': () => `/v1/cases/${random.pick(largeCases)}/timeline?limit=50`,
    'large case: graph': () => `/v1/cases/${random.pick(largeCases)}/graph`,
  };
  return Array.from({ length: ASKS_EACH }, () =>
    Object.entries(pages).map(([kind, path]) => ({ kind, path: path() })),
  ).flat();
}

async function load(plan: LoadPlan): Promise<LoadReport> {
  const file = join(dir, 'plan.json');
  writeFileSync(file, JSON.stringify(plan));
  const script = join(import.meta.dirname, 'cases', 'load-generator.ts');
  const child = spawn(process.execPath, [script, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (piece) => {
    said += piece;
  });
  await once(child, 'close');
  return JSON.parse(said);
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** A round trip to the database that asks it nothing. */
async function selectMs({ services: { store } }: Served): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < SELECTS; i++) {
    const from = performance.now();
    await store.pool.query('SELECT 1');
    times.push(performance.now() - from);
  }
  return quantile(
    times.sort((a, b) => a - b),
    0.95,
  );
}

/** The same load on a server of Node alone, which answers as many bytes as a queue has. */
async function bareMs(headers: Readonly<Record<string, string>>): Promise<number> {
  const body = 'x'.repeat(20_000);
  const server = createServer((_, response) => response.end(body));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const { port } = server.address() as AddressInfo;
    const asks = Array.from({ length: SELECTS }, () => ({ kind: 'bare', path: '/' }));
    const { took } = await load({ port, headers, asks, connections: CONNECTIONS });
    return quantile(took.bare ?? [], 0.95);
  } finally {
    server.close();
  }
}

async function explain(
  served: Served,
  institutionId: number,
  headers: Readonly<Record<string, string>>,
  { iins, words, largeCases }: Filled,
  first: number,
): Promise<void> {
  const { pool } = served.services.store;
  const pages = [
    ['The queue, by priority', '/v1/cases?limit=50'],
    ['The queue, by what is due', '/v1/cases?limit=50&order=due'],
    ['A search by IIN', `/v1/cases?q=${iins[0]}`],
    ['A search by a word of the title', `/v1/cases?q=${encodeURIComponent(words[7])}`],
    ['The page of a case: detail', `/v1/cases/${first}`],
    ['The timeline of a large case', `/v1/cases/${largeCases[0]}/timeline?limit=50`],
    ['The graph of a large case', `/v1/cases/${largeCases[0]}/graph`],
  ] as const;
  const seen = [];
  for (const [name, path] of pages)
    seen.push({
      title: name,
      asked: await spied(pool, async () => (await served.ask('GET', path, headers)).text()),
    });
  const about = `Of ${CASES} cases over ${TRANSFERS} transfers. ${machine()}.`;
  await writePlans(pool, { institutionId }, seen, about);
}
