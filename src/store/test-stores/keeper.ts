import { mkdirSync, readdirSync } from 'node:fs';
import { glob, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openCluster, runSingle } from '../embedded/cluster.ts';
import { EmbeddedServer, userFor } from '../embedded/embedded-server.ts';
import { isAlive } from '../embedded/is-alive.ts';
import { postmasterOf } from '../embedded/postmaster.ts';
import { FOLDER_NAME, type Kept, ownerOf, READY_FILE } from './kept.ts';
import { binariesOf, SERVER_KINDS, type Servers } from './servers.ts';

/*
 * Keeps the servers of one test run: a process beside it that starts them, and stops them when the run has ended, however
 * it ended.  usage: node keeper.ts FOLDER OWNER-PID
 */
const [folder, ownerText] = process.argv.slice(2);
const owner = Number(ownerText);
const OWNER_LOOKED_AT_EVERY_MS = 100;

/**
 * Databases come and go with every suite, and each would wait for the disk. No power is cut in these suites; those about
 * crashes start servers of their own.
 */
const SETTINGS = { fsync: 'off', full_page_writes: 'off', max_connections: '200' };

const kept: Kept = await begin();
await writeFile(join(folder, `${READY_FILE}.new`), JSON.stringify(kept));
await rename(join(folder, `${READY_FILE}.new`), join(folder, READY_FILE));
while (isAlive(owner)) await pause(OWNER_LOOKED_AT_EVERY_MS);
await end(folder);

async function begin(): Promise<Kept> {
  try {
    await endOrphans();
    const servers: Servers = {};
    await Promise.all(
      SERVER_KINDS.map(async (kind) => {
        const binaries = await binariesOf(kind);
        if (binaries === undefined) return;
        const dataDir = join(folder, kind);
        mkdirSync(dataDir, { mode: 0o711 });
        const runAs = await userFor(binaries, dataDir);
        const { data } = await openCluster(dataDir, binaries, runAs);
        await runSingle(binaries, data, runAs, 'ALTER ROLE qorgan CREATEDB CREATEROLE\n');
        const server = await EmbeddedServer.in(dataDir, { binaries, settings: SETTINGS });
        await server.ensureRunning();
        servers[kind] = server.connection;
      }),
    );
    return { keeper: process.pid, servers };
  } catch (error) {
    return { keeper: process.pid, error: String(error) };
  }
}

/** Stops the servers in a folder of ours, those that tests have started by themselves too, and takes it away. */
async function end(place: string): Promise<void> {
  for await (const pidFile of glob('**/postmaster.pid', { cwd: place })) {
    const running = await postmasterOf(join(place, dirname(pidFile)));
    // Nobody needs these data: an immediate stop.
    if (running !== undefined) process.kill(running.pid, 'SIGQUIT');
    while (running !== undefined && isAlive(running.pid)) await pause(10);
  }
  await rm(place, { recursive: true, force: true, maxRetries: 5 });
}

/** A keeper that was itself killed left its servers behind. */
async function endOrphans(): Promise<void> {
  const parent = dirname(folder);
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(FOLDER_NAME) || join(parent, name) === folder) continue;
    if (!isAlive(ownerOf(name))) await end(join(parent, name)).catch(() => {});
  }
}
