import pg from 'pg';
import { ROW_TYPES } from './row-types.ts';

/** How to reach a database, for `pg`. */
export type Connection = Pick<
  pg.ClientConfig,
  'connectionString' | 'host' | 'port' | 'user' | 'password' | 'database'
>;

/** Connections of one store: the writer of the journal, and readers of the console and the routes. */
const POOL_MOST = 16;
/** For so long a caller waits for a connection, and a connection for its server. */
const CONNECT_MS = 5_000;
/** No statement of a request takes longer; who needs longer says so in its transaction. */
const STATEMENT_MS = 30_000;
/** Nobody waits longer for somebody else's lock. */
const LOCK_MS = 10_000;
/** A transaction that its program forgot is ended, so that it does not hold back the clean-up of old rows. */
const IDLE_IN_TRANSACTION_MS = 60_000;
/** A server notices a client that vanished from the network, and lets go of its locks, after 10 + 3 x 5 s. */
const KEEPALIVE =
  '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3';

/** What every connection of ours has: typed rows, a name, and a bound on each wait. */
const settings = (connection: Connection): pg.ClientConfig => ({
  ...connection,
  types: ROW_TYPES,
  application_name: 'qorgan',
  keepAlive: true,
  connectionTimeoutMillis: CONNECT_MS,
  idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
  options: KEEPALIVE,
});

export function makePool(connection: Connection): pg.Pool {
  const pool = new pg.Pool({
    ...settings(connection),
    max: POOL_MOST,
    statement_timeout: STATEMENT_MS,
    lock_timeout: LOCK_MS,
  });
  // An idle connection that breaks is dropped by the pool; whoever asks next hears of it, if it still is so.
  pool.on('error', () => {});
  // One that breaks while it is lent says so twice: to the statement that runs, and by an event that would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** A connection of its own for long work: migrations, backups, locks that are held. Connected; the caller ends it. */
export async function connectAlone(connection: Connection): Promise<pg.Client> {
  const client = new pg.Client(settings(connection));
  client.on('error', () => {});
  await client.connect();
  return client;
}
