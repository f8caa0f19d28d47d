import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw, type ZlibOptions } from 'node:zlib';
import { fail, ok, type Result } from '../../../domain/errors/catalogue.ts';
import { inMegabytes } from './request-once.ts';

type Unpacker = (bytes: Uint8Array, options: ZlibOptions) => Promise<Buffer>;

const gunzipped: Unpacker = promisify(gunzip);
const unbrotlied: Unpacker = promisify(brotliDecompress);

/** 'deflate' is zlib by RFC 9110; some servers send it bare. */
const inflated: Unpacker = async (bytes, options) => {
  const isZlib =
    bytes.length >= 2 && (bytes[0] & 15) === 8 && ((bytes[0] << 8) | bytes[1]) % 31 === 0;
  return await promisify(isZlib ? inflate : inflateRaw)(bytes, options);
};

const UNPACKERS: Readonly<Record<string, Unpacker>> = {
  gzip: gunzipped,
  'x-gzip': gunzipped,
  br: unbrotlied,
  deflate: inflated,
};

/** What `unpack` can undo, for Accept-Encoding. */
export const PACKINGS = 'gzip, br, deflate';

/**
 * Undoes one content encoding. Unpacking stops at the limit: no more than it is ever held, however small the packed bytes are.
 * Fails with QRG_WATCH_BODY_BIG, QRG_WATCH_ENCODING (unknown, several, damaged).
 */
export async function unpack(
  bytes: Uint8Array,
  encoding: string | undefined,
  most: number,
): Promise<Result<Uint8Array>> {
  const name = encoding?.trim().toLowerCase() ?? '';
  if (name === '' || name === 'identity' || bytes.length === 0) return ok(bytes);
  const unpacker = Object.hasOwn(UNPACKERS, name) ? UNPACKERS[name] : undefined;
  if (unpacker === undefined) return fail('QRG_WATCH_ENCODING', { reason: name.slice(0, 40) });
  try {
    return ok(await unpacker(bytes, { maxOutputLength: most }));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return code === 'ERR_BUFFER_TOO_LARGE'
      ? fail('QRG_WATCH_BODY_BIG', { most: inMegabytes(most) })
      : fail('QRG_WATCH_ENCODING', { reason: code || name });
  }
}
