import { fail, ok, type Problem, type Result } from '../../domain/errors/catalogue.ts';
import { firstRows } from '../first-rows.ts';
import { type ColumnMap, isByNumber } from '../mapping.ts';
import { recognise } from '../recognise.ts';
import { AmountReader } from './amount-bytes.ts';

/** As in sheets: banks put up to a dozen lines about the client above the table. */
const SEARCH_ROWS = 15;

/** Where a table begins. */
export interface CsvTable {
  /** Its titles; '#1', '#2', … where it has none. */
  readonly header: readonly string[];
  /** Rows of the file before the first row of data. */
  readonly above: number;
}

/**
 * Finds the row of titles among the first rows of a CSV file: the first in which the columns of a transfer are recognised.
 * With a `map` by numbers a table may do without. Errors: what is wrong with the first row when it looks like titles,
 * QRG_FILE_COLUMN_AMBIGUOUS of any row, else QRG_FILE_HEADER with the first rows.
 */
export function findTable(rows: readonly (readonly string[])[], map?: ColumnMap): Result<CsvTable> {
  let problem: Problem | undefined;
  for (const [above, row] of rows.slice(0, SEARCH_ROWS).entries()) {
    if (map !== undefined && isByNumber(map) && isData(row, map))
      return ok({ header: row.map((_, i) => `#${i + 1}`), above });
    const found = recognise(row, map);
    if (found.ok) return ok({ header: row, above: above + 1 });
    const isTitles = above === 0 && row.length > 1;
    if (problem === undefined && (isTitles || found.problem.code === 'QRG_FILE_COLUMN_AMBIGUOUS'))
      problem = found.problem;
  }
  return problem ? { ok: false, problem } : fail('QRG_FILE_HEADER', { rows: firstRows(rows) });
}

/** A row whose amount can be read is no row of titles. */
function isData(row: readonly string[], map: ColumnMap): boolean {
  const column = Number((map.amount ?? map.amount_minor ?? '').slice(1)) - 1;
  const bytes = Buffer.from((row[column] ?? '').trim());
  return !Number.isNaN(new AmountReader().read(bytes, 0, bytes.length));
}
