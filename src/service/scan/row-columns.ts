import { type FileHandle, open, rm } from 'node:fs/promises';

/** Columns of 16-bit codes of a scan's rows on disk, batch by batch, to be read again in any order. */
export class RowColumns {
  readonly #path: string;
  readonly #file: FileHandle;
  readonly #offsets = new Map<number, number>();
  #end = 0;
  #closed = false;

  private constructor(path: string, file: FileHandle) {
    this.#path = path;
    this.#file = file;
  }

  static async create(path: string): Promise<RowColumns> {
    return new RowColumns(path, await open(path, 'w+'));
  }

  async put(batch: number, codes: Uint16Array): Promise<void> {
    this.#offsets.set(batch, this.#end);
    await this.#file.write(bytesOf(codes), 0, codes.byteLength, this.#end);
    this.#end += codes.byteLength;
  }

  /** @param length how many codes were put for the batch */
  async read(batch: number, length: number): Promise<Uint16Array> {
    const codes = new Uint16Array(length);
    const bytes = bytesOf(codes);
    const offset = this.#offsets.get(batch) ?? 0;
    let done = 0;
    while (done < bytes.length) {
      const { bytesRead } = await this.#file.read(bytes, done, bytes.length - done, offset + done);
      if (bytesRead === 0) throw new Error(`scratch columns end early at ${offset + done}`);
      done += bytesRead;
    }
    return codes;
  }

  /** Closes and removes the file; once is enough. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#file.close();
    await rm(this.#path, { force: true });
  }
}

const bytesOf = (codes: Uint16Array): Uint8Array =>
  new Uint8Array(codes.buffer, codes.byteOffset, codes.byteLength);
