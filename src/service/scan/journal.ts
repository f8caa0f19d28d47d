import { type FileHandle, open, rm } from 'node:fs/promises';
import type { TransferBatch } from '../../domain/transfer.ts';
import { decodeBatch, encodeBatch } from './batch-bytes.ts';

interface Extent {
  offset: number;
  bytes: number;
  rows: number;
}

/**
 * Transfers of one scan on disk, in batches, so that memory is bounded by accounts and not by rows, and
 * the file can be read again once it is known how everything ended.
 */
export class Journal {
  readonly #path: string;
  readonly #file: FileHandle;
  readonly #extents: Extent[] = [];
  #end = 0;
  #closed = false;
  rows = 0;

  private constructor(path: string, file: FileHandle) {
    this.#path = path;
    this.#file = file;
  }

  static async create(path: string): Promise<Journal> {
    return new Journal(path, await open(path, 'w+'));
  }

  /** Number of batches. */
  get length(): number {
    return this.#extents.length;
  }

  async append(batch: TransferBatch, from = 0, to = batch.count): Promise<void> {
    if (to === from) return;
    const bytes = encodeBatch(batch, from, to);
    await this.#file.write(bytes, 0, bytes.length, this.#end);
    this.#extents.push({ offset: this.#end, bytes: bytes.length, rows: to - from });
    this.#end += bytes.length;
    this.rows += to - from;
  }

  async read(index: number): Promise<TransferBatch> {
    const { offset, bytes } = this.#extents[index];
    const into = new Uint8Array(bytes);
    let done = 0;
    while (done < bytes) {
      const { bytesRead } = await this.#file.read(into, done, bytes - done, offset + done);
      if (bytesRead === 0) throw new Error(`journal ends early at ${offset + done}`);
      done += bytesRead;
    }
    return decodeBatch(into);
  }

  async *batches(): AsyncIterable<TransferBatch> {
    for (let i = 0; i < this.#extents.length; i++) yield await this.read(i);
  }

  /** Closes and removes the file; once is enough. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#file.close();
    await rm(this.#path, { force: true });
  }
}
