import { readFile, readlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive } from './is-alive.ts';

/** A server that runs in a data folder, as its postmaster.pid tells. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** 'starting', 'ready', 'stopping'; '' in the first moments. */
  readonly status: string;
}

/** Lines of postmaster.pid: https://www.postgresql.org/docs/18/storage-file-layout.html and miscadmin.h. */
const PID = 0;
const PORT = 3;
const STATUS = 7;

/** A server writes its number right after it has made the file; a file that has none for so long is a torn one. */
const TORN_AFTER_MS = 1_000;
const LOOK_EVERY_MS = 50;

/** The server that runs in a data folder, if one does. `data` is a real path, as the server was started with. */
export async function postmasterOf(data: string): Promise<Postmaster | undefined> {
  const lines = await pidFile(data);
  if (lines === undefined) return undefined;
  const pid = pidIn(lines);
  if (pid === undefined || !(await isServerOf(pid, data))) return undefined;
  return { pid, port: Number(lines[PORT]), status: lines[STATUS]?.trim() ?? '' };
}

/**
 * PostgreSQL itself clears a file left by a server that died, but refuses when its number is of some living process, as
 * it often is in a container that was started anew, or when a power cut tore the file. Then our own number is put in its
 * place: a server knows that its parent is no server, and still checks that no process of the old one holds its memory.
 */
export async function mendPidFile(data: string): Promise<void> {
  const lines = await untorn(data);
  if (lines === undefined) return;
  const pid = pidIn(lines);
  if (pid !== undefined && (!isAlive(pid) || (await isServerOf(pid, data)))) return;
  const mended =
    pid === undefined ? [String(process.pid), data, ''] : lines.with(PID, String(process.pid));
  await writeFile(join(data, 'postmaster.pid'), mended.join('\n'));
}

async function untorn(data: string): Promise<string[] | undefined> {
  for (let waitedMs = 0; ; waitedMs += LOOK_EVERY_MS) {
    const lines = await pidFile(data);
    if (lines === undefined || pidIn(lines) !== undefined || waitedMs >= TORN_AFTER_MS)
      return lines;
    await pause(LOOK_EVERY_MS);
  }
}

async function pidFile(data: string): Promise<string[] | undefined> {
  try {
    return (await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function pidIn(lines: readonly string[]): number | undefined {
  const pid = Number(lines[PID]);
  return Number.isSafeInteger(pid) && pid > 1 ? pid : undefined;
}

/**
 * Linux tells what a process runs and where. A dead one that nobody buried, as under a first process of a container that
 * buries none, runs nothing.
 */
async function isServerOf(pid: number, data: string): Promise<boolean> {
  if (process.platform !== 'linux') return isAlive(pid);
  const [program, ...args] = await commandOf(pid);
  if (!/^(postgres|postmaster)$/.test(basename(program))) return false;
  if (args.includes(data)) return true;
  try {
    // Started by hand with another spelling of the path: a server works in its data folder.
    return (await readlink(`/proc/${pid}/cwd`)) === data;
  } catch (error) {
    // We may not look: in doubt it is one, and nothing is done to its file.
    return (error as NodeJS.ErrnoException).code === 'EACCES';
  }
}

async function commandOf(pid: number): Promise<string[]> {
  try {
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).split('\0');
  } catch {
    return [''];
  }
}
