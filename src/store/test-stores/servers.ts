import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from '../connection.ts';
import { type Binaries, embeddedBinaries } from '../embedded/binaries.ts';

/** Servers that a suite of the store runs on: PostgreSQL of npm, and of Debian's packages where they are installed. */
export const SERVER_KINDS = ['embedded', 'debian'] as const;
export type ServerKind = (typeof SERVER_KINDS)[number];

/** Where each runs; what is not on this machine is missing. */
export type Servers = Partial<Record<ServerKind, Connection>>;

const DEBIAN = '/usr/lib/postgresql';
const OLDEST = 15;

/** Programs of the newest PostgreSQL that Debian's packages have put on this machine. */
export function debianBinaries(): Binaries | undefined {
  if (!existsSync(DEBIAN)) return undefined;
  return readdirSync(DEBIAN)
    .map(Number)
    .filter((major) => major >= OLDEST)
    .sort((a, b) => b - a)
    .map((major) => {
      const bin = join(DEBIAN, String(major), 'bin');
      return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), major };
    })
    .find(({ initdb, postgres }) => existsSync(initdb) && existsSync(postgres));
}

export const binariesOf = async (kind: ServerKind): Promise<Binaries | undefined> =>
  kind === 'embedded' ? embeddedBinaries() : debianBinaries();
