import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { QorganError } from '../../domain/errors/catalogue.ts';
import type { NameAsked, NameListed, NameMatch } from '../../screening/names/name-match.ts';
import type { NamesAnswer, NamesQuestion, NamesTask } from './names-worker.ts';

/** Names that the thread has, ready to be searched. */
export interface NameTable {
  readonly key: number;
  readonly size: number;
  /** Of the thread that has it: when that has died, the table is lost. */
  readonly life: number;
}

/**
 * Names of lists in a thread of their own: to read a million of them takes a quarter of a minute, to look for one in them some
 * milliseconds, and no decision waits for either. The thread is there from the first name on.
 */
export class NamesThread {
  readonly #waiting = new Map<number, PromiseWithResolvers<NamesAnswer['found']>>();
  #worker: Worker | undefined;
  #questions = 0;
  #keys = 0;
  #life = 0;

  /** Takes in names that come in batches: a table that cannot be searched yet. Throws QRG_BUSY when the thread dies. */
  async take(batches: AsyncIterable<readonly NameListed[]>): Promise<NameTable> {
    const key = ++this.#keys;
    const life = this.#life;
    let size = 0;
    for await (const listed of batches) {
      size += listed.length;
      if (listed.length > 0) await this.#ask({ kind: 'add', key, listed });
    }
    return { key, size, life };
  }

  /** Makes it ready to be searched. */
  async build(table: NameTable): Promise<void> {
    if (table.size > 0) await this.#ask({ kind: 'build', key: table.key });
  }

  /** Whether the table is still there. */
  has({ size, life }: NameTable): boolean {
    return size === 0 || life === this.#life;
  }

  /** What a name meets in each of the tables. Throws QRG_BUSY where one of them is lost: it is there again soon. */
  async search(
    tables: readonly NameTable[],
    asked: NameAsked,
    most: number,
  ): Promise<readonly (readonly NameMatch[])[]> {
    if (!tables.every((table) => this.has(table))) throw lost();
    if (tables.every(({ size }) => size === 0)) return tables.map(() => []);
    const keys = tables.map(({ key }) => key);
    return this.#ask({ kind: 'search', keys, asked, most });
  }

  async drop(table: NameTable): Promise<void> {
    if (table.size > 0 && this.has(table)) await this.#ask({ kind: 'drop', key: table.key });
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  #ask(task: NamesTask): Promise<NamesAnswer['found']> {
    this.#worker ??= this.#start();
    const id = ++this.#questions;
    const waiting = Promise.withResolvers<NamesAnswer['found']>();
    this.#waiting.set(id, waiting);
    this.#worker.postMessage({ id, task } satisfies NamesQuestion);
    return waiting.promise;
  }

  #start(): Worker {
    // The worker stands beside this file, as source or as built.
    const url = new URL(`./names-worker${extname(import.meta.url)}`, import.meta.url);
    const worker = new Worker(url, { execArgv: [] });
    worker.unref();
    worker.on('message', ({ id, found }: NamesAnswer) => {
      this.#waiting.get(id)?.resolve(found);
      this.#waiting.delete(id);
    });
    worker.on('error', () => this.#died());
    worker.on('exit', () => this.#died());
    return worker;
  }

  #died(): void {
    this.#worker = undefined;
    this.#life++;
    for (const waiting of this.#waiting.values()) waiting.reject(lost());
    this.#waiting.clear();
  }
}

const lost = (): QorganError => new QorganError('QRG_BUSY');
