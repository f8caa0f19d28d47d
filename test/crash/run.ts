// Kills the service with SIGKILL at random moments under load, again and again, and holds what is left to its word. In some
// rounds the embedded PostgreSQL is killed with it.  usage: npm run test:crash [-- --rounds 50 --seed N --store embedded|server]
// Prints its seed; the same seed makes the same requests and the same moments (what the machine does in between differs).

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Served, startServer } from '../../bench/decide/processes.ts';
import { makeStore, type ServedStore, STORE_KINDS } from '../../bench/decide/served-store.ts';
import { createRandom, type Random } from '../../src/domain/random.ts';
import { saveEngine } from '../../src/engine/snapshot.ts';
import { verifyAudit } from '../../src/service/audit/verify.ts';
import { townRequests } from '../../src/service/live/facts.fixture.ts';
import { BANK, LIVE_OPTIONS, liveOn } from '../../src/service/live/live.fixture.ts';
import type { LiveState } from '../../src/service/live/live-state.ts';
import { recover } from '../../src/service/live/recover.ts';
import type { TransferRequest } from '../../src/service/live/transfer-request.ts';
import type { Store } from '../../src/store/store.ts';
import { Bank } from './bank.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    store: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
const seed = Number(values.seed);
const LINES = 6;
/** A round lasts so long before the kill. */
const ROUND_MS = { least: 30, most: 900 };
const DATABASE_KILLED_SHARE = 0.3;
/** Every so many rounds the kill waits until the follower has saved a snapshot, or that it does not. */
const SNAPSHOT_EVERY = 5;
const SNAPSHOT_WITHIN_MS = 20_000;

console.log(`seed ${seed}, ${rounds} rounds a store`);
let failed = false;
for (const kind of STORE_KINDS) {
  if (values.store !== undefined && values.store !== kind) continue;
  const store = await makeStore(kind);
  if (store === undefined) {
    console.log(`${kind}: skipped, PostgreSQL of Debian is not installed`);
    continue;
  }
  const problems = await crash(kind, store).finally(() => store.end());
  for (const problem of problems) console.log(`${kind}: FAILED ${problem}`);
  failed ||= problems.length > 0;
}
process.exitCode = failed ? 1 : 0;

async function crash(kind: string, served: ServedStore): Promise<string[]> {
  const random = createRandom(seed);
  const town = [...townRequests(seed, 3_000, 30)];
  const bank = new Bank(random.fork('bank'), town);
  const moments = random.fork('moments');
  const recoveryMs: number[] = [];
  for (let round = 1; round <= rounds; round++) {
    const from = performance.now();
    const service = await start(served);
    recoveryMs.push(performance.now() - from);
    await oneRound(
      bank,
      served,
      service,
      moments,
      kind === 'embedded',
      round % SNAPSHOT_EVERY === 0,
    );
    if (round % 10 === 0)
      console.log(
        `${kind}: round ${round}, ${bank.acknowledged.size} acknowledged of ${bank.sent}`,
      );
  }
  const last = await start(served);
  await bank.finish(last.port, served.key);
  // Killed once more: what is checked is what a crash leaves, not what a calm end writes.
  const ended = new Promise((resolve) => last.child.once('exit', resolve));
  last.child.kill('SIGKILL');
  await ended;
  const sorted = recoveryMs.sort((a, b) => a - b);
  console.log(
    `${kind}: ready again after ${Math.round(sorted[sorted.length >> 1])} ms (median), ${Math.round(sorted.at(-1)!)} ms (most), process start included`,
  );
  return [...bank.faults, ...(await check(served, bank, town))];
}

function start(served: ServedStore): Promise<Served> {
  return startServer('src/cli/main.ts', ['serve'], {
    ...served.env,
    PORT: '0',
    QORGAN_LOG_LEVEL: 'error',
    QORGAN_SNAPSHOT_EVERY: '1000',
    QORGAN_NETWORKS_EVERY_SEC: '3600',
  });
}

async function oneRound(
  bank: Bank,
  served: ServedStore,
  service: Served,
  moments: Random,
  ownDatabase: boolean,
  withSnapshot: boolean,
): Promise<void> {
  const killing = new AbortController();
  const work = bank.work(service.port, served.key, LINES, killing.signal);
  await pause(moments.int(ROUND_MS.least, ROUND_MS.most));
  if (withSnapshot) await newSnapshot(served, SNAPSHOT_WITHIN_MS);
  killing.abort();
  const database = moments.next() < DATABASE_KILLED_SHARE && ownDatabase;
  const ended = new Promise((resolve) => service.child.once('exit', resolve));
  if (database) await killDatabase(served);
  service.child.kill('SIGKILL');
  await ended;
  await work;
}

/** Waits until there is another snapshot than before. */
async function newSnapshot({ options }: ServedStore, withinMs: number): Promise<void> {
  const newest = async (): Promise<string | undefined> => {
    const names = await readdir(join(options.dataDir, 'snapshots')).catch(() => []);
    return names
      .filter((name) => name.endsWith('.snapshot'))
      .sort()
      .at(-1);
  };
  const before = await newest();
  const end = performance.now() + withinMs;
  while (performance.now() < end && (await newest()) === before) await pause(20);
}

