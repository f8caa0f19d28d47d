import { readFile, readlink, realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

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

/** The server that runs in a data folder, if one does. */
export async function postmasterOf(data: string): Promise<Postmaster | undefined> {
  const lines = await pidFile(data);
  if (lines === undefined) return undefined;
  const pid = Number(lines[PID]);
  if (!Number.isSafeInteger(pid) || pid <= 1 || !(await isServerOf(pid, data))) return undefined;
  return { pid, port: Number(lines[PORT]), status: lines[STATUS]?.trim() ?? '' };
}

/**
 * PostgreSQL itself clears a file left by a server that died, but refuses when its number is of some living process, as
 * it often is in a container that was started anew. Then our own number is put in the place of that stranger's: a server
 * knows that its parent is no server, and still checks that no process of the old one holds its memory.
 */
export async function disownStranger(data: string): Promise<void> {
  const lines = await pidFile(data);
  if (lines === undefined || !isAlive(Number(lines[PID]))) return;
  if (await isServerOf(Number(lines[PID]), data)) return;
  lines[PID] = String(process.pid);
  await writeFile(join(data, 'postmaster.pid'), lines.join('\n'));
}

async function pidFile(data: string): Promise<string[] | undefined> {
  try {
    return (await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A server works in its data folder; Linux shows where a process works, and a dead one that nobody buried nowhere. */
async function isServerOf(pid: number, data: string): Promise<boolean> {
  if (process.platform !== 'linux') return isAlive(pid);
  try {
    return (await readlink(`/proc/${pid}/cwd`)) === (await realpath(data));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EACCES' && isAlive(pid);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
