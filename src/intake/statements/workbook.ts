import * as XLSX from '@e965/xlsx';
import { fail, ok, type Problem, type Result } from '../../domain/errors/catalogue.ts';
import { encodingOf } from '../text/encoding.ts';
import { declaredZipBytes } from './zip-size.ts';

/** A cell as the reader needs it: text, a number (dates are serials), or nothing. */
export type Cell = string | number | null;

interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** One sheet as a sparse grid; rows and columns count from 0, `rows[r]` may be missing. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[] | undefined)[];
  /** Merged ranges that touch the first 20 rows: all the header search needs. */
  readonly merges: readonly Range[];
  /** The workbook counts days from 1904 (old Excel for Mac). */
  readonly from1904: boolean;
}

/** Largest workbook that is opened; whoever reads a file into memory asks its size first. */
export const MOST_WORKBOOK_BYTES = 128 * 1024 * 1024;

/**
 * Bounds on one workbook. A statement of a busy account has tens of thousands of rows a year; Excel itself
 * ends at 1,048,576. Memory of the parser is about 2 KB a row of 18 cells.
 */
const WORKBOOK_LIMITS = {
  fileBytes: MOST_WORKBOOK_BYTES,
  unpackedBytes: 480 * 1024 * 1024,
  sheets: 256,
  rowsPerSheet: 300_000,
  columns: 256,
} as const;

const MERGES_UP_TO_ROW = 20;

/** Opens .xlsx, .xls (also the HTML and XML tables that banks save under that name). Never throws. */
export function openWorkbook(bytes: Uint8Array): Result<Sheet[]> {
  const refused = refuse(bytes);
  if (refused !== undefined) return { ok: false, problem: refused };
  let book: XLSX.WorkBook;
  try {
    const { content, type } = contentOf(bytes);
    book = XLSX.read(content, {
      type,
      dense: true,
      raw: true,
      cellDates: false,
      cellText: false,
      cellHTML: false,
      cellFormula: false,
      sheetRows: WORKBOOK_LIMITS.rowsPerSheet + 1,
    });
  } catch (error) {
    return { ok: false, problem: whyUnreadable(error) };
  }
  if (book.SheetNames.length > WORKBOOK_LIMITS.sheets)
    return fail('QRG_BOOK_LIMIT', {
      what: 'sheets',
      size: book.SheetNames.length,
      limit: WORKBOOK_LIMITS.sheets,
    });
  const from1904 = book.Workbook?.WBProps?.date1904 === true;
  const sheets: Sheet[] = [];
  for (const name of book.SheetNames) {
    const sheet = toSheet(name, book.Sheets[name], from1904);
    if (sheet.rows.length > WORKBOOK_LIMITS.rowsPerSheet)
      return fail('QRG_BOOK_LIMIT', {
        what: 'rows',
        size: sheet.rows.length,
        limit: WORKBOOK_LIMITS.rowsPerSheet,
      });
    if (sheet.rows.length > 0) sheets.push(sheet);
  }
  return sheets.length > 0 ? ok(sheets) : fail('QRG_BOOK_EMPTY');
}

const ZIP = [0x50, 0x4b];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
const BINARY = [ZIP, COMPOUND];

const textOf = (bytes: Uint8Array): string => new TextDecoder(encodingOf(bytes)).decode(bytes);

/** Markup is handed over as text: what its head says of the encoding is often not so. */
function contentOf(
  bytes: Uint8Array,
): { content: Uint8Array; type: 'array' } | { content: string; type: 'string' } {
  if (BINARY.some((magic) => startsWith(bytes, magic))) return { content: bytes, type: 'array' };
  return { content: textOf(bytes), type: 'string' };
}

/** What can be said before the parser is let loose on the bytes. */
function refuse(bytes: Uint8Array): Problem | undefined {
  if (bytes.length > WORKBOOK_LIMITS.fileBytes) return tooBig('bytes', bytes.length, 'fileBytes');
  if (bytes.length === 0) return { code: 'QRG_BOOK_EMPTY', args: {} };
  if (startsWith(bytes, ZIP)) {
    const unpacked = declaredZipBytes(bytes);
    if (unpacked === undefined) return { code: 'QRG_BOOK_DAMAGED', args: {} };
    if (unpacked > WORKBOOK_LIMITS.unpackedBytes)
      return tooBig('unpacked bytes', unpacked, 'unpackedBytes');
    return undefined;
  }
  if (startsWith(bytes, COMPOUND)) return undefined;
  const head = textOf(bytes.subarray(0, 2048)).trimStart();
  if (/<(html|table|!doctype html|meta|body)\b/i.test(head))
    return hasTable(bytes) ? undefined : { code: 'QRG_BOOK_KIND', args: { found: 'HTML' } };
  if (/<(?:\w+:)?Workbook\b/.test(head)) return undefined;
  return { code: 'QRG_BOOK_KIND', args: { found: whatItIs(bytes, head) } };
}

function tooBig(what: string, size: number, limit: 'fileBytes' | 'unpackedBytes'): Problem {
  return { code: 'QRG_BOOK_LIMIT', args: { what, size, limit: WORKBOOK_LIMITS[limit] } };
}

/** An HTML page without a table is a log-in form or an error page that was saved as a statement. */
function hasTable(bytes: Uint8Array): boolean {
  return /<table\b/i.test(textOf(bytes));
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}

function whatItIs(bytes: Uint8Array, head: string): string {
  if (head.startsWith('%PDF')) return 'PDF';
  if (head.startsWith('<?xml')) return 'XML';
  if (bytes.subarray(0, 2048).includes(0)) return '?';
  return 'text / CSV';
}

function whyUnreadable(error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  if (/password|encrypt/i.test(reason)) return { code: 'QRG_BOOK_PASSWORD', args: {} };
  return { code: 'QRG_BOOK_DAMAGED', args: {} };
}

function toSheet(name: string, sheet: XLSX.WorkSheet | undefined, from1904: boolean): Sheet {
  const data: readonly (readonly (XLSX.CellObject | undefined)[] | undefined)[] =
    sheet?.['!data'] ?? [];
  const rows = Array.from(data, toRow);
  while (rows.length > 0 && rows.at(-1) === undefined) rows.pop();
  const merges = (sheet?.['!merges'] ?? [])
    .filter((m) => m.s.r < MERGES_UP_TO_ROW)
    .map((m) => ({ top: m.s.r, left: m.s.c, bottom: m.e.r, right: m.e.c }));
  return { name, rows, merges, from1904 };
}

function toRow(cells: readonly (XLSX.CellObject | undefined)[] | undefined): Cell[] | undefined {
  if (cells === undefined || cells === null) return undefined;
  const row: Cell[] = Array.from(cells.slice(0, WORKBOOK_LIMITS.columns), toCell);
  return row.some((cell) => cell !== null) ? row : undefined;
}

function toCell(cell: XLSX.CellObject | undefined): Cell {
  const value = cell?.v;
  if (typeof value === 'number') return cell?.t === 'e' || !Number.isFinite(value) ? '#' : value;
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
  if (value === undefined || value === null) return null;
  return String(value);
}