/** The first line of postmaster.pid is the server's process id. */
async function killDatabase({ options }: ServedStore): Promise<void> {
  const file = join(options.dataDir, 'postgres', 'data', 'postmaster.pid');
  const [pid] = (await readFile(file, 'utf8')).split('\n');
  process.kill(Number(pid), 'SIGKILL');
}

/** Everything that must hold at the end, as problems in words; none is what is wanted. */
async function check(
  served: ServedStore,
  bank: Bank,
  town: readonly TransferRequest[],
): Promise<string[]> {
  const store = await served.open();
  try {
    return [
      ...(await checkRows(store, bank)),
      ...(await checkState(store, town)),
      ...(await checkAudit(store, bank)),
    ];
  } finally {
    await store.close();
  }
}

async function checkRows(store: Store, bank: Bank): Promise<string[]> {
  const { rows } = await store.pool.query(
    'SELECT transfer_id, seq, verdict, score FROM transfers ORDER BY seq',
  );
  const problems: string[] = [];
  const seen = new Map(rows.map((row) => [row.transfer_id, row]));
  if (seen.size !== rows.length) problems.push(`${rows.length - seen.size} ids stored twice`);
  const verdicts = ['allow', 'review', 'hold'];
  for (const [id, { seq, verdict, score }] of bank.acknowledged) {
    const row = seen.get(id);
    if (row === undefined) problems.push(`${id} was acknowledged and is not there`);
    else if (
      row.seq !== seq ||
      verdicts[row.verdict] !== verdict ||
      Math.round(row.score * 100) / 100 !== score
    )
      problems.push(
        `${id} was acknowledged as ${seq} ${verdict} ${score}, is ${JSON.stringify(row)}`,
      );
  }
  console.log(`  ${bank.acknowledged.size} acknowledged, ${rows.length} stored`);
  return problems;
}

/** The state by snapshots, by the whole journal, and of a service that was never interrupted: one and the same. */
async function checkState(store: Store, town: readonly TransferRequest[]): Promise<string[]> {
  const bySnapshot = await recover(store.pool, store.dataDir, LIVE_OPTIONS, store.vault);
  const byJournal = await recover(
    store.pool,
    join(store.dataDir, 'none'),
    LIVE_OPTIONS,
    store.vault,
  );
  const { rows } = await store.pool.query('SELECT transfer_id FROM transfers ORDER BY seq');
  const requests = new Map(town.map((request) => [request.id, request]));
  const order = rows.map((row) => requests.get(row.transfer_id)!);
  const whole = await uninterrupted(order);
  const problems: string[] = [];
  if (bySnapshot.state.digest() !== byJournal.state.digest())
    problems.push('the snapshot and what follows is not the state of the whole journal');
  const scores = await store.pool.query('SELECT score FROM transfers ORDER BY seq');
  const other = scores.rows.findIndex(
    (row, i) => Math.fround(whole.scores[i]) !== Math.fround(row.score),
  );
  if (other >= 0)
    problems.push(`an uninterrupted run says ${whole.scores[other]} of ${order[other].id}`);
  if (engineDigest(byJournal.state) !== whole.digest)
    problems.push('the engine is not in the state of an uninterrupted run');
  console.log(
    `  snapshot at ${bySnapshot.snapshotSeq}, ${bySnapshot.replayed} facts after it; ${byJournal.replayed} facts in all`,
  );
  return problems;
}

/** The whole state of the engine; what else a service keeps holds the times of its own clock. */
function engineDigest({ engine }: LiveState): string {
  return createHash('sha256').update(saveEngine(engine)).digest('hex');
}

/** A service that takes the same transfers in the same order on a store of its own, and is left in peace. */
async function uninterrupted(
  order: readonly TransferRequest[],
): Promise<{ scores: number[]; digest: string }> {
  const fresh = await makeStore('embedded');
  if (fresh === undefined) throw new Error('the embedded store is always there');
  const store = await fresh.open();
  const live = await liveOn(store);
  const scores: number[] = [];
  for (let from = 0; from < order.length; from += 500)
    for (const outcome of await live.decide(BANK, order.slice(from, from + 500)))
      scores.push(outcome.ok ? outcome.value.score : Number.NaN);
  const digest = engineDigest(live.state);
  await live.close();
  await store.close();
  await fresh.end();
  return { scores, digest };
}

/** The book of acts is whole, and an act is there exactly when its record is. */
async function checkAudit(store: Store, bank: Bank): Promise<string[]> {
  const problems: string[] = [];
  const { end, broken } = await verifyAudit(store);
  if (broken) problems.push(`audit: ${JSON.stringify(broken)}`);
  const made = await store.pool.query('SELECT name FROM lists');
  const recorded = await store.pool.query(
    "SELECT count(*) AS rows FROM audit WHERE action = 'list.create'",
  );
  const names = new Set(made.rows.map((row) => row.name));
  const lost = bank.listsMade.filter((name) => !names.has(name));
  if (lost.length > 0) problems.push(`${lost.length} acts were acknowledged and are not there`);
  if (recorded.rows[0].rows !== made.rows.length)
    problems.push(`${made.rows.length} acts, ${recorded.rows[0].rows} records of them`);
  console.log(`  audit: ${end.seq} entries, ${bank.listsMade.length} acts acknowledged`);
  return problems;
}
