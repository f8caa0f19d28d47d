import { fail, ok, type Result } from '../domain/errors/catalogue.ts';
import { type ColumnMap, columnOf } from './mapping.ts';
import { currencyOfWord } from './money-words.ts';
import { type Recognised, recognise } from './recognise.ts';
import type { RowPlan } from './row-taker.ts';
import { type ClockWish, sniffTimes } from './sniff-times.ts';
import type { CsvShape } from './text/csv-rows.ts';
import type { Encoding } from './text/encoding.ts';
import type { TimeUnit } from './text/time-bytes.ts';

/** What a user may say about how an input is to be read; whatever is left out is found in the file. */
export interface ReadWishes {
  readonly map?: ColumnMap;
  readonly timeUnit?: TimeUnit;
  readonly clock?: ClockWish;
  /** ISO 4217 that all rows must be in. */
  readonly currency?: string;
  readonly encoding?: Encoding;
  /** Columns, by name, to carry beside the transfers for an evaluation. */
  readonly side?: readonly string[];
  /** As `side`, after them, but a column that the input lacks is empty in every row. */
  readonly sideIfThere?: readonly string[];
  /** The file as the user named it, and its index in the list of input files. */
  readonly name: string;
  readonly file: number;
}

/** All a parser needs to read one file, found once from its beginning. Plain data: it travels to the worker. */
export interface ReadPlan {
  readonly format: TextFormat;
  readonly path: string;
  readonly gzip: boolean;
  readonly encoding: Encoding;
  readonly row: RowPlan;
  /** CSV only. */
  readonly shape?: CsvShape;
  /** CSV only: rows at the top that are titles. */
  readonly titles?: number;
  /** NDJSON and Parquet: the path of each column. */
  readonly paths?: readonly string[];
}

export type TextFormat = 'csv' | 'ndjson' | 'parquet' | 'pacs.008' | 'camt.053';

/** The beginning of an input as texts: its titles and rows as wide as they. */
export interface Sample {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Unit and clock of the time column when the file's types tell (Parquet). */
  readonly timeOf?: (column: number) => { unit: TimeUnit; clock?: 'exact' | 'day' } | undefined;
}

export interface RowReading {
  readonly row: RowPlan;
  readonly recognised: Recognised;
  readonly currency: string;
  readonly clock: 'exact' | 'day';
}

/** Decides from a sample how rows are to be read. `width` is the number of columns a row must have, 0 for any. */
export function planRows(sample: Sample, width: number, wishes: ReadWishes): Result<RowReading> {
  const recognised = recognise(sample.header, wishes.map);
  if (!recognised.ok) return recognised;
  const { columns, countOf, joinBank, outsideBanks, mixedCurrency } = recognised.value;
  const side: number[] = [];
  for (const name of wishes.side ?? []) {
    const column = columnOf('side', name, sample.header);
    if (!column.ok && column.problem.code === 'QRG_FILE_MAP_COLUMN')
      return fail('QRG_LABEL_COLUMN', column.problem.args);
    if (!column.ok) return column;
    side.push(column.value);
  }
  for (const name of wishes.sideIfThere ?? []) {
    const column = columnOf('side', name, sample.header);
    if (!column.ok && column.problem.code !== 'QRG_FILE_MAP_COLUMN') return column;
    side.push(column.ok ? column.value : -1);
  }
  const typed = sample.timeOf?.(columns.at);
  // A column with a type of time needs no telling what its numbers mean.
  const unit = typed?.unit ?? wishes.timeUnit;
  const clock = wishes.clock === undefined || wishes.clock === 'auto' ? typed?.clock : wishes.clock;
  const times = sniffTimes(
    sample.rows.map((row) => row[columns.at] ?? ''),
    { countOf, ...(unit && { unit }), ...(clock && { clock }) },
  );
  if (!times.ok)
    return fail(times.problem.code, {
      ...times.problem.args,
      column: sample.header[columns.at] ?? '',
    });
  const inSample = currenciesOf(sample.rows, columns.currency);
  const told = wishes.currency ?? '';
  const currency = told || (mixedCurrency && inSample.length > 1 ? '' : (inSample[0] ?? ''));
  return ok({
    recognised: recognised.value,
    currency,
    clock: times.value.clock,
    row: {
      columns,
      width,
      time: times.value.rule,
      ledger: mixedCurrency && told === '' ? '' : currency,
      joinBank,
      outsideBanks,
      side,
      file: wishes.file,
      fileName: wishes.name,
    },
  });
}

/** Currencies of the sample, the commonest first, the earlier first among equals. */
function currenciesOf(rows: Sample['rows'], column: number): string[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const word = (row[column] ?? '').trim();
    if (word === '') continue;
    const code = currencyOfWord(word);
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([code]) => code);
}
