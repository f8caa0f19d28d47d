import { QorganError } from '../../../domain/errors/catalogue.ts';
import type { PostsFile } from './run-source.ts';

/** A file is held in memory while it is read: an export of a year of a busy channel has some 50 MB. */
const FILE_MOST_MB = 64;
const FILE_MOST_BYTES = FILE_MOST_MB * 2 ** 20;

/** A file as it comes in. Throws QRG_WATCH_FILE_BIG. */
export async function postsFile(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
): Promise<PostsFile> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > FILE_MOST_BYTES)
      throw new QorganError('QRG_WATCH_FILE_BIG', { most: FILE_MOST_MB });
    pieces.push(chunk);
  }
  return { name, bytes: Buffer.concat(pieces) };
}
