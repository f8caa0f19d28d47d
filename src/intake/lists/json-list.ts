import { QorganError } from '../../domain/errors/catalogue.ts';
import { type Encoding, ToUtf8 } from '../text/encoding.ts';
import { TextLines } from '../text/text-lines.ts';
import { JsonArray } from './json-array.ts';
import { listFieldOf } from './list-columns.ts';
import type { RowReader, RowSink } from './row-sink.ts';
import type { ToldCell } from './told-row.ts';

/** Reads a list of one JSON object a line. A line that is none costs itself only. */
export class NdjsonList implements RowReader {
  readonly #decoder: ToUtf8;
  readonly #lines: TextLines;

  constructor(encoding: Encoding, sink: RowSink) {
    const objects = new Objects(sink);
    this.#decoder = new ToUtf8(encoding);
    this.#lines = new TextLines({
      line: (b, from, to, line) => objects.take(b.subarray(from, to), line),
      tooLong: (line) => objects.tooLong(line),
    });
  }

  write(bytes: Uint8Array): void {
    this.#lines.write(this.#decoder.convert(bytes));
  }

  end(): void {
    this.#lines.write(this.#decoder.end());
    this.#lines.end();
  }
}

/** Reads a list that is one JSON array of objects. Throws QRG_LIST_JSON when the array is wrong or cut short. */
export class JsonList implements RowReader {
  readonly #decoder: ToUtf8;
  readonly #array: JsonArray;

  constructor(encoding: Encoding, sink: RowSink) {
    const objects = new Objects(sink);
    this.#decoder = new ToUtf8(encoding);
    this.#array = new JsonArray({
      item: (bytes, line) => objects.take(bytes, line),
      tooLong: (line) => objects.tooLong(line),
      broken: (line) => {
        throw new QorganError('QRG_LIST_JSON', { line });
      },
    });
  }

  write(bytes: Uint8Array): void {
    this.#array.write(this.#decoder.convert(bytes));
  }

  end(): void {
    this.#array.write(this.#decoder.end());
    this.#array.end();
  }
}

/** Objects as rows: keys are titles, arrays are several values. */
class Objects {
  readonly #sink: RowSink;

  constructor(sink: RowSink) {
    this.#sink = sink;
  }

  take(bytes: Uint8Array, line: number): void {
    const object = parsed(bytes);
    const cells: ToldCell[] = [];
    const isFlat = object !== undefined && this.#walk(object, '', cells, 0);
    if (isFlat) this.#sink.row({ line, cells });
    else
      this.#sink.fault({
        line,
        column: '',
        code: 'QRG_LIST_OBJECT',
        args: {},
        effect: 'row_refused',
      });
  }

  tooLong(line: number): void {
    this.#sink.fault({ line, column: '', code: 'QRG_ROW_LONG', args: {}, effect: 'row_refused' });
  }

  /** False when the object is nested too deeply. */
  #walk(object: object, path: string, cells: ToldCell[], depth: number): boolean {
    if (depth >= MOST_DEPTH) return false;
    for (const [key, value] of Object.entries(object)) {
      const isItem = Array.isArray(object);
      const column = isItem ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
      if (value === null || typeof value === 'boolean') continue;
      if (typeof value === 'object') {
        if (!this.#walk(value, column, cells, depth + 1)) return false;
        continue;
      }
      // 'phones[0]' is named by 'phones', 'person.iin' by 'iin'.
      const field = listFieldOf(isItem ? lastKey(path) : key);
      if (field === undefined) this.#sink.ignored(column.replace(/\[\d+\]/g, '[]'));
      else cells.push({ field, column, text: String(value) });
    }
    return true;
  }
}

const MOST_DEPTH = 8;

const lastKey = (path: string): string => path.replace(/(?:\[\d+\])+$/, '').replace(/^.*\./, '');

const decoder = new TextDecoder('utf-8', { fatal: true });

function parsed(bytes: Uint8Array): object | undefined {
  try {
    const value: unknown = JSON.parse(decoder.decode(bytes));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
