import { createHash, randomBytes } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { QorganError } from '../../../domain/errors/catalogue.ts';
import type { Vault } from '../../../store/vault.ts';

/*
 * A file on disk is a row of pieces: 4 bytes of length, big endian, and a sealed piece. What a piece holds, opened:
 *   16 bytes  tag of the file, drawn when it was written
 *   4 bytes   number of the piece, from 0
 *   1 byte    1 for the last piece
 *   the rest  bytes of the file
 * So no piece can be changed, left out, moved, or taken from another file without its being seen.
 */
const TAG_BYTES = 16;
const HEAD_BYTES = TAG_BYTES + 5;
const PIECE_BYTES = 2 ** 18;
/** A sealed piece is longer than what it holds by less than this. */
const SEAL_MOST_BYTES = 256;
const LENGTH_BYTES = 4;

/** What was written: of the file as it came, and of its sealed bytes. */
export interface Written {
  readonly bytes: number;
  readonly sha256: Buffer;
  readonly diskBytes: number;
  readonly diskSha256: Buffer;
}

/**
 * Seals a stream into a new file, whose bytes are on disk when it resolves. Throws QRG_CASE_FILE_LARGE past `most` bytes,
 * QRG_CASE_FILE_EMPTY, and what the stream throws; the caller removes what was written then.
 */
export async function writeSealed(
  vault: Vault,
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  most: number,
): Promise<Written> {
  const handle = await open(path, 'wx', 0o600);
  try {
    const pieces = new Pieces(vault, handle);
    let bytes = 0;
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > most) throw new QorganError('QRG_CASE_FILE_LARGE', { mb: most / 2 ** 20 });
      await pieces.take(chunk);
    }
    if (bytes === 0) throw new QorganError('QRG_CASE_FILE_EMPTY');
    const written = await pieces.end();
    await handle.sync();
    return { bytes, ...written };
  } finally {
    await handle.close();
  }
}

class Pieces {
  readonly #vault: Vault;
  readonly #handle: FileHandle;
  readonly #tag = randomBytes(TAG_BYTES);
  readonly #sum = createHash('sha256');
  readonly #diskSum = createHash('sha256');
  #diskBytes = 0;
  #number = 0;
  #waiting: Buffer[] = [];
  #waitingBytes = 0;

  constructor(vault: Vault, handle: FileHandle) {
    this.#vault = vault;
    this.#handle = handle;
  }

  async take(chunk: Uint8Array): Promise<void> {
    this.#sum.update(chunk);
    this.#waiting.push(Buffer.from(chunk));
    this.#waitingBytes += chunk.length;
    // A full piece is written when more is there: the last one has to be known as such.
    while (this.#waitingBytes > PIECE_BYTES) {
      const all = Buffer.concat(this.#waiting);
      await this.#write(all.subarray(0, PIECE_BYTES), false);
      const rest = all.subarray(PIECE_BYTES);
      this.#waiting = [rest];
      this.#waitingBytes = rest.length;
    }
  }

  async end(): Promise<Omit<Written, 'bytes'>> {
    await this.#write(Buffer.concat(this.#waiting), true);
    return {
      sha256: this.#sum.digest(),
      diskBytes: this.#diskBytes,
      diskSha256: this.#diskSum.digest(),
    };
  }

  async #write(bytes: Buffer, isLast: boolean): Promise<void> {
    const head = Buffer.alloc(HEAD_BYTES);
    this.#tag.copy(head);
    head.writeUInt32BE(this.#number++, TAG_BYTES);
    head[HEAD_BYTES - 1] = isLast ? 1 : 0;
    const sealed = this.#vault.seal(Buffer.concat([head, bytes]));
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt32BE(sealed.length);
    for (const part of [length, sealed]) {
      this.#diskSum.update(part);
      this.#diskBytes += part.length;
      await this.#handle.writeFile(part);
    }
  }
}

/** What a file on disk was found to be against what it must be. */
export type Found = 'whole' | 'changed' | 'missing';

export interface MustBe {
  readonly diskBytes: number;
  readonly diskSha256: Uint8Array;
}

const READ_BYTES = 2 ** 18;

/** Reads all of a file and compares its sum. What cannot be read is missing, whatever the reason. */
export async function checkFile(path: string, { diskBytes, diskSha256 }: MustBe): Promise<Found> {
  let handle: FileHandle;
  try {
    handle = await open(path, 'r');
  } catch {
    return 'missing';
  }
  try {
    const { size } = await handle.stat();
    if (size !== diskBytes) return 'changed';
    const sum = createHash('sha256');
    const buffer = Buffer.allocUnsafe(READ_BYTES);
    for (let at = 0; at < diskBytes; ) {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, at);
      if (bytesRead === 0) return 'changed';
      sum.update(buffer.subarray(0, bytesRead));
      at += bytesRead;
    }
    return sum.digest().equals(Buffer.from(diskSha256)) ? 'whole' : 'changed';
  } catch {
    return 'missing';
  } finally {
    await handle.close();
  }
}

const changed = (): QorganError => new QorganError('QRG_CASE_FILE_CHANGED');

/**
 * The bytes of a file, in pieces. Each piece is checked before it is given out, so that nothing that was changed after
 * `checkFile` is ever served: the stream breaks off instead. Throws QRG_CASE_FILE_CHANGED.
 */
export async function* readSealed(vault: Vault, path: string): AsyncGenerator<Uint8Array> {
  const handle = await open(path, 'r').catch(() => {
    throw changed();
  });
  try {
    let tag: Buffer | undefined;
    for (let number = 0, at = 0; ; number++) {
      const length = (await readAt(handle, at, LENGTH_BYTES)).readUInt32BE();
      if (length > PIECE_BYTES + HEAD_BYTES + SEAL_MOST_BYTES) throw changed();
      const piece = openPiece(vault, await readAt(handle, at + LENGTH_BYTES, length));
      tag ??= piece.tag;
      if (!piece.tag.equals(tag) || piece.number !== number) throw changed();
      yield piece.bytes;
      if (piece.isLast) return;
      at += LENGTH_BYTES + length;
    }
  } finally {
    await handle.close();
  }
}

async function readAt(handle: FileHandle, at: number, bytes: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(bytes);
  const { bytesRead } = await handle.read(buffer, 0, bytes, at);
  if (bytesRead !== bytes) throw changed();
  return buffer;
}

function openPiece(vault: Vault, sealed: Buffer) {
  let opened: Buffer;
  try {
    opened = vault.open(sealed);
  } catch {
    throw changed();
  }
  if (opened.length < HEAD_BYTES) throw changed();
  return {
    tag: opened.subarray(0, TAG_BYTES),
    number: opened.readUInt32BE(TAG_BYTES),
    isLast: opened[HEAD_BYTES - 1] === 1,
    bytes: opened.subarray(HEAD_BYTES),
  };
}
