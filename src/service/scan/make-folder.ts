import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** What of the file system is asked; a test gives another one. */
export interface FolderSystem {
  mkdir(path: string): Promise<unknown>;
  /** Fails with ENOENT where there is nothing. */
  stat(path: string): Promise<{ isDirectory(): boolean }>;
}

const SYSTEM: FolderSystem = { mkdir: (path) => mkdir(path), stat: (path) => stat(path) };

/**
 * Makes a folder and those above it that are missing. Throws what the system says. Node's own recursive mkdir is not used:
 * where a parent is there and the system still answers ENOENT, as below /proc, it tries again for ever.
 */
export async function makeFolder(dir: string, system = SYSTEM): Promise<void> {
  const missing: string[] = [];
  let at = resolve(dir);
  while (!(await isThere(at, system)) && dirname(at) !== at) {
    missing.push(at);
    at = dirname(at);
  }
  for (const folder of missing.reverse()) await makeOne(folder, system);
}

async function isThere(path: string, system: FolderSystem): Promise<boolean> {
  try {
    await system.stat(path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

async function makeOne(folder: string, system: FolderSystem): Promise<void> {
  try {
    await system.mkdir(folder);
  } catch (error) {
    // Another scan may have made it meanwhile.
    const isMade =
      codeOf(error) === 'EEXIST' &&
      (await system.stat(folder).then(
        (about) => about.isDirectory(),
        () => false,
      ));
    if (!isMade) throw error;
  }
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;
