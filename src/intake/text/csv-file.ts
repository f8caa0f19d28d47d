import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import { isByNumber } from '../mapping.ts';
import { planRows, type ReadPlan, type ReadWishes, type RowReading } from '../read-plan.ts';
import type { RowTaker } from '../row-taker.ts';
import { AmountReader } from './amount-bytes.ts';
import { headRows, shapeOf } from './csv-head.ts';
import { CsvRows } from './csv-rows.ts';
import { encodingOf, ToUtf8 } from './encoding.ts';
import { fileChunks, fileHead } from './file-chunks.ts';

const HEAD_BYTES = 1 << 20;
const SAMPLE_ROWS = 2000;

/** Finds out how a CSV file is to be read. Throws what reading the file throws. Errors: QRG_FILE_EMPTY and those of `planRows`. */
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
  const shape = shapeOf(head, whole);
  const [first, ...rest] = headRows(head, shape, whole, SAMPLE_ROWS);
  if (first === undefined) return fail('QRG_FILE_EMPTY', { file: wishes.name });
  const isBare = wishes.map !== undefined && isByNumber(wishes.map) && isData(first, wishes.map);
  const header = isBare ? first.map((_, i) => `#${i + 1}`) : first;
  const reading = planRows(
    { header, rows: isBare ? [first, ...rest] : rest },
    first.length,
    wishes,
  );
  if (!reading.ok) return reading;
  const { row } = reading.value;
  const titles = isBare ? 0 : 1;
  return ok({
    ...reading.value,
    plan: { format: 'csv', path, gzip, encoding, row, shape, titles },
  });
}

/** A first row whose amount can be read is no row of titles. */
function isData(row: readonly string[], map: NonNullable<ReadWishes['map']>): boolean {
  const column = Number((map.amount ?? map.amount_minor ?? '').slice(1)) - 1;
  const bytes = Buffer.from((row[column] ?? '').trim());
  return !Number.isNaN(new AmountReader().read(bytes, 0, bytes.length));
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
