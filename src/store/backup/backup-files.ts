import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type pg from 'pg';
import { syncFolder } from '../durable-file.ts';
import type { FilesSection } from './backup-format.ts';

/*
 * Files of cases stand in a backup one after the other: 8 bytes folder, 8 bytes number, 8 bytes length, all big endian, and
 * the file as it lies sealed on the disk. Numbers, not names: nothing in a backup says where else to write.
 */
const HEAD_BYTES = 24;
const READ_BYTES = 2 ** 18;

interface PlacedFile {
  readonly folder: number;
  readonly file: number;
}

/** Where a file of a case lies in the data folder. */
const placeOf = (dataDir: string, { folder, file }: PlacedFile): string =>
  join(dataDir, 'cases', String(folder), `${file}.sealed`);

/**
 * Writes the files that the rows of the snapshot name, as they lie on the disk. One that is gone is left out: the row says that
 * it should be there, and the check of a restored service finds what this one finds.
 */
export async function writeFiles(
  client: pg.ClientBase,
  handle: FileHandle,
  dataDir: string,
  from: number,
): Promise<FilesSection> {
  const { rows } = await client.query<PlacedFile>(
    'SELECT folder, file_id AS file FROM case_files ORDER BY file_id',
  );
  const sum = createHash('sha256');
  let bytes = 0;
  let count = 0;
  const put = async (part: Buffer): Promise<void> => {
    sum.update(part);
    bytes += part.length;
    await handle.writeFile(part);
  };
  for (const row of rows) if (await putFile(row, dataDir, put)) count++;
  return { count, from, bytes, sha256: sum.digest('hex') };
}

async function putFile(
  row: PlacedFile,
  dataDir: string,
  put: (part: Buffer) => Promise<void>,
): Promise<boolean> {
  const source = await openIfThere(placeOf(dataDir, row));
  if (source === undefined) return false;
  try {
    const { size } = await source.stat();
    const head = Buffer.alloc(HEAD_BYTES);
    head.writeBigUInt64BE(BigInt(row.folder));
    head.writeBigUInt64BE(BigInt(row.file), 8);
    head.writeBigUInt64BE(BigInt(size), 16);
    await put(head);
    for (let at = 0; at < size; ) {
      const part = Buffer.allocUnsafe(Math.min(READ_BYTES, size - at));
      const { bytesRead } = await source.read(part, 0, part.length, at);
      // Cut while we read: no file of a case ever is, so the rest is told as zeros and found out by its sum.
      if (bytesRead === 0) part.fill(0);
      const got = bytesRead === 0 ? part : part.subarray(0, bytesRead);
      await put(got);
      at += got.length;
    }
    return true;
  } finally {
    await source.close();
  }
}

async function openIfThere(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Writes the files of a backup, whose sum was checked before, into a data folder; one that lies there is replaced. */
export async function readFiles(chunks: AsyncIterable<Buffer>, dataDir: string): Promise<number> {
  const reader = new Reader(chunks);
  let count = 0;
  for (;;) {
    const head = await reader.take(HEAD_BYTES);
    if (head === undefined) return count;
    const [folder, file, size] = [0, 8, 16].map((at) => Number(head.readBigUInt64BE(at)));
    await writeOne(reader, placeOf(dataDir, { folder, file }), size);
    count++;
  }
}

async function writeOne(reader: Reader, path: string, size: number): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const scratch = `${path}.partial`;
  const handle = await open(scratch, 'w', 0o600);
  try {
    for (let left = size; left > 0; ) {
      const part = await reader.take(Math.min(left, READ_BYTES));
      if (part === undefined) break;
      await handle.writeFile(part);
      left -= part.length;
    }
    await handle.sync();
    await rename(scratch, path);
    await syncFolder(path);
  } finally {
    await handle.close();
    await rm(scratch, { force: true });
  }
}

/** Takes bytes off a stream, as many as are asked for. */
class Reader {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** So many bytes; undefined when the stream is over before. */
  async take(bytes: number): Promise<Buffer | undefined> {
    while (this.#rest.length < bytes) {
      const next = await this.#chunks.next();
      if (next.done === true) return undefined;
      this.#rest = Buffer.concat([this.#rest, next.value]);
    }
    const taken = this.#rest.subarray(0, bytes);
    this.#rest = this.#rest.subarray(bytes);
    return taken;
  }
}
