import type pg from 'pg';
import { QorganError } from '../../domain/errors/catalogue.ts';
import { transactionOn } from '../../store/transaction-on.ts';
import { appendQuery, type Sealing } from './append-block.ts';
import { type Also, Block, type JournalRow, journalRow } from './block.ts';
import { isOutage, isRepeatedKey } from './database-errors.ts';

export interface WriterOptions {
  readonly pool: Pick<pg.Pool, 'connect'>;
  readonly sealing: Sealing;
  /** Where the journal ends: sequence number and hash of its last block. */
  readonly after: { readonly seq: number; readonly hash: Buffer };
  readonly now: () => number;
  /** A connection on which one attempt takes longer is given up: whoever is behind it may be gone without a word. */
  readonly attemptWithinMs: number;
  /** Makes room for the rows of a block before it is written. */
  prepare(client: pg.PoolClient, block: Block): Promise<void>;
  /** Writes the holds a block proposes, inside of its transaction. */
  proposeHolds(client: pg.PoolClient, block: Block): Promise<void>;
  /** Called after each commit, before anybody who waits for it. */
  durable(block: Block, row: JournalRow): void;
  /** The journal has another writer, or refuses what was decided: nothing more can be acknowledged. */
  fatal(error: unknown): void;
}

/** Key of the advisory lock that the one writer of a journal holds: 'qorgan' in ASCII, as a number. */
const WRITER_LOCK = 0x716f7267616e;
/** While the database is away it is asked again after this long, doubling up to the most. */
const RETRY_FIRST_MS = 50;
const RETRY_MOST_MS = 2_000;
/** For so long a lock that is held after a broken connection is taken for our own. */
const LOCK_PATIENCE_MS = 30_000;

/**
 * Group commit. Facts gather in the open block while the block before is being written; then the whole block goes with
 * one statement. So the more there is to do, the more shares one write to the disk, and one alone waits for nobody.
 *
 * When the database goes away the block is kept and written when it comes back: the engine has taken its facts in already,
 * and they must not be lost or reordered. Meanwhile nothing new is admitted (`trouble`).
 */
export class BlockWriter {
  readonly #options: WriterOptions;
  #open: Block;
  #hash: Buffer;
  #durableSeq: number;
  #client: pg.PoolClient | undefined;
  #wake = Promise.withResolvers<void>();
  #stopping = false;
  #trouble: unknown;
  #dead: unknown;
  #ended = false;
  #blocks = 0;
  readonly #running: Promise<void>;

  private constructor(options: WriterOptions, client: pg.PoolClient) {
    this.#options = options;
    this.#client = client;
    this.#hash = options.after.hash;
    this.#durableSeq = options.after.seq;
    this.#open = new Block(options.after.seq + 1);
    this.#running = this.#run();
  }

  /** Throws QRG_STORE_OTHER_WRITER when another service writes this journal. */
  static async start(options: WriterOptions): Promise<BlockWriter> {
    return new BlockWriter(options, await lockedClient(options.pool));
  }

  /** The block that takes facts now. Call `poke` after adding to it. */
  get open(): Block {
    return this.#open;
  }

  /** Why nothing can be written at the moment; undefined when all is well. */
  get trouble(): unknown {
    return this.#dead ?? this.#trouble;
  }

  /** It was stopped and has written its last: what is put into `open` now is never written. */
  get hasEnded(): boolean {
    return this.#ended;
  }

  get durableSeq(): number {
    return this.#durableSeq;
  }

  get blocks(): number {
    return this.#blocks;
  }

  poke(): void {
    this.#wake.resolve();
  }

  /** Writes what waits and lets the journal go. Gives up at once when the database is away. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.poke();
    await this.#running;
    this.#client?.release(true);
    this.#client = undefined;
  }

  /** Ends writing at once: what was put into `open` is not what it should be. */
  giveUp(error: unknown): void {
    if (this.#dead !== undefined) return;
    this.#die(error);
    this.poke();
  }

  async #run(): Promise<void> {
    let written: Block | undefined;
    while (this.#dead === undefined) {
      if (this.#open.isEmpty) {
        written?.settle();
        written = undefined;
        if (this.#stopping) {
          this.#ended = true;
          return;
        }
        await this.#wake.promise;
        this.#wake = Promise.withResolvers();
        // Requests that the same turn of the loop brings in come along.
        await new Promise(setImmediate);
        continue;
      }
      const block = this.#open;
      this.#open = new Block(block.firstSeq + block.facts.length);
      const writing = this.#commit(block);
      // Only now: whoever waits has much to say, and the database works on the next block meanwhile.
      written?.settle();
      written = undefined;
      try {
        await writing;
        written = block;
      } catch (error) {
        block.fail(error);
        this.#die(error);
      }
    }
    written?.settle();
  }

