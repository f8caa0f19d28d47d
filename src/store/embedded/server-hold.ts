import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { QorganError } from '../../domain/errors/catalogue.ts';
import { type Connection, connectAlone } from '../connection.ts';
import { storeError } from '../store-error.ts';
import { EmbeddedServer } from './embedded-server.ts';

/** Key of the advisory lock that each store on an embedded server shares: 'qrguse' in ASCII, as a number. */
const USE_LOCK = 0x717267757365;
const RETRY_FIRST_MS = 50;
const RETRY_MOST_MS = 2_000;
/** A server may be stopped by the process before us just when we have found it running. */
const HOLDS_MOST = 20;

/**
 * One store's hold on the embedded server: starts it, starts it again when it died, and stops it at the end unless another
 * process still holds it. What is held is a shared lock in the server itself, so that it ends with its process.
 */
export class ServerHold {
  readonly #server: EmbeddedServer;
  readonly #moved: (connection: Connection) => void;
  #client: pg.Client;
  #released = false;
  #trouble: QorganError | undefined;
  /** Under way while the server is being started again. */
  #returning: Promise<void> = Promise.resolve();

  private constructor(
    server: EmbeddedServer,
    client: pg.Client,
    moved: (connection: Connection) => void,
  ) {
    this.#server = server;
    this.#client = client;
    this.#moved = moved;
    this.#watch();
  }

  /** `moved` is told where the server is whenever it was started anew. */
  static async on(dataDir: string, moved: (connection: Connection) => void): Promise<ServerHold> {
    const server = await EmbeddedServer.in(dataDir);
    return new ServerHold(server, await holdOf(server), moved);
  }

  get connection(): Connection {
    return this.#server.connection;
  }

  /** Why the server does not start again; undefined when it runs. */
  get trouble(): QorganError | undefined {
    return this.#trouble;
  }

  /** Lets the server go; the last one to do so stops it. */
  async release(): Promise<void> {
    this.#released = true;
    // A server that is being started must not be left behind.
    await this.#returning;
    try {
      await this.#client.query(`SELECT pg_advisory_unlock_shared(${USE_LOCK})`);
      const { rows } = await this.#client.query(`SELECT pg_try_advisory_lock(${USE_LOCK}) AS last`);
      // Who comes now waits for the lock, hears that the server stops, and starts it again.
      if (rows[0].last) await this.#server.stop();
    } catch {
      // The server has died and is not started for this: it replays its log at the next start.
    } finally {
      await this.#client.end().catch(() => {});
    }
  }

  #watch(): void {
    this.#client.once('end', () => {
      if (!this.#released) this.#returning = this.#again();
    });
  }

  async #again(): Promise<void> {
    for (let ms = RETRY_FIRST_MS; !this.#released; ms = Math.min(2 * ms, RETRY_MOST_MS)) {
      try {
        this.#client = await holdOf(this.#server);
        this.#trouble = undefined;
        this.#watch();
        this.#moved(this.connection);
        return;
      } catch (error) {
        // A full disk may have room later.
        const known = storeError(error);
        this.#trouble = known instanceof QorganError ? known : undefined;
        await pause(ms);
      }
    }
  }
}

/** A connection that holds the server, which runs then. */
async function holdOf(server: EmbeddedServer): Promise<pg.Client> {
  for (let attempt = 1; ; attempt++) {
    await server.ensureRunning();
    let client: pg.Client | undefined;
    try {
      client = await connectAlone(server.connection);
      await client.query(`SELECT pg_advisory_lock_shared(${USE_LOCK})`);
      return client;
    } catch (error) {
      await client?.end().catch(() => {});
      if (attempt === HOLDS_MOST) throw error;
      await pause(RETRY_FIRST_MS);
    }
  }
}
