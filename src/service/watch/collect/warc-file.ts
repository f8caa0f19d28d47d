import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { BytePuller } from './byte-puller.ts';

/** A record of a WARC file (ISO 28500), its block within bounds. */
export interface WarcRecord {
  /** 1-based. */
  readonly number: number;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly block: Uint8Array;
  /** The block is longer than what is kept. */
  readonly isLong: boolean;
}

/** Told instead of a record: what is wrong, and the number it would have. */
export interface WarcFault {
  readonly number: number;
  readonly reason: 'format' | 'header' | 'length' | 'cut short' | 'packing' | 'size';
}

const MOST_LINE = 16 * 1024;
const MOST_HEADERS = 100;
/** A page of 5 MB, its headers and the marks of its chunks. */
const MOST_BLOCK = 6 << 20;
/** Unpacked, of the whole file. */
const MOST_BYTES = 4 * 2 ** 30;
/** Bytes in which the next record is looked for after a wrong length. */
const MOST_SEARCH = 64 << 20;

class TooManyBytes extends Error {}

/**
 * Records of a WARC file, packed record by record or not, one in memory at a time. A record with a wrong length is told and
 * the next one is looked for; what is no WARC, or is cut short or damaged in its packing, is told and ends the reading.
 */
export async function* warcRecords(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<WarcRecord | WarcFault> {
  const puller = new BytePuller(counted(unpacked(chunks)));
  let number = 1;
  try {
    for (let start = await startLine(puller); start !== undefined; number++) {
      const record = await recordAt(puller, start, number);
      yield record;
      if ('block' in record) start = await startLine(puller);
      else if (ENDS.has(record.reason)) return;
      else start = await searchStart(puller);
    }
    if (number === 1) yield { number, reason: 'format' };
  } catch (error) {
    yield { number, reason: error instanceof TooManyBytes ? 'size' : 'packing' };
  } finally {
    await puller.close();
  }
}

/** Behind these nothing more can be found. */
const ENDS: ReadonlySet<string> = new Set(['cut short', 'format']);

async function recordAt(
  puller: BytePuller,
  start: string,
  number: number,
): Promise<WarcRecord | WarcFault> {
  if (!start.startsWith('WARC/')) return { number, reason: number === 1 ? 'format' : 'length' };
  const headers = await headersOf(puller);
  if (headers === undefined) return { number, reason: 'header' };
  const told = headers.get('content-length') ?? '';
  if (!/^\d{1,15}$/.test(told)) return { number, reason: 'header' };
  const { kept, passed } = await puller.block(Number(told), MOST_BLOCK);
  if (passed < Number(told)) return { number, reason: 'cut short' };
  return { number, headers, block: kept, isLong: passed > MOST_BLOCK };
}

/** The first line of the next record; blank lines stand between records. */
async function startLine(puller: BytePuller): Promise<string | undefined> {
  for (;;) {
    const line = await puller.line(MOST_LINE);
    const text = line === undefined ? undefined : latin(line);
    if (text !== '') return text;
  }
}

async function searchStart(puller: BytePuller): Promise<string | undefined> {
  for (let searched = 0; searched < MOST_SEARCH; ) {
    const line = await puller.line(MOST_LINE);
    if (line === undefined) return undefined;
    searched += line.length;
    if (line.length < 16 && /^WARC\/\d\.\d\s*$/.test(latin(line))) return latin(line);
  }
  return undefined;
}

/** undefined when they are no headers. */
async function headersOf(puller: BytePuller): Promise<ReadonlyMap<string, string> | undefined> {
  const headers = new Map<string, string>();
  for (let i = 0; i < MOST_HEADERS; i++) {
    const line = await puller.line(MOST_LINE);
    if (line === undefined) return undefined;
    const text = Buffer.from(line).toString('utf8').trimEnd();
    if (text === '') return headers;
    const colon = text.indexOf(':');
    if (colon < 1) return undefined;
    headers.set(text.slice(0, colon).toLowerCase(), text.slice(colon + 1).trim());
  }
  return undefined;
}

const latin = (line: Uint8Array): string => Buffer.from(line).toString('latin1').trim();

async function* counted(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new TooManyBytes();
    yield chunk;
  }
}

/** Unpacks gzip, also of many members one after another, as WARC files are packed. */
async function* unpacked(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first: Uint8Array = (await iterator.next()).value ?? new Uint8Array();
  const rest = (async function* () {
    yield first;
    for (let next = await iterator.next(); !next.done; next = await iterator.next())
      yield next.value;
  })();
  const isPacked = first[0] === 0x1f && first[1] === 0x8b;
  yield* isPacked ? gunzipped(rest) : rest;
}

async function* gunzipped(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  // Its fault comes out of the loop below.
  const piping = pipeline(chunks, gunzip).catch(() => undefined);
  try {
    yield* gunzip;
  } finally {
    gunzip.destroy();
    await piping;
  }
}
