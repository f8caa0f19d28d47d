import { type FileHandle, open, rm } from 'node:fs/promises';
import { createVerdictBatch, TOP_SIGNALS, type VerdictBatch } from '../../engine/engine.ts';

const ROW_BYTES = 4 + 1 + TOP_SIGNALS;

/** The engine's verdicts of a scan on disk, one record per batch of the journal beside it. */
export class VerdictLog {
  readonly #path: string;
  readonly #file: FileHandle;
  readonly #offsets: { at: number; rows: number }[] = [];
  #end = 0;
  #closed = false;

  private constructor(path: string, file: FileHandle) {
    this.#path = path;
    this.#file = file;
  }

  static async create(path: string): Promise<VerdictLog> {
    return new VerdictLog(path, await open(path, 'w+'));
  }

  async append(v: VerdictBatch, rows: number): Promise<void> {
    const bytes = new Uint8Array(rows * ROW_BYTES);
    bytes.set(new Uint8Array(v.score.buffer, v.score.byteOffset, rows * 4));
    bytes.set(v.verdict.subarray(0, rows), rows * 4);
    bytes.set(v.signals.subarray(0, rows * TOP_SIGNALS), rows * 5);
    await this.#file.write(bytes, 0, bytes.length, this.#end);
    this.#offsets.push({ at: this.#end, rows });
    this.#end += bytes.length;
  }

  async read(index: number): Promise<VerdictBatch> {
    const { at, rows } = this.#offsets[index];
    const bytes = new Uint8Array(rows * ROW_BYTES);
    await this.#file.read(bytes, 0, bytes.length, at);
    const into = createVerdictBatch(rows);
    into.score.set(new Float32Array(bytes.buffer, 0, rows));
    into.verdict.set(bytes.subarray(rows * 4, rows * 5));
    into.signals.set(bytes.subarray(rows * 5));
    return into;
  }

  /** Closes and removes the file; once is enough. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#file.close();
    await rm(this.#path, { force: true });
  }
}
