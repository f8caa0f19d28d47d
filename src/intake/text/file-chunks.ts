import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';

const CHUNK_BYTES = 1 << 20;

/** A piece of a file's content, unpacked. */
export interface FileChunk {
  readonly bytes: Uint8Array;
  /** Bytes of the file on disk that were read since the piece before. */
  readonly consumed: number;
}

/**
 * The content of a file from its beginning in pieces of up to 1 MB, unpacked when `gzip`. Throws what the file
 * system and zlib throw; leaving the loop early closes the file.
 */
export async function* fileChunks(path: string, gzip: boolean): AsyncGenerator<FileChunk> {
  const file = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  let told = 0;
  const consumed = (): number => {
    const since = file.bytesRead - told;
    told = file.bytesRead;
    return since;
  };
  if (!gzip) {
    for await (const bytes of file as AsyncIterable<Buffer>) yield { bytes, consumed: consumed() };
    return;
  }
  const unpacked = createGunzip({ chunkSize: CHUNK_BYTES });
  file.on('error', (error) => unpacked.destroy(error));
  file.pipe(unpacked);
  try {
    for await (const bytes of unpacked as AsyncIterable<Buffer>)
      yield { bytes, consumed: consumed() };
  } finally {
    file.destroy();
  }
}

/** The first `most` bytes of the content, or all of it when it is shorter. Throws as `fileChunks`. */
export async function fileHead(path: string, gzip: boolean, most: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const { bytes } of fileChunks(path, gzip)) {
    pieces.push(bytes);
    length += bytes.length;
    if (length >= most) break;
  }
  return Buffer.concat(pieces).subarray(0, most);
}
