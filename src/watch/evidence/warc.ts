import { fail, ok, type Problem, type Result } from '../../domain/errors/catalogue.ts';
import type { Fetched } from '../sources/fetched.ts';
import { type Digest, joined, sha256Hex, utf8 } from './bytes.ts';

/**
 * The answer as a WARC 1.1 file (ISO 28500:2017) of two records, `warcinfo` and `response`, with SHA-256 digests of block and payload;
 * what no server answered (status 0) is a `resource` in its place.
 * Not compressed, and ids are made of the content: the same answer is always the same bytes.
 */
export function writeWarc(
  fetched: Fetched,
  software: string,
  digest: Digest = sha256Hex,
): Uint8Array {
  const date = new Date(fetched.at).toISOString();
  const info = utf8(`software: ${software}\r\nformat: WARC File Format 1.1\r\n`);
  const isAnswer = fetched.status !== 0;
  const head = isAnswer ? latin1(httpHead(fetched)) : new Uint8Array();
  const answer = joined([head, fetched.bytes]);
  return joined([
    ...record(info, digest(info), [
      ['WARC-Type', 'warcinfo'],
      ['WARC-Date', date],
      ['Content-Type', 'application/warc-fields'],
    ]),
    ...record(answer, digest(answer), [
      ['WARC-Type', isAnswer ? 'response' : 'resource'],
      ['WARC-Target-URI', oneWord(fetched.finalUrl)],
      ['WARC-Date', date],
      ['WARC-Payload-Digest', `sha256:${digest(fetched.bytes)}`],
      ['Content-Type', isAnswer ? 'application/http; msgtype=response' : fetched.contentType],
      ...addressOf(fetched),
    ]),
  ]);
}

type Header = readonly [name: string, value: string];

function record(block: Uint8Array, digest: string, told: readonly Header[]): Uint8Array[] {
  const lines = [
    ...told,
    ['WARC-Block-Digest', `sha256:${digest}`],
    ['WARC-Record-ID', `<urn:uuid:${uuidOf(sha256Hex(utf8(`${told.join('\n')}\n${digest}`)))}>`],
    ['Content-Length', String(block.length)],
  ].map(([name, value]) => `${name}: ${value}\r\n`);
  return [utf8(`WARC/1.1\r\n${lines.join('')}\r\n`), block, utf8('\r\n\r\n')];
}

/** A UUID of version 8 (RFC 9562): the first bits of a digest. */
const uuidOf = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;

function addressOf({ chain }: Fetched): Header[] {
  const address = chain.at(-1)?.address;
  return address ? [['WARC-IP-Address', oneWord(address)]] : [];
}

/** The body is no more cut in chunks, so the header that says so is kept under another name. */
function httpHead({ status, headers }: Fetched): string {
  const lines = headers.map(([name, value]) => {
    const told = name.toLowerCase() === 'transfer-encoding' ? `X-Archive-Orig-${name}` : name;
    return `${told}: ${value}`.replace(/[\r\n\0]/g, ' ');
  });
  return `HTTP/1.1 ${status} \r\n${lines.map((told) => `${told}\r\n`).join('')}\r\n`;
}

/** Headers come as the bytes they were, one a character. */
const latin1 = (text: string): Uint8Array =>
  Uint8Array.from(text, (character) => Math.min(character.charCodeAt(0), 255));

/** A header's value of this file is one word of ASCII, whatever a page called itself. */
const oneWord = (text: string): string =>
  text.toWellFormed().replace(/[^\x21-\x7e]/gu, encodeURIComponent);

/** One record of a WARC file. */
interface WarcRecord {
  readonly headers: ReadonlyMap<string, string>;
  readonly block: Uint8Array;
}

/** What is wrong with the WARC file of an answer, undefined where nothing is: QRG_EVIDENCE_WARC. */
export function breachOfWarc(
  bytes: Uint8Array,
  answer: { readonly url: string; readonly status: number; readonly raw: Uint8Array },
  digest: Digest = sha256Hex,
): Problem | undefined {
  const records = readWarc(bytes);
  if (!records.ok) return records.problem;
  for (const { headers, block } of records.value)
    if (headers.get('warc-block-digest') !== `sha256:${digest(block)}`)
      return wrong('WARC-Block-Digest');
  const type = answer.status === 0 ? 'resource' : 'response';
  const response = records.value.find(({ headers }) => headers.get('warc-type') === type);
  if (response === undefined) return wrong('WARC-Type');
  if (response.headers.get('warc-target-uri') !== oneWord(answer.url))
    return wrong('WARC-Target-URI');
  return breachOfResponse(response, answer, digest);
}

function breachOfResponse(
  { headers, block }: WarcRecord,
  { status, raw }: { readonly status: number; readonly raw: Uint8Array },
  digest: Digest,
): Problem | undefined {
  const payload = status === 0 ? block : payloadOf(block, status);
  if (payload === undefined) return wrong('HTTP');
  const found = digest(payload);
  if (headers.get('warc-payload-digest') !== `sha256:${found}`) return wrong('WARC-Payload-Digest');
  return found === digest(raw) ? undefined : wrong('raw.bin');
}

function payloadOf(block: Uint8Array, status: number): Uint8Array | undefined {
  const headEnd = find(block, '\r\n\r\n', 0);
  const isAnswer = ascii(block, 0, 32).startsWith(`HTTP/1.1 ${status} `) && headEnd >= 0;
  return isAnswer ? block.subarray(headEnd + 4) : undefined;
}

const wrong = (path: string): Problem => ({ code: 'QRG_EVIDENCE_WARC', args: { path } });

/** A package has two; a file of another hand no more than these. */
const MOST_RECORDS = 8;
const MOST_HEAD = 64 * 1024;

function readWarc(bytes: Uint8Array): Result<WarcRecord[]> {
  const records: WarcRecord[] = [];
  let at = 0;
  while (at < bytes.length) {
    const end = find(bytes, '\r\n\r\n', at);
    if (records.length === MOST_RECORDS || end < 0 || end - at > MOST_HEAD) return broken('WARC');
    const [version, ...lines] = ascii(bytes, at, end).split('\r\n');
    const headers = new Map(lines.map(headerOf));
    const length = Number(headers.get('content-length') ?? Number.NaN);
    const next = end + 4 + length + 4;
    const isWhole = version === 'WARC/1.1' && next <= bytes.length;
    if (!isWhole || ascii(bytes, next - 4, next) !== '\r\n\r\n') return broken('Content-Length');
    records.push({ headers, block: bytes.subarray(end + 4, next - 4) });
    at = next;
  }
  return ok(records);
}

const broken = (path: string): Result<never> => fail('QRG_EVIDENCE_WARC', { path });

function headerOf(line: string): [string, string] {
  const colon = line.indexOf(': ');
  return [line.slice(0, colon).toLowerCase(), line.slice(colon + 2)];
}

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

function find(bytes: Uint8Array, what: string, from: number): number {
  const sought = utf8(what);
  for (let at = bytes.indexOf(sought[0], from); at >= 0; at = bytes.indexOf(sought[0], at + 1))
    if (sought.every((byte, i) => bytes[at + i] === byte)) return at;
  return -1;
}
