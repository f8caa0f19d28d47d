// What reading transfers from CSV costs, beside two fast CSV parsers that only split into strings.
// usage: node bench/csv.ts [ROWS] [ROUNDS]      default 1,000,000 rows, 3 rounds; medians of wall and CPU time

import { once } from 'node:events';
import {
  createWriteStream,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { inferSchema, initParser } from 'udsv';
import { AccountTable } from '../src/domain/account.ts';
import { createRandom } from '../src/domain/random.ts';
import { openSource } from '../src/intake/open.ts';

interface Measured {
  rows: number;
  wallMs: number;
  cpuMs: number;
}

const rows = Number(process.argv[2] ?? 1_000_000);
const rounds = Number(process.argv[3] ?? 3);
const SHARED = '../shared/data/transfers/tide-s42/transactions.csv.gz';

const dir = mkdtempSync(join(tmpdir(), 'qorgan-bench-'));
try {
  const made = join(dir, 'made.csv');
  await makeCsv(made, rows);
  await compare(`8 columns, ${rows} rows, ${statSync(made).size >> 20} MB`, made);
  if (existsSync(SHARED)) {
    const tide = join(dir, 'tide.csv');
    writeFileSync(tide, gunzipSync(readFileSync(SHARED)));
    await compare('tide-s42, 11 columns', tide);
  } else console.log(`skipped tide-s42: ${SHARED} is absent`);
} finally {
  rmSync(dir, { recursive: true });
}

/** Transfers in the layout of AMLSim, 8 columns, among 50,000 accounts. */
async function makeCsv(path: string, count: number): Promise<void> {
  const random = createRandom(42);
  const out = createWriteStream(path);
  out.write(
    'TX_ID,SENDER_ACCOUNT_ID,RECEIVER_ACCOUNT_ID,TX_TYPE,TX_AMOUNT,TIMESTAMP,IS_FRAUD,ALERT_ID\n',
  );
  for (let i = 0; i < count; ) {
    let text = '';
    for (const to = Math.min(i + 10_000, count); i < to; i++)
      text += `${i},${random.int(0, 24_999)},${random.int(25_000, 49_999)},TRANSFER,${(random.int(1, 9_999_999) / 100).toFixed(2)},${Math.floor(i / 1000)},False,-1\n`;
    if (!out.write(text)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

async function compare(title: string, path: string): Promise<void> {
  const readers: [string, () => Promise<number>][] = [
    ['udsv, string arrays', async () => udsvRows(path)],
    ['papaparse, string arrays', async () => papaRows(path)],
    ['qorgan, one thread', () => qorganRows(path, 'here')],
    ['qorgan, worker', () => qorganRows(path, 'worker')],
  ];
  const runs = new Map<string, Measured[]>(readers.map(([name]) => [name, []]));
  // Rounds are interleaved, so that a slow moment of the machine hits all alike.
  for (let round = 0; round < rounds; round++)
    for (const [name, read] of readers) runs.get(name)?.push(await measure(read));
  console.log(`\n${title}`);
  const base = median((runs.get('udsv, string arrays') ?? []).map(({ wallMs }) => wallMs));
  for (const [name, measured] of runs) {
    const wallMs = median(measured.map((m) => m.wallMs));
    const cpuMs = median(measured.map((m) => m.cpuMs));
    const count = measured[0]?.rows ?? 0;
    console.log(
      `${name.padEnd(26)} ${rate(count, wallMs)} rows/s wall  ${rate(count, cpuMs)} rows per CPU second  ${(base / wallMs).toFixed(2)} x udsv`,
    );
  }
}

function rate(count: number, ms: number): string {
  return `${(count / ms / 1000).toFixed(2)} M`.padStart(7);
}

async function measure(read: () => Promise<number>): Promise<Measured> {
  const cpu = process.cpuUsage();
  const from = performance.now();
  const count = await read();
  const wallMs = performance.now() - from;
  const used = process.cpuUsage(cpu);
  return { rows: count, wallMs, cpuMs: (used.user + used.system) / 1000 };
}

function udsvRows(path: string): number {
  const text = readFileSync(path, 'utf8');
  return initParser(inferSchema(text.slice(0, 1 << 16))).stringArrs(text).length;
}

function papaRows(path: string): number {
  return Papa.parse<string[]>(readFileSync(path, 'utf8')).data.length;
}

async function qorganRows(path: string, thread: 'here' | 'worker'): Promise<number> {
  const opened = await openSource(path, { name: 'bench', file: 0, thread });
  if (!opened.ok) throw new Error(opened.problem.code);
  const context = {
    accounts: new AccountTable(),
    language: 'en' as const,
    reject() {},
    advanced() {},
  };
  let count = 0;
  for await (const batch of opened.value.read(context)) count += batch.count;
  return count;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
