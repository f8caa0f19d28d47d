import pg from 'pg';
import type { Connection } from './connection.ts';

/** An answer holds for so long: however many ask, the database is asked once. */
const HOLDS_MS = 1_000;
/** A database that takes longer is as good as away. */
const LIMIT_MS = 1_000;

/** Asks a database whether it is there, over a connection of its own: a pool that is all lent out is not a database that is away. */
export class Ping {
  readonly #connection: () => Connection;
  readonly #now: () => number;
  readonly #pool: pg.Pool;
  #askedAt = Number.NEGATIVE_INFINITY;
  #answer: Promise<boolean> = Promise.resolve(false);

  /**
   * @param connection where the database is now: an embedded server that was started again may have another port
   * @param now monotonic, milliseconds
   */
  constructor(connection: () => Connection, now: () => number = () => performance.now()) {
    this.#connection = connection;
    this.#now = now;
    this.#pool = new pg.Pool({
      max: 1,
      application_name: 'qorgan ping',
      connectionTimeoutMillis: LIMIT_MS,
      query_timeout: LIMIT_MS,
    });
    // A connection that breaks while it is idle is made again at the next question.
    this.#pool.on('error', () => {});
    this.#pool.on('connect', (client) => client.on('error', () => {}));
  }

  /** Whether it answered within a second; the answer is at most a second old. Never throws. */
  answers(): Promise<boolean> {
    const now = this.#now();
    if (now - this.#askedAt >= HOLDS_MS) {
      this.#askedAt = now;
      this.#answer = this.#ask();
    }
    return this.#answer;
  }

  async #ask(): Promise<boolean> {
    const late = Promise.withResolvers<boolean>();
    const timer = setTimeout(() => late.resolve(false), LIMIT_MS);
    Object.assign(this.#pool.options, this.#connection());
    const asked = this.#pool.query('SELECT 1').then(
      () => true,
      () => false,
    );
    try {
      return await Promise.race([asked, late.promise]);
    } finally {
      clearTimeout(timer);
    }
  }

  close(): Promise<void> {
    return this.#pool.end();
  }
}
