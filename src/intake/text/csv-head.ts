import { CsvRows, type CsvShape } from './csv-rows.ts';

/** Delimiters a table may have; of equals the first wins. */
const DELIMITERS = [',', ';', '\t', '|'] as const;
const SNIFF_ROWS = 100;

/** Rows of the beginning of a CSV text (UTF-8) as strings; a last row that is cut off is left out unless `whole`. */
export function headRows(
  head: Uint8Array,
  shape: CsvShape,
  whole: boolean,
  most: number,
): string[][] {
  const rows: string[][] = [];
  const reader = new CsvRows(shape, {
    row(b, starts, ends, count) {
      if (rows.length >= most) return;
      const kept = Math.min(count, starts.length);
      rows.push(
        Array.from({ length: kept }, (_, i) =>
          Buffer.from(b.subarray(starts[i], ends[i])).toString('utf8'),
        ),
      );
    },
    reject() {},
  });
  reader.write(head);
  if (whole) reader.end();
  return rows;
}

/** Excel's line 'sep=;' before a table: it names the delimiter and is no row of the table. */
const SEP_LINE = /^"?sep=(.)"?\r?(?:\n|$)/i;

/** The delimiter that a first line 'sep=;' names. */
function toldDelimiter(head: Uint8Array): string | undefined {
  return SEP_LINE.exec(Buffer.from(head.subarray(0, 16)).toString('latin1'))?.[1];
}

/**
 * What the delimiter and newline of a CSV may be by its beginning, the likeliest first: the delimiter that gives most rows
 * one width, and of those the one with the most columns. Lines of a title above the table have another width. A file
 * without any delimiter is one column wide.
 */
export function shapesOf(head: Uint8Array, whole: boolean): CsvShape[] {
  const newline = head.includes(10) || !head.includes(13) ? 10 : 13;
  const shape = (delimiter: string): CsvShape => ({ delimiter: delimiter.charCodeAt(0), newline });
  const told = toldDelimiter(head);
  if (told !== undefined) return [shape(told)];
  const likely = DELIMITERS.map(shape)
    .map((one) => ({ one, score: scoreOf(headRows(head, one, whole, SNIFF_ROWS)) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ one }) => one);
  return likely.length > 0 ? likely : [shape(',')];
}

function scoreOf(rows: readonly string[][]): number {
  const alike = Map.groupBy(
    rows.filter((row) => row.length > 1),
    (row) => row.length,
  );
  const scores = [...alike].map(
    ([width, { length }]) => (length / rows.length) * 1000 + Math.min(width, 500),
  );
  return Math.max(0, ...scores);
}
