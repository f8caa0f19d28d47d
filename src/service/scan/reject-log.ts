import type { FileHandle } from 'node:fs/promises';
import type { Reject } from '../../domain/reject.ts';
import { REJECTS_HEADER, rejectLine } from '../../report/csv.ts';

const FLUSH_BYTES = 1 << 16;
const EXAMPLES = 20;

/**
 * Everything of the input that was not taken: each a line of rejects.csv, counted by code with some
 * examples for the report. Lines are kept back and written in blocks; memory does not grow with them.
 */
export class RejectLog {
  readonly byCode = new Map<Reject['code'], { count: number; examples: Reject[] }>();
  readonly byFile = new Map<string, number>();
  count = 0;
  readonly #file: FileHandle;
  #lines: string[] = [REJECTS_HEADER];
  #bytes = 0;
  #closed = false;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  add(reject: Reject): void {
    this.count++;
    this.byFile.set(reject.file, (this.byFile.get(reject.file) ?? 0) + 1);
    const known = this.byCode.get(reject.code) ?? { count: 0, examples: [] };
    known.count++;
    if (known.examples.length < EXAMPLES) known.examples.push(reject);
    this.byCode.set(reject.code, known);
    const line = rejectLine(reject);
    this.#lines.push(line);
    this.#bytes += line.length;
  }

  /** Writes what is kept back once it is much. Called between batches. */
  async drain(least = FLUSH_BYTES): Promise<void> {
    if (this.#bytes < least) return;
    const text = this.#lines.join('');
    this.#lines = [];
    this.#bytes = 0;
    await this.#file.write(text);
  }

  /** Writes the rest and closes; once is enough. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.drain(0);
    await this.#file.close();
  }
}
