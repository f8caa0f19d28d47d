// A scan of 5 million CSV rows end to end, beside udsv and papaparse that only split the same file.
// usage: node bench/scan.ts [--short]

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { inferSchema, initParser } from 'udsv';
import { CHANNELS, PURPOSES } from '../src/domain/transfer.ts';
import { aim, fixed, medianWall, type Run, rateLine, SHORT, takeTurns, title } from './measure.ts';
import { type Town, town } from './town.ts';

const PEOPLE = SHORT ? 3_000 : 20_000;
const ROWS = SHORT ? 300_000 : 5_000_000;
const A_DAY = 2.3;
const DAYS = Math.ceil(ROWS / (PEOPLE * A_DAY)) + 10;
const ROUNDS = SHORT ? 1 : 3;
/** Where a regression would show; the start of a process and the page weigh more on few rows. */
const WORST_OF_UDSV = SHORT ? 150 : 60;
const WORST_OF_PAPAPARSE = SHORT ? 60 : 20;
const CHUNK_BYTES = 1 << 20;

const dir = mkdtempSync(join(tmpdir(), 'qorgan-bench-'));
try {
  const csv = join(dir, 'transfers.csv');
  await write(csv, town(PEOPLE, DAYS));
  title(`scan: ${ROWS} rows, ${statSync(csv).size >> 20} MB of CSV, a town of ${PEOPLE} people`);
  let peakKb = 0;
  const runs = await takeTurns(
    [
      { name: 'udsv, only split', run: () => split(csv, udsvSplitter) },
      { name: 'papaparse, only split', run: () => split(csv, papaSplitter) },
      {
        name: 'qorgan scan, everything',
        run: async () => {
          const { run, rssKb } = await scan(csv, join(dir, 'out'));
          peakKb = Math.max(peakKb, rssKb);
          return run;
        },
      },
    ],
    ROUNDS,
  );
  for (const [name, measured] of runs) console.log(rateLine(name, ROWS, measured));
  console.log(`  peak memory of the scan ${fixed(peakKb / 1024)} MB`);
  const [udsv, papa, ours] = [...runs.values()].map(medianWall);
  aim('scan / udsv, by the clock', ours / udsv, 3, WORST_OF_UDSV);
  aim('scan / papaparse, by the clock', ours / papa, 3, WORST_OF_PAPAPARSE);
} finally {
  rmSync(dir, { recursive: true });
}

/** Feeds a file piece by piece, as any program must that reads more than a string can hold. */
type Splitter = () => { feed(text: string): void; end(): number };

function udsvSplitter(): ReturnType<Splitter> {
  let parser: ReturnType<typeof initParser> | undefined;
  let rows = 0;
  return {
    feed(text) {
      parser ??= initParser(inferSchema(text));
      // Without a handler of its own udsv would keep every row.
      parser.chunk<string[]>(text, parser.stringArrs, () => {
        rows++;
      });
    },
    end() {
      parser?.end();
      return rows;
    },
  };
}

function papaSplitter(): ReturnType<Splitter> {
  let rest = '';
  let rows = -1;
  const take = (text: string): void => {
    rows += Papa.parse<string[]>(text).data.length;
  };
  return {
    feed(text) {
      const whole = rest + text;
      const cut = whole.lastIndexOf('\n');
      rest = whole.slice(cut + 1);
      take(whole.slice(0, cut));
    },
    end() {
      if (rest !== '') take(rest);
      return rows;
    },
  };
}

async function split(path: string, make: Splitter): Promise<Run> {
  const cpu = process.cpuUsage();
  const from = performance.now();
  const splitter = make();
  const stream = createReadStream(path, { encoding: 'utf8', highWaterMark: CHUNK_BYTES });
  for await (const text of stream) splitter.feed(String(text));
  const rows = splitter.end();
  const wallMs = performance.now() - from;
  const { user, system } = process.cpuUsage(cpu);
  if (rows !== ROWS) throw new Error(`${rows} rows split, not ${ROWS}`);
  return { wallMs, cpuMs: (user + system) / 1000 };
}

/** The command itself in a process of its own, start to finish. */
async function scan(path: string, out: string): Promise<{ run: Run; rssKb: number }> {
  const from = performance.now();
  const script = join(import.meta.dirname, 'scan-once.ts');
  const child = spawn(process.execPath, [script, path, out], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let used = { cpuMs: 0, rssKb: 0 };
  child.on('message', (message: typeof used) => {
    used = message;
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`scan ended with ${code}`);
  return { run: { wallMs: performance.now() - from, cpuMs: used.cpuMs }, rssKb: used.rssKb };
}

async function write(path: string, place: Town): Promise<void> {
  const stream = createWriteStream(path);
  const { accounts } = place.world;
  stream.write('id,at,payer,payee,amount,currency,channel,purpose,payer_bank,payee_bank\n');
  let row = 0;
  for (const day of place.world.days()) {
    let text = '';
    for (let i = 0; i < day.count && row < ROWS; i++, row++) {
      const at = new Date(day.at[i]).toISOString().slice(0, 19);
      const [payer, payee] = [accounts[day.payer[i]].number, accounts[day.payee[i]].number];
      const amount = (day.amountMinor[i] / 100).toFixed(2);
      const kind = `${CHANNELS[day.channel[i]]},${PURPOSES[day.purpose[i]]}`;
      const banks = `${payer.slice(4, 7)},${payee.slice(4, 7)}`;
      text += `T${row},${at}Z,${payer},${payee},${amount},KZT,${kind},${banks}\n`;
    }
    if (!stream.write(text)) await once(stream, 'drain');
    if (row === ROWS) break;
  }
  stream.end();
  await once(stream, 'finish');
}
