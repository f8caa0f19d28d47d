import { Kysely, type Transaction as KyselyTransaction, PostgresDialect, sql } from 'kysely';
import type pg from 'pg';
import { QorganError } from '../domain/errors/catalogue.ts';
import { type Connection, connectAlone } from './connection.ts';
import { type Database, type DatabasePlace, openDatabase } from './database.ts';
import { migrate, schemaState, settledSchemaState } from './migrate.ts';
import { type MasterKeyPlace, openVault } from './open-vault.ts';
import { ensurePartitions, monthsAhead } from './partitions.ts';
import { Ping } from './ping.ts';
import { READER_ROLE } from './row-security.ts';
import { withStoreErrors } from './store-error.ts';
import type { Tables } from './tables/index.ts';
import { KEYS_READ_EVERY_MS, type Vault } from './vault.ts';

export interface StoreOptions extends DatabasePlace, MasterKeyPlace {
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

const HOUR_MS = 3_600_000;

/** The database with its keys. */
export class Store {
  readonly db: Kysely<Tables>;
  readonly vault: Vault;
  readonly dataDir: string;
  readonly #database: Database;
  readonly #ping: Ping;
  readonly #timers: readonly NodeJS.Timeout[];
  #closed: Promise<void> | undefined;

  constructor(dataDir: string, database: Database, vault: Vault) {
    this.dataDir = dataDir;
    this.vault = vault;
    this.#database = database;
    this.#ping = new Ping(() => database.connection());
    this.db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: database.pool }) });
    // What is done again soon may fail now: while the database is away, the keys that are known stay.
    const every = (ms: number, work: () => Promise<void>) =>
      setInterval(() => void work().catch(() => {}), ms).unref();
    this.#timers = [
      every(KEYS_READ_EVERY_MS, () => vault.readKeys(database.pool)),
      every(HOUR_MS, () => lookAhead(database.pool)),
    ];
  }

  get pool(): pg.Pool {
    return this.#database.pool;
  }

  /** Where the database is, for a connection of one's own. */
  get connection(): Connection {
    return this.#database.connection();
  }

  /** Whether the database answers now; asked at most once a second, with a limit of a second. */
  answers(): Promise<boolean> {
    return this.#ping.answers();
  }

  /**
   * Reads as the role qorgan_reader, which sees rows of the scope only, in one snapshot of the database. Throws QRG_STORE_…
   * when the database fails.
   */
  read<T>({ institutionId, seesAll }: Scope, work: (trx: Transaction) => Promise<T>): Promise<T> {
    if (!Number.isSafeInteger(institutionId)) throw new RangeError('institutionId is no integer');
    return withStoreErrors(
      () =>
        this.db
          .transaction()
          .setAccessMode('read only')
          .setIsolationLevel('repeatable read')
          .execute(async (trx) => {
            // The same as SET LOCAL, in one message.
            await sql`SELECT set_config('role', ${READER_ROLE}, true),
            set_config('qorgan.institution', ${String(institutionId)}, true),
            set_config('qorgan.sees_all', ${seesAll === true ? 'on' : 'off'}, true)`.execute(trx);
            return work(trx);
          }),
      this.#database.trouble,
    );
  }

  /** Writes as the owner, in one transaction. Rights are the caller's to check before. Throws QRG_STORE_… */
  write<T>(work: (trx: Transaction) => Promise<T>): Promise<T> {
    return withStoreErrors(() => this.db.transaction().execute(work), this.#database.trouble);
  }

  /** Waits for what runs, lets connections go, and stops the embedded server unless another process uses it. */
  close(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    this.#closed ??= this.#ping.close().then(() => this.#database.close());
    return this.#closed;
  }
}

/**
 * Opens the store: starts the embedded server if no server is named, brings an empty or embedded database up to date, and
 * unwraps its keys. Throws QRG_STORE_… saying what to do.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const database = await openDatabase(options);
  try {
    return await withStoreErrors(async () => {
      await prepareSchema(database, options.migrate === true);
      const { dataDir } = options;
      await lookAhead(database.pool);
      return new Store(dataDir, database, await openVault(database.pool, dataDir, options));
    });
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The partition of the month to come is there before its first transfer, which then waits for no reader. */
const lookAhead = (pool: pg.Pool): Promise<void> => ensurePartitions(pool, monthsAhead(Date.now()));

/** Throws QRG_STORE_OLD, unless another process was just making the schema. */
async function assertNotOld(client: pg.ClientBase): Promise<void> {
  const { pending } = await settledSchemaState(client);
  if (pending.length > 0)
    throw new QorganError('QRG_STORE_OLD', { pending: pending.map(({ id }) => id).join(', ') });
}

async function prepareSchema(database: Database, isAsked: boolean): Promise<void> {
  const client = await connectAlone(database.connection());
  try {
    const { applied, pending } = await schemaState(client);
    if (pending.length === 0) return;
    if (!isAsked && !database.isEmbedded && applied.length > 0) await assertNotOld(client);
    else await migrate(client);
  } finally {
    await client.end();
  }
}
