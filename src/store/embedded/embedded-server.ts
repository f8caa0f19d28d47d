import type { ChildProcess } from 'node:child_process';
import { chown, open, readFile, rename, stat, statfs } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { QorganError } from '../../domain/errors/catalogue.ts';
import type { Connection } from '../connection.ts';
import { type Binaries, embeddedBinaries } from './binaries.ts';
import { type Cluster, openCluster, startFailed, USER } from './cluster.ts';
import { mendPidFile, type Postmaster, postmasterOf } from './postmaster.ts';
import { lastWords, launch, run } from './program.ts';
import { type RunAs, whoRuns } from './run-as.ts';
import { TUNING } from './tuning.ts';

const LOOK_EVERY_MS = 20;
/** A server that replays its log after a crash is waited for; so much it never takes with max_wal_size as it is. */
const START_MOST_MS = 300_000;
/** A stop writes out what is in memory; then the server is left to end by itself, nothing of it is lost. */
const STOP_MOST_MS = 60_000;
/**
 * Another program may take the free port before the server does, another process may start it, and processes of a killed
 * one end a moment after it.
 */
const PASSING = /lock file|shared memory block|could not (bind|create any TCP)/i;
const ATTEMPTS = 20;
const ATTEMPT_PAUSE_MS = 100;
/** A log past this size is put aside at the next start, in place of the one put aside before. */
const LOG_MOST_BYTES = 10 * 2 ** 20;

/** Another PostgreSQL than npm's, other settings than ours: for tests. */
export interface OtherServer {
  readonly binaries?: Binaries;
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * PostgreSQL in the data folder. It is a process of its own that outlives ours: after a kill -9 the next start finds it
 * running and goes on with it.
 */
export class EmbeddedServer {
  readonly #binaries: Binaries;
  readonly #cluster: Cluster;
  readonly #runAs: RunAs | undefined;
  readonly #settings: Readonly<Record<string, string>>;
  #port = 0;

  private constructor(
    binaries: Binaries,
    cluster: Cluster,
    runAs: RunAs | undefined,
    settings: Readonly<Record<string, string>>,
  ) {
    this.#binaries = binaries;
    this.#cluster = cluster;
    this.#runAs = runAs;
    this.#settings = settings;
  }

  /** The server of a data folder, made if there is none; not started yet. */
  static async in(dataDir: string, other: OtherServer = {}): Promise<EmbeddedServer> {
    const binaries = other.binaries ?? (await embeddedBinaries());
    const runAs = await userFor(binaries, dataDir);
    const cluster = await openCluster(dataDir, binaries, runAs);
    return new EmbeddedServer(binaries, cluster, runAs, { ...TUNING(), ...other.settings });
  }

