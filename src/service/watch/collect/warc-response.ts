import { fail, ok, type Result } from '../../../domain/errors/catalogue.ts';
import { type Fetched, headerOf } from '../../../watch/sources/fetched.ts';
import { unpack } from '../fetch/unpack.ts';
import type { WarcRecord } from './warc-file.ts';

const MOST_HEAD = 64 * 1024;
const MOST_BODY = 5 << 20;

/**
 * The answer that a response record holds; undefined for records of another kind.
 * Fails with QRG_WATCH_WARC, QRG_WATCH_BODY_BIG, QRG_WATCH_ENCODING.
 */
export async function responseOf(record: WarcRecord): Promise<Result<Fetched> | undefined> {
  const { headers: told, block } = record;
  if (told.get('warc-type') !== 'response') return undefined;
  if (!told.get('content-type')?.startsWith('application/http')) return undefined;
  if (record.isLong) return fail('QRG_WATCH_BODY_BIG', { most: MOST_BODY >> 20 });
  // Some writers put the address between angle brackets.
  const url = told.get('warc-target-uri')?.replace(/^<(.*)>$/, '$1') ?? '';
  const at = Date.parse(told.get('warc-date') ?? '');
  const head = headOf(block);
  if (!/^https?:/i.test(url) || !URL.canParse(url) || Number.isNaN(at) || head === undefined)
    return fail('QRG_WATCH_WARC', { reason: 'response' });
  const { status, headers, bodyAt } = head;
  const isChunked = /chunked/i.test(headerOf(head, 'transfer-encoding') ?? '');
  const bytes = isChunked ? withoutChunks(block.subarray(bodyAt)) : block.subarray(bodyAt);
  const body = await unpack(bytes, headerOf(head, 'content-encoding'), MOST_BODY);
  if (!body.ok) return body;
  const address = told.get('warc-ip-address') ?? '';
  return ok({
    url,
    finalUrl: url,
    chain: [{ url, address, status, at, tookMs: 0 }],
    status,
    headers,
    at,
    bytes,
    body: body.value,
    contentType: (headerOf(head, 'content-type') ?? '').split(';')[0].trim().toLowerCase(),
    toldBy: 'archive',
  });
}

interface Head {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly bodyAt: number;
}

function headOf(block: Uint8Array): Head | undefined {
  const start = Buffer.from(block.buffer, block.byteOffset, Math.min(MOST_HEAD, block.length));
  const end = start.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const [first, ...lines] = start.toString('latin1', 0, end).split('\r\n');
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})(?: |$)/.exec(first)?.[1];
  if (status === undefined) return undefined;
  const headers = lines.flatMap((line): [string, string][] => {
    const colon = line.indexOf(':');
    return colon < 1 ? [] : [[line.slice(0, colon), line.slice(colon + 1).trim()]];
  });
  return { status: Number(status), headers, bodyAt: end + 4 };
}

/** Some writers keep the marks of a chunked transfer, some only its header: what has no marks stays as it is. */
function withoutChunks(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = text.indexOf('\r\n', at);
    const size =
      end < 0 || end - at > 64
        ? undefined
        : /^([0-9a-f]{1,8})(?:;|$)/i.exec(text.toString('latin1', at, end));
    if (!size) return pieces.length === 0 ? bytes : Buffer.concat(pieces);
    const length = Number.parseInt(size[1], 16);
    if (length === 0) break;
    pieces.push(bytes.subarray(end + 2, end + 2 + length));
    at = end + 4 + length;
  }
  return Buffer.concat(pieces);
}
