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

/**
 * Delimiter and newline of a CSV by its beginning: the delimiter that gives most rows the width of the first row,
 * and of those the one with the most columns. A file without any delimiter is one column wide.
 */
export function shapeOf(head: Uint8Array, whole: boolean): CsvShape {
  const newline = head.includes(10) || !head.includes(13) ? 10 : 13;
  let best: CsvShape = { delimiter: 44, newline };
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const shape = { delimiter: delimiter.charCodeAt(0), newline };
    const rows = headRows(head, shape, whole, SNIFF_ROWS);
    const width = rows[0]?.length ?? 0;
    if (width < 2) continue;
    const alike = rows.filter((row) => row.length === width).length / rows.length;
    const score = alike * 1000 + Math.min(width, 500);
    if (score > bestScore) {
      best = shape;
      bestScore = score;
    }
  }
  return best;
}
