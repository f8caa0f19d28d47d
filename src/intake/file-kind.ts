import { open } from 'node:fs/promises';
import { fileHead } from './text/file-chunks.ts';

/** What a file is by its content. 'workbook' is .xlsx or .xls; 'pdf' is known and not read; 'unknown' is nothing that is read here. */
export type FileKind = 'csv' | 'ndjson' | 'parquet' | 'iso20022' | 'workbook' | 'pdf' | 'unknown';

export interface KindOfFile {
  readonly kind: FileKind;
  readonly gzip: boolean;
}

const SNIFF_BYTES = 4096;
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const GZIP = [0x1f, 0x8b];
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];
const PARQUET = [0x50, 0x41, 0x52, 0x31];

/**
 * What a file is: magic bytes first, then the first sign that is no space. The extension only decides
 * whether a zip or a web page is meant as a workbook. Throws what the file system throws; broken gzip is 'unknown'.
 */
export async function sniffKind(path: string): Promise<KindOfFile> {
  const raw = await firstBytes(path);
  if (!startsWith(raw, GZIP)) return { kind: kindOf(raw, path), gzip: false };
  try {
    const unpacked = await fileHead(path, true, SNIFF_BYTES);
    const kind = kindOf(unpacked, path);
    // Parquet and workbooks are read from their end: packed once more they cannot be.
    return { kind: kind === 'parquet' || kind === 'workbook' ? 'unknown' : kind, gzip: true };
  } catch {
    return { kind: 'unknown', gzip: true };
  }
}

function kindOf(head: Uint8Array, path: string): FileKind {
  if (startsWith(head, PARQUET)) return 'parquet';
  if (startsWith(head, PDF)) return 'pdf';
  if (startsWith(head, COMPOUND)) return 'workbook';
  if (startsWith(head, ZIP)) return /\.xls[xm]?$/i.test(path) ? 'workbook' : 'unknown';
  const text = textOf(head);
  if (text === undefined) return 'unknown';
  const first = text.trimStart()[0];
  if (first === '<') return markupKind(text, path);
  if (first === '{') return 'ndjson';
  return first === '[' ? 'unknown' : 'csv';
}

/** Banks save web pages and Excel's XML of 2003 under the name .xls, and Excel opens them; a page by another name is a page. */
function markupKind(text: string, path: string): FileKind {
  if (/<(?:\w+:)?Workbook\b/.test(text)) return 'workbook';
  if (!/<(?:!doctype html|(?:\w+:)?(?:html|head|meta|body|table))\b/i.test(text)) return 'iso20022';
  return /\.xls[xm]?$/i.test(path) ? 'workbook' : 'unknown';
}

/** Control characters in a text are slips; more of them than one in so many is not a text. */
const CHARACTERS_A_SLIP = 50;

/** The head as text; undefined when it is none. */
function textOf(head: Uint8Array): string | undefined {
  const isLittle = head[0] === 0xff && head[1] === 0xfe;
  const isBig = head[0] === 0xfe && head[1] === 0xff;
  const text = new TextDecoder(isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8').decode(head);
  let slips = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 32 && (unit < 9 || unit > 13)) slips++;
  }
  return slips * CHARACTERS_A_SLIP > text.length ? undefined : text;
}

const startsWith = (head: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, i) => head[i] === byte);

async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const head = new Uint8Array(SNIFF_BYTES);
    const { bytesRead } = await file.read(head, 0, SNIFF_BYTES, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
