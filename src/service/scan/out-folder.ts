import { rmSync } from 'node:fs';
import { type FileHandle, mkdtemp, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { QorganError } from '../../domain/errors/catalogue.ts';
import { makeFolder } from './make-folder.ts';

/**
 * Where a scan puts its files. Everything is written into a hidden folder inside DIR and moved to its
 * final name when the scan is complete, so a scan that dies leaves no half-written file under a name
 * that somebody reads.
 */
export class OutFolder {
  readonly dir: string;
  readonly #work: string;
  readonly #names: string[] = [];

  private constructor(dir: string, work: string) {
    this.dir = dir;
    this.#work = work;
    working.add(work);
  }

  static async open(dir: string): Promise<OutFolder> {
    try {
      await makeFolder(dir);
      await sweep(dir);
      return new OutFolder(dir, await mkdtemp(join(dir, `.scan-${process.pid}-`)));
    } catch (error) {
      throw outError(error, dir);
    }
  }

  /** A path for what only the scan itself needs. */
  scratch(name: string): string {
    return join(this.#work, name);
  }

  get workDir(): string {
    return this.#work;
  }

  /** A file that will be DIR/name once the scan is complete. */
  async create(name: string): Promise<FileHandle> {
    this.#names.push(name);
    return open(join(this.#work, name), 'w');
  }

  async write(name: string, content: string | Uint8Array): Promise<void> {
    this.#names.push(name);
    await writeFile(join(this.#work, name), content);
  }

  /** Moves every file, or those named, to its final name and removes the hidden folder. */
  async publish(names: readonly string[] = this.#names): Promise<void> {
    for (const name of names) {
      const handle = await open(join(this.#work, name), 'r+');
      await handle.sync();
      await handle.close();
    }
    for (const name of names) await rename(join(this.#work, name), join(this.dir, name));
    await this.discard();
  }

  async discard(): Promise<void> {
    await rm(this.#work, { recursive: true, force: true });
    working.delete(this.#work);
  }
}

/** Hidden and scratch folders of this process's work that is not over. */
const working = new Set<string>();

/** A folder in the system's place for what is thrown away, given to `work` and removed however that ends. */
export async function withScratch<T>(name: string, work: (dir: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), name));
  working.add(dir);
  try {
    return await work(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
    working.delete(dir);
  }
}

/** Removes them at once: for a process that is about to end. */
export function sweepOwn(): void {
  for (const work of working) rmSync(work, { recursive: true, force: true });
}

/** Removes what scans that were killed left behind in `dir`; those still running are let be. */
async function sweep(dir: string): Promise<void> {
  for (const name of await readdir(dir)) {
    const pid = /^\.scan-(\d+)-/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid)))
      await rm(join(dir, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, but it is somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** A folder that cannot be made or written to; ENOENT is what /proc answers. */
const NOT_WRITABLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENAMETOOLONG', 'ELOOP']);

/** A write that failed, in words a user can act on. */
export function outError(error: unknown, dir: string): Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC') return new QorganError('QRG_OUT_DISK_FULL', { dir });
  if (NOT_WRITABLE.has(code)) return new QorganError('QRG_OUT_NOT_WRITABLE', { dir });
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return new QorganError('QRG_OUT_NOT_A_FOLDER', { dir });
  return error instanceof Error ? error : new Error(String(error));
}
