import { brotliDecompressSync, gunzipSync, inflateSync, zstdDecompressSync } from 'node:zlib';
import type { CaptureRecord } from '../../../watch/evidence/capture-record.ts';

/** More than a page may have, compressed or not: what unpacks to more was never read. */
const MOST_BODY_BYTES = 8 * 1024 * 1024;

const LIMIT = { maxOutputLength: MOST_BODY_BYTES };
const UNPACK: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  identity: (bytes) => bytes,
  gzip: (bytes) => gunzipSync(bytes, LIMIT),
  'x-gzip': (bytes) => gunzipSync(bytes, LIMIT),
  deflate: (bytes) => inflateSync(bytes, LIMIT),
  br: (bytes) => brotliDecompressSync(bytes, LIMIT),
  zstd: (bytes) => zstdDecompressSync(bytes, LIMIT),
};

/** The body as its parsers saw it; undefined where it is packed in an unknown way, broken, or a bomb. */
export function unpacked(
  raw: Uint8Array,
  { headers }: Pick<CaptureRecord, 'headers'>,
): Uint8Array | undefined {
  const told = headers.find(([name]) => name.toLowerCase() === 'content-encoding')?.[1];
  const how = told?.trim().toLowerCase() || 'identity';
  if (!Object.hasOwn(UNPACK, how)) return undefined;
  try {
    return UNPACK[how](raw);
  } catch {
    return undefined;
  }
}
