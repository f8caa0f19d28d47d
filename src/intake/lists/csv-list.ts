import { fail, ok, type Problem, QorganError, type Result } from '../../domain/errors/catalogue.ts';
import { headRows, shapesOf } from '../text/csv-head.ts';
import { CsvRows, type CsvShape } from '../text/csv-rows.ts';
import { type Encoding, ToUtf8 } from '../text/encoding.ts';
import { isPlural, type ListField, listFieldOf } from './list-columns.ts';
import type { RowReader, RowSink } from './row-sink.ts';
import type { ToldCell } from './told-row.ts';

/** A few lines about the list may stand above its table. */
const SEARCH_ROWS = 15;

interface ListTable {
  readonly titles: readonly string[];
  readonly fields: readonly (ListField | undefined)[];
  /** Rows of the file up to and with the titles. */
  readonly above: number;
}

/** Reads a table of parties: delimiter, encoding and titles are found in its beginning. */
export class CsvList implements RowReader {
  readonly #sink: RowSink;
  readonly #table: ListTable;
  readonly #decoder: ToUtf8;
  readonly #rows: CsvRows;
  #above: number;

  /**
   * @param head the beginning of the file; `whole` when it is all of it
   * @throws QorganError QRG_LIST_COLUMNS, QRG_LIST_COLUMN_TWICE
   */
  constructor(head: Uint8Array, whole: boolean, encoding: Encoding, sink: RowSink) {
    const { shape, table } = tableOf(inUtf8(head, whole, encoding), whole);
    this.#sink = sink;
    this.#table = table;
    this.#above = table.above;
    this.#decoder = new ToUtf8(encoding);
    table.titles.forEach((title, i) => {
      if (table.fields[i] === undefined && title.trim() !== '') sink.ignored(title.trim());
    });
    this.#rows = new CsvRows(shape, {
      row: (b, starts, ends, count, line) => this.#row(b, starts, ends, count, line),
      reject: (line, code) => this.#refuse(line, { code, args: {} }),
    });
  }

  write(bytes: Uint8Array): void {
    this.#rows.write(this.#decoder.convert(bytes));
  }

  end(): void {
    this.#rows.write(this.#decoder.end());
    this.#rows.end();
  }

  #row(b: Uint8Array, starts: Int32Array, ends: Int32Array, count: number, line: number): void {
    if (this.#above > 0) {
      this.#above--;
      return;
    }
    const { titles, fields } = this.#table;
    const texts = Array.from({ length: Math.min(count, starts.length) }, (_, i) =>
      Buffer.from(b.buffer, b.byteOffset + starts[i], ends[i] - starts[i]).toString('utf8'),
    );
    const width = { count, expected: titles.length };
    if (count < titles.length)
      return void this.#refuse(line, { code: 'QRG_ROW_COLUMNS_FEW', args: width });
    if (count > texts.length || texts.slice(titles.length).some((text) => text.trim() !== ''))
      return void this.#refuse(line, { code: 'QRG_ROW_COLUMNS_MANY', args: width });
    const cells: ToldCell[] = [];
    for (const [i, field] of fields.entries())
      if (field !== undefined && texts[i] !== '')
        cells.push({ field, column: titles[i], text: texts[i] });
    const torn = cells.find(({ text }) => text.includes('\ufffd'));
    if (torn) this.#refuse(line, { code: 'QRG_ROW_ENCODING', args: { value: '' } }, torn.column);
    else if (texts.some((text) => text.trim() !== '')) this.#sink.row({ line, cells });
  }

  #refuse(line: number, { code, args }: Problem, column = ''): void {
    this.#sink.fault({ line, column, code, args, effect: 'row_refused' });
  }
}

function inUtf8(head: Uint8Array, whole: boolean, encoding: Encoding): Uint8Array {
  const decoder = new ToUtf8(encoding);
  return Buffer.concat([decoder.convert(head), whole ? decoder.end() : new Uint8Array()]);
}

/** The table in the first shape that shows one. */
function tableOf(head: Uint8Array, whole: boolean): { shape: CsvShape; table: ListTable } {
  let problem: Problem | undefined;
  for (const shape of shapesOf(head, whole)) {
    const table = findTable(headRows(head, shape, whole, SEARCH_ROWS));
    if (table.ok) return { shape, table: table.value };
    problem ??= table.problem;
  }
  throw new QorganError(problem?.code ?? 'QRG_LIST_FORMAT', problem?.args);
}

/** The row of titles: of the first rows the one that names most fields. */
function findTable(rows: readonly (readonly string[])[]): Result<ListTable> {
  let best: ListTable | undefined;
  let most = 0;
  for (const [above, titles] of rows.entries()) {
    const fields = titles.map(listFieldOf);
    const known = fields.filter((field) => field !== undefined);
    if (known.length <= most || !known.some(tellsWho)) continue;
    best = { titles: titles.map((title) => title.trim()), fields, above: above + 1 };
    most = known.length;
  }
  if (best === undefined) return fail('QRG_LIST_COLUMNS', { header: shownTitles(rows[0] ?? []) });
  return twice(best) ?? ok(best);
}

/** A table without titles shows people here: no number is repeated. */
const shownTitles = (row: readonly string[]): string => row.join(', ').replace(/\d{5,}/g, '•••••');

const tellsWho = (field: ListField): boolean =>
  !['id', 'party', 'birth', 'country', 'reason', 'note', 'since', 'until'].includes(field);

/** Two columns for one value: nobody but the user knows which one counts. */
function twice({ titles, fields }: ListTable): Result<never> | undefined {
  const column = fields.findIndex(
    (field, i) => field !== undefined && !isPlural(field) && fields.indexOf(field) < i,
  );
  if (column < 0) return undefined;
  return fail('QRG_LIST_COLUMN_TWICE', {
    columns: titles.filter((_, i) => fields[i] === fields[column]).join(', '),
  });
}