  #die(error: unknown): void {
    this.#dead = error;
    this.#open.fail(error);
    if (!this.#stopping) this.#options.fatal(error);
  }

  async #commit(block: Block): Promise<void> {
    const { sealing, now, durable } = this.#options;
    const row = journalRow(block.facts, block.firstSeq, now(), this.#hash, (plain) =>
      sealing.seal(plain),
    );
    let patienceMs = LOCK_PATIENCE_MS;
    for (let pauseMs = RETRY_FIRST_MS; ; pauseMs = Math.min(2 * pauseMs, RETRY_MOST_MS)) {
      try {
        this.#client ??= await lockedClient(this.#options.pool);
        await this.#attempt(this.#client, block, row);
        break;
      } catch (error) {
        // The server may hold the lock for a connection of ours that broke, until it notices.
        const lockHeld = this.#client === undefined && isOtherWriter(error) && patienceMs > 0;
        if (lockHeld) patienceMs -= pauseMs;
        if (this.#stopping || !(lockHeld || isOutage(error))) throw error;
        this.#trouble = error;
        this.#client?.release(true);
        this.#client = undefined;
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    }
    this.#trouble = undefined;
    this.#hash = block.facts.length > 0 ? row.hash : this.#hash;
    this.#durableSeq = block.firstSeq + block.facts.length - 1;
    this.#blocks++;
    durable(block, row);
  }

  async #attempt(client: pg.PoolClient, block: Block, row: JournalRow): Promise<void> {
    // Ending a connection at work breaks it, and its statement with it.
    const timer = setTimeout(() => void client.end(), this.#options.attemptWithinMs);
    try {
      // An attempt that broke off may have got through.
      if (this.#trouble === undefined || !(await isWritten(client, row)))
        await this.#write(client, block, row);
    } finally {
      clearTimeout(timer);
    }
  }

  async #write(client: pg.PoolClient, block: Block, row: JournalRow): Promise<void> {
    await this.#options.prepare(client, block);
    try {
      const append = appendQuery(block, row, this.#options.sealing);
      if (block.also.length === 0 && block.holds.length === 0) {
        await client.query(append);
        return;
      }
      await client.query('BEGIN');
      try {
        if (block.facts.length > 0) await client.query(append);
        if (block.holds.length > 0) await this.#options.proposeHolds(client, block);
        for (const also of block.also) await within(client, also);
        await client.query('COMMIT');
      } catch (error) {
        // On a broken connection the rollback fails too, and the first error says more.
        await client.query('ROLLBACK').catch(() => {});
        throw error;
      }
    } catch (error) {
      if (isRepeatedKey(error, 'journal_pkey')) throw new QorganError('QRG_STORE_OTHER_WRITER');
      throw error;
    }
  }
}

/** Runs work of somebody else so that its failure is its own and the block goes on. */
async function within(client: pg.PoolClient, also: Also): Promise<void> {
  also.failed = undefined;
  await client.query('SAVEPOINT also');
  try {
    await also.work(transactionOn(client));
    await client.query('RELEASE SAVEPOINT also');
  } catch (error) {
    if (isOutage(error)) throw error;
    await client.query('ROLLBACK TO SAVEPOINT also');
    also.failed = error;
  }
}

const isOtherWriter = (error: unknown): boolean =>
  error instanceof QorganError && error.problem.code === 'QRG_STORE_OTHER_WRITER';

async function lockedClient(pool: Pick<pg.Pool, 'connect'>): Promise<pg.PoolClient> {
  const client = await pool.connect();
  // A connection that breaks while idle says so by an event; the next query then fails and is handled there.
  client.on('error', () => {});
  try {
    const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS mine', [WRITER_LOCK]);
    if (rows[0].mine === true) return client;
    throw new QorganError('QRG_STORE_OTHER_WRITER');
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function isWritten(client: pg.PoolClient, row: JournalRow): Promise<boolean> {
  const { rows } = await client.query('SELECT hash FROM journal WHERE seq = $1', [row.seq]);
  if (rows.length === 0) return false;
  if (row.hash.equals(rows[0].hash)) return true;
  throw new QorganError('QRG_STORE_OTHER_WRITER');
}
