import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Result } from '../../src/domain/errors/catalogue.ts';
import { openAccess } from '../../src/service/access/access.ts';
import { addKey } from '../../src/service/access/api-keys.ts';
import { addInstitution } from '../../src/service/access/institutions.ts';
import { terminalPrincipal } from '../../src/service/access/principal.ts';
import { openAudit } from '../../src/service/audit/audit.ts';
import { EmbeddedServer } from '../../src/store/embedded/embedded-server.ts';
import { openStore, type Store, type StoreOptions } from '../../src/store/store.ts';
import { debianBinaries } from '../../src/store/test-stores/servers.ts';

/** 'embedded': the default, PostgreSQL of npm in the data folder; 'server': PostgreSQL of Debian, by its address. */
export const STORE_KINDS = ['embedded', 'server'] as const;
export type StoreKind = (typeof STORE_KINDS)[number];

/** A fresh store for one run, with an institution and a key for it. */
export interface ServedStore {
  readonly options: StoreOptions;
  /** What a service is told to use it. */
  readonly env: Readonly<Record<string, string>>;
  readonly key: string;
  open(): Promise<Store>;
  /** Stops its server and takes its folder away. */
  end(): Promise<void>;
}

/** Undefined where this machine has no PostgreSQL of Debian. */
export async function makeStore(kind: StoreKind): Promise<ServedStore | undefined> {
  const binaries = kind === 'server' ? debianBinaries() : undefined;
  if (kind === 'server' && binaries === undefined) return undefined;
  const dataDir = await mkdtemp(join(tmpdir(), 'qorgan-served-'));
  // PostgreSQL does not run as root: who it runs as must get to its folder.
  await chmod(dataDir, 0o711);
  const server = binaries && (await serverIn(dataDir, binaries));
  const url = server && urlOf(server);
  const options = { dataDir: join(dataDir, 'data'), databaseUrl: url };
  const store = await openStore(options);
  const key = await keyOf(store);
  await store.close();
  return {
    options,
    env: { QORGAN_DATA: options.dataDir, ...(url && { QORGAN_DATABASE_URL: url }) },
    key,
    open: () => openStore(options),
    async end() {
      await server?.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function serverIn(
  dataDir: string,
  binaries: NonNullable<ReturnType<typeof debianBinaries>>,
): Promise<EmbeddedServer> {
  const server = await EmbeddedServer.in(dataDir, { binaries });
  await server.ensureRunning();
  return server;
}

function urlOf({ connection }: EmbeddedServer): string {
  const { host, port, user, password, database } = connection;
  return `postgres://${user}:${password}@${host}:${port}/${database}`;
}

async function keyOf(store: Store): Promise<string> {
  const audit = await openAudit({ store });
  const access = openAccess({ store, audit });
  const by = terminalPrincipal('bench');
  have(await addInstitution(access, by, { code: 'bank', name: 'Bank', kind: 'bank' }));
  const scopes = ['decisions:write', 'transfers:write', 'lists:read', 'lists:write'];
  const { key } = have(await addKey(access, by, { institution: 'bank', name: 'bench', scopes }));
  await audit.close();
  return key;
}

function have<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}
