import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isMainThread } from 'node:worker_threads';
import { isAlive } from '../embedded/is-alive.ts';
import type { Servers } from './servers.ts';

/** What the keeper says once its servers run, or that they do not. */
export type Kept =
  | { readonly keeper: number; readonly servers: Servers; readonly error?: undefined }
  | { readonly keeper: number; readonly error: string };

export const FOLDER_NAME = 'qorgan-test-stores-';
export const READY_FILE = 'ready.json';
const START_MOST_MS = 60_000;
const LOOK_EVERY_MS = 20;

export const ownerOf = (folderName: string): number => Number(folderName.slice(FOLDER_NAME.length));

/** The servers of this test run, started by the first file that needs them and shared by the files after it. */
export async function keptServers(): Promise<Servers> {
  return (await keep()).servers;
}

/**
 * A new folder that is taken away when the test run ends, however it ends, with any PostgreSQL that runs in it. A user that
 * runs a server may pass through.
 */
export async function keptFolder(): Promise<string> {
  const folder = await mkdtemp(join((await keep()).folder, 'data-'));
  await chmod(folder, 0o711);
  return folder;
}

/**
 * A run is known by its main process: the parent of a worker process, the process itself of a worker thread.
 */
async function keep(): Promise<{ folder: string; servers: Servers }> {
  const owner = isMainThread ? process.ppid : process.pid;
  const folder = join(tmpdir(), `${FOLDER_NAME}${owner}`);
  const deadline = Date.now() + START_MOST_MS;
  while (Date.now() < deadline) {
    if (await madeFolder(folder)) startKeeper(folder, owner);
    const kept = await read(folder);
    if (kept?.error !== undefined) throw new Error(`servers of the tests: ${kept.error}`);
    if (kept !== undefined && isAlive(kept.keeper)) return { folder, servers: kept.servers };
    // Left by a run whose main process had the same number.
    if (kept !== undefined) await rm(folder, { recursive: true, force: true });
    await pause(LOOK_EVERY_MS);
  }
  throw new Error(`servers of the tests did not start within ${START_MOST_MS} ms: ${folder}`);
}

/** True for one of several workers: making a folder is all or nothing. */
async function madeFolder(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { mode: 0o711 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

function startKeeper(folder: string, owner: number): void {
  const keeper = join(import.meta.dirname, 'keeper.ts');
  const args = [keeper, folder, String(owner)];
  // Detached: Ctrl-C in the terminal must not end the keeper before it has ended its servers.
  spawn(process.execPath, args, {
    detached: true,
    stdio: 'ignore',
    execArgv: [],
  } as object).unref();
}

async function read(folder: string): Promise<Kept | undefined> {
  try {
    return JSON.parse(await readFile(join(folder, READY_FILE), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
