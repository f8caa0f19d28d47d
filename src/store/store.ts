import { mkdir } from 'node:fs/promises';
import { Kysely, type Transaction as KyselyTransaction, PostgresDialect, sql } from 'kysely';
import type pg from 'pg';
import { QorganError } from '../domain/errors/catalogue.ts';
import { type Connection, connectAlone, makePool } from './connection.ts';
import { createFirstKeys, hasDataKeys } from './data-keys.ts';
import { ServerHold } from './embedded/server-hold.ts';
import { createMasterKey, masterKeyFile, readMasterKey } from './master-key.ts';
import { migrate, schemaState } from './migrate.ts';
import { READER_ROLE } from './row-security.ts';
import { withStoreErrors } from './store-error.ts';
import type { Tables } from './tables/index.ts';
import { KEYS_READ_EVERY_MS, Vault } from './vault.ts';

export interface StoreOptions {
  /** Folder of the embedded server, the master key and snapshots; made if it is not there. */
  readonly dataDir: string;
  /** A PostgreSQL server instead of the embedded one: postgres://user:password@host:port/database */
  readonly databaseUrl?: string | undefined;
  /** 32 bytes. Without it `master.key` of the data folder is read, or made for a new store. */
  readonly masterKey?: Uint8Array | undefined;
  /**
   * Bring the schema of a server up to date. An empty database and the embedded one are brought up in any case; a server
   * that holds data only when told, after its owner has made a backup.
   */
  readonly migrate?: boolean | undefined;
}

/** Who reads: rows of one institution, or of all. */
export interface Scope {
  readonly institutionId: number;
  readonly seesAll: boolean;
}

export type Transaction = KyselyTransaction<Tables>;

/** Oldest server taken: NULLS NOT DISTINCT and the reader's grants are of PostgreSQL 15. */
const OLDEST_MAJOR = 15;

/** The database with its keys. */
export class Store {
  readonly pool: pg.Pool;
  readonly db: Kysely<Tables>;
  readonly vault: Vault;
  readonly dataDir: string;
  readonly connection: Connection;
  readonly #hold: ServerHold | undefined;
  readonly #keysTimer: NodeJS.Timeout;
  #closed: Promise<void> | undefined;

  constructor(dataDir: string, base: Base, vault: Vault) {
    this.dataDir = dataDir;
    this.pool = base.pool;
    this.connection = base.connection;
    this.#hold = base.hold;
    this.vault = vault;
    this.db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: base.pool }) });
    // While the database is away, the keys that are known stay.
    const readKeys = () => vault.readKeys(this.pool).catch(() => {});
    this.#keysTimer = setInterval(readKeys, KEYS_READ_EVERY_MS).unref();
  }

  /**
   * Reads as the role qorgan_reader, which sees rows of the scope only, in one snapshot of the database. Throws QRG_STORE_…
   * when the database fails.
   */
  read<T>(scope: Scope, work: (trx: Transaction) => Promise<T>): Promise<T> {
    const { institutionId, seesAll } = scope;
    if (!Number.isSafeInteger(institutionId)) throw new RangeError('institutionId is no integer');
    return withStoreErrors(() =>
      this.db
        .transaction()
        .setAccessMode('read only')
        .setIsolationLevel('repeatable read')
        .execute(async (trx) => {
          await sql`SELECT set_config('role', ${READER_ROLE}, true),
            set_config('qorgan.institution', ${String(institutionId)}, true),
            set_config('qorgan.sees_all', ${seesAll === true ? 'on' : 'off'}, true)`.execute(trx);
          return work(trx);
        }),
    );
  }

  /** Writes as the owner, in one transaction. Rights are the caller's to check before. Throws QRG_STORE_… */
  write<T>(work: (trx: Transaction) => Promise<T>): Promise<T> {
    return withStoreErrors(() => this.db.transaction().execute(work));
  }

  /** Waits for what runs, lets connections go, and stops the embedded server unless another process uses it. */
  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    clearInterval(this.#keysTimer);
    await this.db.destroy();
    await this.#hold?.release();
  }
}

/** A database that answers, before its schema and keys were looked at. */
interface Base {
  readonly pool: pg.Pool;
  readonly connection: Connection;
  readonly hold: ServerHold | undefined;
}

/**
 * Opens the store: starts the embedded server if no server is named, brings an empty or embedded database up to date, and
 * unwraps its keys. Throws QRG_STORE_… saying what to do.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { dataDir } = options;
  await makeDataDir(dataDir);
  const base = await withStoreErrors(() => reach(options));
  try {
    return await withStoreErrors(async () => {
      await prepareSchema(base, options);
      return new Store(dataDir, base, await openVault(base.pool, options));
    });
  } catch (error) {
    await base.pool.end();
    await base.hold?.release();
    throw error;
  }
}

async function makeDataDir(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o711 });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new QorganError('QRG_STORE_FOLDER', { dir: dataDir, reason });
  }
}

async function reach({ dataDir, databaseUrl }: StoreOptions): Promise<Base> {
  if (databaseUrl !== undefined) {
    const connection = { connectionString: databaseUrl };
    return { pool: makePool(connection), connection, hold: undefined };
  }
  let pool: pg.Pool | undefined;
  const hold = await ServerHold.on(dataDir, (connection) => {
    // Connections made from now on go to the server's new port.
    if (pool !== undefined) Object.assign(pool.options, connection);
  });
  pool = makePool(hold.connection);
  return { pool, connection: hold.connection, hold };
}

async function prepareSchema({ connection, hold }: Base, options: StoreOptions): Promise<void> {
  const client = await connectAlone(connection);
  try {
    await assertServer(client);
    const { applied, pending } = await schemaState(client);
    if (pending.length === 0) return;
    const isOurs = hold !== undefined || applied.length === 0 || options.migrate === true;
    if (!isOurs)
      throw new QorganError('QRG_STORE_OLD', { pending: pending.map(({ id }) => id).join(', ') });
    await migrate(client);
  } finally {
    await client.end();
  }
}

async function assertServer(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query(
    `SELECT current_setting('server_version_num')::int / 10000 AS major, current_setting('server_version') AS version,
       current_setting('server_encoding') AS encoding`,
  );
  const { major, version, encoding } = rows[0];
  if (major < OLDEST_MAJOR)
    throw new QorganError('QRG_STORE_VERSION', { needed: OLDEST_MAJOR, found: version });
  if (encoding !== 'UTF8') throw new QorganError('QRG_STORE_ENCODING', { found: encoding });
}

async function openVault(pool: pg.Pool, { dataDir, masterKey }: StoreOptions): Promise<Vault> {
  const file = masterKeyFile(dataDir);
  const isNew = !(await hasDataKeys(pool));
  const given = masterKey ?? (await readMasterKey(file));
  if (given === undefined && !isNew) throw new QorganError('QRG_STORE_KEY_MISSING', { file });
  const master = given ?? (await createMasterKey(file));
  if (isNew) await createFirstKeys(pool, master);
  return Vault.open(pool, master);
}
