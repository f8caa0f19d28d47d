import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import {
  asyncBufferFromFile,
  type Compressors,
  type FileMetaData,
  parquetMetadataAsync,
  parquetRead,
  parquetSchema,
} from 'hyparquet';
import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import { FIELDS } from '../mapping.ts';
import { planRows, type ReadPlan, type ReadWishes, type RowReading } from '../read-plan.ts';
import type { RowTaker } from '../row-taker.ts';
import { FieldBytes } from '../text/field-bytes.ts';
import {
  type CellColumn,
  cellColumns,
  cellText,
  type ParquetCell,
  timeOf,
} from './parquet-cell.ts';

const SAMPLE_ROWS = 500;

/** What the reader does not unpack itself. */
const COMPRESSORS: Compressors = {
  GZIP: (packed) => gunzipSync(packed),
  BROTLI: (packed) => brotliDecompressSync(packed),
  ZSTD: (packed) => zstdDecompressSync(packed),
};

/** Finds out how a Parquet file is to be read; only its flat columns are looked at. Throws what reading it throws. */
export async function planParquet(
  path: string,
  wishes: ReadWishes,
): Promise<Result<RowReading & { plan: ReadPlan }>> {
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file);
  const columns = cellColumns(parquetSchema(metadata));
  const paths = columns.map(({ name }) => name);
  const sampled = Math.min(SAMPLE_ROWS, Number(metadata.num_rows));
  const cells = await readColumns(path, metadata, paths, 0, sampled);
  const rows = Array.from({ length: sampled }, (_, i) =>
    columns.map((column, c) => cellText(cells[c]?.[i], column)),
  );
  const reading = planRows({ header: paths, rows, timeOf: (c) => timeOf(columns[c]) }, 0, wishes);
  if (!reading.ok) return reading;
  const { row } = reading.value;
  if (metadata.num_rows > BigInt(Number.MAX_SAFE_INTEGER))
    return fail('QRG_FILE_FORMAT', { file: wishes.name });
  return ok({
    ...reading.value,
    plan: { format: 'parquet', path, gzip: false, encoding: 'utf-8', row, paths },
  });
}

/**
 * Reads the file into `taker`, one row group at a time and of it only the columns that are needed; memory is bounded
 * by the largest row group. Yields the bytes consumed at each step. Throws what reading the file throws.
 */
export async function* readParquet(plan: ReadPlan, taker: RowTaker): AsyncGenerator<number> {
  const file = await asyncBufferFromFile(plan.path);
  const metadata = await parquetMetadataAsync(file);
  const all = cellColumns(parquetSchema(metadata));
  const { columns, side } = plan.row;
  const used = [...new Set([...FIELDS.map((field) => columns[field]), ...side])].filter(
    (c) => c >= 0,
  );
  const width = all.length;
  const fields = new FieldBytes(width);
  let from = 0;
  for (const group of metadata.row_groups) {
    const to = from + Number(group.num_rows);
    const needed = used.flatMap((c): [number, CellColumn][] => (all[c] ? [[c, all[c]]] : []));
    const names = needed.map(([, column]) => column.name);
    const cells = await readColumns(plan.path, metadata, names, from, to);
    for (let i = 0; i < to - from; i++) {
      fields.clear();
      for (let n = 0; n < needed.length; n++)
        fields.put(needed[n][0], cellText(cells[n][i], needed[n][1]));
      taker.row(fields.bytes, fields.starts, fields.ends, width, from + i + 1);
    }
    yield Math.round((file.byteLength * (to - from)) / Math.max(Number(metadata.num_rows), 1));
    from = to;
  }
}

/** Rows [from, to) of the named columns, a list each. */
async function readColumns(
  path: string,
  metadata: FileMetaData,
  names: readonly string[],
  from: number,
  to: number,
): Promise<ParquetCell[][]> {
  const cells = new Map(names.map((name): [string, ParquetCell[]] => [name, new Array(to - from)]));
  if (from === to) return [...cells.values()];
  await parquetRead({
    file: await asyncBufferFromFile(path),
    metadata,
    columns: [...names],
    rowStart: from,
    rowEnd: to,
    compressors: COMPRESSORS,
    onChunk({ columnName, columnData, rowStart, rowEnd }) {
      const column = cells.get(columnName);
      if (!column) return;
      const first = Math.max(from, rowStart);
      for (let row = first; row < Math.min(to, rowEnd); row++)
        column[row - from] = columnData[row - rowStart] as ParquetCell;
    },
  });
  return [...cells.values()];
}
