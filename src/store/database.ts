import { mkdir, realpath } from 'node:fs/promises';
import type pg from 'pg';
import { QorganError } from '../domain/errors/catalogue.ts';
import { type Connection, makePool } from './connection.ts';
import { hasCluster } from './embedded/cluster.ts';
import { ServerHold } from './embedded/server-hold.ts';
import { withStoreErrors } from './store-error.ts';

/** Where a database is. */
export interface DatabasePlace {
  /** Folder of the embedded server, the master key and snapshots; made if it is not there. */
  readonly dataDir: string;
  /** A PostgreSQL server instead of the embedded one: postgres://user:password@host:port/database */
  readonly databaseUrl?: string | undefined;
}

/** A database that answers, whatever is in it. */
export interface Database {
  readonly pool: pg.Pool;
  /** Where it is now: an embedded server that was started again may have another port. */
  readonly connection: () => Connection;
  readonly isEmbedded: boolean;
  /** Why the embedded server does not run, when it does not. */
  readonly trouble: () => QorganError | undefined;
  close(): Promise<void>;
}

/** Starts the embedded server if no other one is named, and checks that ours may be used. Throws QRG_STORE_… */
export async function openDatabase({ dataDir, databaseUrl }: DatabasePlace): Promise<Database> {
  const folder = await makeDataDir(dataDir);
  return assured(databaseUrl === undefined ? await embedded(folder) : named(databaseUrl));
}

/** The same without making anything: undefined when no server is named and there is no embedded one yet. */
export async function findDatabase(place: DatabasePlace): Promise<Database | undefined> {
  if (place.databaseUrl !== undefined) return assured(named(place.databaseUrl));
  return (await hasCluster(place.dataDir)) ? openDatabase(place) : undefined;
}

async function assured(database: Database): Promise<Database> {
  try {
    await withStoreErrors(() => assertServer(database.pool));
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

function named(connectionString: string): Database {
  const connection = { connectionString };
  const pool = makePool(connection);
  return {
    pool,
    connection: () => connection,
    isEmbedded: false,
    trouble: () => undefined,
    close: () => pool.end(),
  };
}

async function embedded(dataDir: string): Promise<Database> {
  let pool: pg.Pool | undefined;
  const hold = await withStoreErrors(() =>
    ServerHold.on(dataDir, (connection) => {
      // Connections made from now on go to the server's new port.
      if (pool !== undefined) Object.assign(pool.options, connection);
    }),
  );
  const made = makePool(hold.connection);
  pool = made;
  return {
    pool: made,
    connection: () => hold.connection,
    isEmbedded: true,
    trouble: () => hold.trouble,
    async close() {
      await made.end();
      await hold.release();
    },
  };
}

/** The real path of the data folder: the server is known by it. */
async function makeDataDir(dataDir: string): Promise<string> {
  try {
    // Others may pass through: PostgreSQL may run as another user (run-as.ts). What is inside is closed to them.
    await mkdir(dataDir, { recursive: true, mode: 0o711 });
    return await realpath(dataDir);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new QorganError('QRG_STORE_FOLDER', { dir: dataDir, reason });
  }
}

/** Oldest server taken: NULLS NOT DISTINCT of our indexes is of PostgreSQL 15. */
const OLDEST_MAJOR = 15;

async function assertServer(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query(
    `SELECT current_setting('server_version_num')::int / 10000 AS major, current_setting('server_version') AS version,
       current_setting('server_encoding') AS encoding`,
  );
  const { major, version, encoding } = rows[0];
  if (major < OLDEST_MAJOR)
    throw new QorganError('QRG_STORE_VERSION', { needed: OLDEST_MAJOR, found: version });
  if (encoding !== 'UTF8') throw new QorganError('QRG_STORE_ENCODING', { found: encoding });
}
