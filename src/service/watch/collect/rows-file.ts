import { type ErrorCode, QorganError } from '../../../domain/errors/catalogue.ts';
import { JsonArray } from '../../../intake/lists/json-array.ts';
import { headRows, shapesOf } from '../../../intake/text/csv-head.ts';
import { CsvRows, type CsvShape } from '../../../intake/text/csv-rows.ts';
import { type Encoding, encodingOf, ToUtf8 } from '../../../intake/text/encoding.ts';
import { TextLines } from '../../../intake/text/text-lines.ts';
import { type RowCells, type RowField, rowFieldOf } from '../../../watch/sources/row-post.ts';

/** Hears of the rows of a file in their order. */
export interface PostRowSink {
  row(cells: RowCells, line: number): void;
  refused(code: ErrorCode, line: number): void;
}

export interface PostRowReader {
  write(bytes: Uint8Array): void;
  end(): void;
}

/** A line or two about the table may stand above its titles. */
const SEARCH_ROWS = 15;

/**
 * The reader for a file of posts by its beginning: a JSON array, one object a line, or a table with titles.
 * Throws QorganError QRG_WATCH_ROW_COLUMNS.
 *
 * @param head the first bytes; `isWhole` when they are all
 */
export function rowReader(head: Uint8Array, isWhole: boolean, sink: PostRowSink): PostRowReader {
  const encoding = encodingOf(head);
  const first = /[^\s\ufeff]/.exec(new TextDecoder(encoding).decode(head.subarray(0, 4096)))?.[0];
  if (first === '[') return inUtf8(encoding, arrayReader(sink));
  if (first === '{') return inUtf8(encoding, lineReader(sink));
  return inUtf8(encoding, tableReader(head, isWhole, encoding, sink));
}

function inUtf8(encoding: Encoding, reader: PostRowReader): PostRowReader {
  const decoder = new ToUtf8(encoding);
  return {
    write: (bytes) => reader.write(decoder.convert(bytes)),
    end: () => {
      reader.write(decoder.end());
      reader.end();
    },
  };
}

function lineReader(sink: PostRowSink): PostRowReader {
  return new TextLines({
    line: (b, from, to, line) => takeObject(b.subarray(from, to), line, sink),
    tooLong: (line) => sink.refused('QRG_ROW_LONG', line),
  });
}

function arrayReader(sink: PostRowSink): PostRowReader {
  return new JsonArray({
    item: (bytes, line) => takeObject(bytes, line, sink),
    tooLong: (line) => sink.refused('QRG_ROW_LONG', line),
    broken: (line) => {
      throw new QorganError('QRG_LIST_JSON', { line });
    },
  });
}

function takeObject(bytes: Uint8Array, line: number, sink: PostRowSink): void {
  const cells = cellsOfJson(bytes);
  if (cells === undefined) sink.refused('QRG_WATCH_ROW_OBJECT', line);
  else sink.row(cells, line);
}

const strict = new TextDecoder('utf-8', { fatal: true });

function cellsOfJson(bytes: Uint8Array): RowCells | undefined {
  try {
    return cellsOfObject(JSON.parse(strict.decode(bytes)));
  } catch {
    return undefined;
  }
}

/** Values by the field that their key names; undefined for what is no object. Deeper places are not looked at. */
export function cellsOfObject(value: unknown): RowCells | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const cells: Partial<Record<RowField, string>> = {};
  for (const [key, told] of Object.entries(value)) {
    const field = rowFieldOf(key);
    const text = textOf(told);
    if (field !== undefined && text !== undefined) cells[field] ??= text;
  }
  return cells;
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (!Array.isArray(value)) return undefined;
  return value.filter((item) => typeof item === 'string').join('\n');
}

interface Table {
  readonly shape: CsvShape;
  readonly fields: readonly (RowField | undefined)[];
  /** Rows of the file up to and with the titles. */
  above: number;
}

function tableReader(
  head: Uint8Array,
  isWhole: boolean,
  encoding: Encoding,
  sink: PostRowSink,
): PostRowReader {
  const decoder = new ToUtf8(encoding);
  const start = decoder.convert(head);
  const table = tableOf(isWhole ? Buffer.concat([start, decoder.end()]) : start, isWhole);
  return new CsvRows(table.shape, {
    row(b, starts, ends, count, line) {
      if (table.above > 0) {
        table.above--;
        return;
      }
      const cells: Partial<Record<RowField, string>> = {};
      for (const [i, field] of table.fields.entries())
        if (field !== undefined && i < count)
          cells[field] ??= Buffer.from(b.subarray(starts[i], ends[i])).toString('utf8');
      if (Object.values(cells).some((cell) => cell.trim() !== '')) sink.row(cells, line);
    },
    reject: (line, code) => sink.refused(code, line),
  });
}

function tableOf(head: Uint8Array, isWhole: boolean): Table {
  let header: readonly string[] | undefined;
  for (const shape of shapesOf(head, isWhole)) {
    const rows = headRows(head, shape, isWhole, SEARCH_ROWS);
    header ??= rows[0];
    for (const [i, titles] of rows.entries()) {
      const fields = titles.map(rowFieldOf);
      if (fields.includes('text')) return { shape, fields, above: i + 1 };
    }
  }
  // Titles alone are shown; numbers in a table without titles are somebody's.
  const shown = (header ?? [])
    .join(', ')
    .slice(0, 200)
    .replace(/\d{5,}/g, '•••••');
  throw new QorganError('QRG_WATCH_ROW_COLUMNS', { header: shown });
}
