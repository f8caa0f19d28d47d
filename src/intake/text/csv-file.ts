import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import { planRows, type ReadPlan, type ReadWishes, type RowReading } from '../read-plan.ts';
import type { RowTaker } from '../row-taker.ts';
import { headRows, shapesOf } from './csv-head.ts';
import { type CsvTable, findTable } from './csv-header.ts';
import { CsvRows, type CsvShape } from './csv-rows.ts';
import { encodingOf, ToUtf8 } from './encoding.ts';
import { fileChunks, fileHead } from './file-chunks.ts';

const HEAD_BYTES = 1 << 20;
const SAMPLE_ROWS = 2000;

/** Finds out how a CSV file is to be read. Throws what reading the file throws. Errors: QRG_FILE_EMPTY and those of `findTable` and `planRows`. */
export async function planCsv(
  path: string,
  gzip: boolean,
  wishes: ReadWishes,
): Promise<Result<RowReading & { plan: ReadPlan }>> {
  const raw = await fileHead(path, gzip, HEAD_BYTES);
  const whole = raw.length < HEAD_BYTES;
  const encoding = wishes.encoding ?? encodingOf(raw);
  const decoder = new ToUtf8(encoding);
  const head = Buffer.concat([decoder.convert(raw), whole ? decoder.end() : new Uint8Array()]);
  const read = readTable(head, whole, wishes.map);
  if (read === undefined) return fail('QRG_FILE_EMPTY', { file: wishes.name });
  const { shape, rows, table } = read;
  if (!table.ok) return table;
  const { header, above } = table.value;
  const reading = planRows({ header, rows: rows.slice(above) }, header.length, wishes);
  if (!reading.ok) return reading;
  const { row } = reading.value;
  return ok({
    ...reading.value,
    plan: { format: 'csv', path, gzip, encoding, row, shape, titles: above },
  });
}

interface TableReading {
  readonly shape: CsvShape;
  readonly rows: readonly string[][];
  readonly table: Result<CsvTable>;
}

/** The table in the first shape that shows one; in the likeliest shape when none does. undefined: no row at all. */
function readTable(
  head: Uint8Array,
  whole: boolean,
  map: ReadWishes['map'],
): TableReading | undefined {
  let likeliest: TableReading | undefined;
  for (const shape of shapesOf(head, whole)) {
    const rows = headRows(head, shape, whole, SAMPLE_ROWS);
    if (rows.length === 0) continue;
    const reading = { shape, rows, table: findTable(rows, map) };
    if (reading.table.ok) return reading;
    likeliest ??= reading;
  }
  return likeliest;
}

/** Reads the file into `taker`; yields the bytes consumed at each step. Throws what reading the file throws. */
export async function* readCsv(plan: ReadPlan, taker: RowTaker): AsyncGenerator<number> {
  const decoder = new ToUtf8(plan.encoding);
  let titles = plan.titles ?? 1;
  const rows = new CsvRows(plan.shape ?? { delimiter: 44, newline: 10 }, {
    row(b, starts, ends, count, line) {
      if (titles > 0) titles--;
      else taker.row(b, starts, ends, count, line);
    },
    reject: (line, code) => taker.reject(line, code),
  });
  for await (const { bytes, consumed } of fileChunks(plan.path, plan.gzip)) {
    rows.write(decoder.convert(bytes));
    yield consumed;
  }
  rows.write(decoder.end());
  rows.end();
}