  /** Where it listens, once it runs. */
  get connection(): Connection & { readonly port: number } {
    const { password } = this.#cluster;
    return { host: '127.0.0.1', port: this.#port, user: USER, database: USER, password };
  }

  /** Finds the server running, or starts it; resolves when it takes connections. Throws QRG_STORE_START. */
  async ensureRunning(): Promise<void> {
    const deadline = Date.now() + START_MOST_MS;
    for (let attempt = 1; ; attempt++) {
      const found = await this.#settled(deadline);
      if (found !== undefined) {
        this.#port = found.port;
        return;
      }
      const failure = await this.#start(deadline);
      if (failure === undefined) continue;
      if (attempt < ATTEMPTS && PASSING.test(failure)) {
        await pause(ATTEMPT_PAUSE_MS);
        continue;
      }
      // On a full disk its log may not have found room to say so.
      if (await isFull(this.#cluster.folder)) throw new QorganError('QRG_STORE_DISK_FULL');
      throw startFailed(new Error(failure));
    }
  }

  /** Stops it: what runs is cancelled, what is committed is written out. Resolves when it has ended. */
  async stop(): Promise<void> {
    const running = await postmasterOf(this.#cluster.data);
    if (running === undefined) return;
    const deadline = Date.now() + STOP_MOST_MS;
    process.kill(running.pid, 'SIGINT');
    while (Date.now() < deadline) {
      const now = await postmasterOf(this.#cluster.data);
      if (now?.pid !== running.pid) return;
      await pause(LOOK_EVERY_MS);
    }
  }

  /** Waits out a server that is starting or stopping. Undefined when none runs. */
  async #settled(deadline: number): Promise<Postmaster | undefined> {
    for (;;) {
      const found = await postmasterOf(this.#cluster.data);
      if (found === undefined || found.status === 'ready') return found;
      if (Date.now() > deadline)
        throw new QorganError('QRG_STORE_START', { reason: `${found.status}…` });
      await pause(LOOK_EVERY_MS);
    }
  }

  /** Starts a server; resolves when one is ready, or with the words of ours when it ended. */
  async #start(deadline: number): Promise<string | undefined> {
    const { data, log } = this.#cluster;
    await mendPidFile(data);
    await putAsideLog(log);
    const from = await sizeOf(log);
    const child = await this.#launch();
    let ended: string | undefined;
    child.once('error', (error) => {
      ended = error.message;
    });
    child.once('exit', (code, signal) => {
      ended ??= `exit ${code ?? signal}`;
    });
    while (ended === undefined) {
      if ((await postmasterOf(data))?.status === 'ready') return undefined;
      if (Date.now() > deadline) return 'timeout';
      await pause(LOOK_EVERY_MS);
    }
    const words = (await readFile(log)).subarray(from).toString('utf8');
    return lastWords(words) || ended;
  }

  /** The server's process, which does not end with ours and does not keep ours from ending. */
  async #launch(): Promise<ChildProcess> {
    const { folder, data, log } = this.#cluster;
    const args = ['-D', data, '-p', String(await this.#freePort())];
    for (const [name, value] of Object.entries(this.#settings)) args.push('-c', `${name}=${value}`);
    const out = await open(log, 'a', 0o600);
    try {
      if (this.#runAs) await chown(log, this.#runAs.uid, this.#runAs.gid);
      const child = launch(this.#binaries.postgres, args, this.#runAs, {
        cwd: folder,
        stdio: ['ignore', out.fd, out.fd],
        detached: true,
      });
      child.unref();
      return child;
    } finally {
      await out.close();
    }
  }

  /** The port of before if it is still free, so that others who know it find the server again; else any. */
  async #freePort(): Promise<number> {
    return (this.#port !== 0 && (await canListen(this.#port))) || (await canListen(0));
  }
}

/** Throws QRG_STORE_ROOT when the user that has to run the server cannot get to its files in any way. */
export async function userFor(binaries: Binaries, dataDir: string): Promise<RunAs | undefined> {
  const { runAs, closed } = await whoRuns([binaries.postgres, dataDir]);
  if (runAs === undefined || closed === undefined) return runAs;
  try {
    await run(binaries.postgres, ['--version'], runAs, dataDir);
    return runAs;
  } catch (error) {
    const refused = new QorganError('QRG_STORE_ROOT', { user: runAs.user, path: closed });
    refused.cause = error;
    throw refused;
  }
}

/** A port of the loopback address that nobody listens on; 0 for any. Resolves with 0 when it is taken. */
function canListen(port: number): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(0));
    probe.listen(port, '127.0.0.1', () => {
      const { port: free } = probe.address() as AddressInfo;
      probe.close(() => resolve(free));
    });
  });
}

/** A server needs room for one segment of its log at the least. */
const SEGMENT_BYTES = 16 * 2 ** 20;

async function isFull(folder: string): Promise<boolean> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize < SEGMENT_BYTES;
}

async function putAsideLog(log: string): Promise<void> {
  if ((await sizeOf(log)) > LOG_MOST_BYTES) await rename(log, `${log}.1`);
}

const sizeOf = (file: string): Promise<number> =>
  stat(file).then(
    ({ size }) => size,
    () => 0,
  );
