import type { Matrix } from './matrix.ts';

/** Bins a column is cut into, at most: finer cuts found nothing more on any set and cost time. */
export const BINS = 64;

/** A sample of rows cut into bins, and where the cuts are. */
export interface Binned {
  readonly rows: number;
  readonly width: number;
  /** Row after row. */
  readonly bins: Uint8Array;
  /** By column: the least code of bin 1, bin 2, …; shorter than BINS where the column has few values. */
  readonly cuts: readonly Uint16Array[];
}

/** Rows of one matrix that belong to a sample. */
export interface Picked {
  readonly matrix: Matrix;
  readonly rows: Uint32Array;
}

/** Cuts the picked rows into bins of about equally many rows; every value that is common gets a bin of its own. */
export function binRows(picked: readonly Picked[]): Binned {
  const { width } = picked[0].matrix;
  const rows = picked.reduce((sum, p) => sum + p.rows.length, 0);
  const bins = new Uint8Array(rows * width);
  const cuts: Uint16Array[] = [];
  const column = new Uint16Array(rows);
  for (let c = 0; c < width; c++) {
    let n = 0;
    for (const { matrix, rows: ids } of picked) {
      const { codes, width: w } = matrix.blocks[matrix.blockOf[c]];
      const place = matrix.placeOf[c];
      for (let i = 0; i < ids.length; i++) column[n++] = codes[ids[i] * w + place];
    }
    const cut = cutsOf(column);
    cuts.push(cut);
    const binOf = lookUp(cut);
    for (let i = 0; i < rows; i++) bins[i * width + c] = binOf[column[i]];
  }
  return { rows, width, bins, cuts };
}

/** The code of a value that is not known (rank-code.ts). */
const UNKNOWN = 0;

/** Counts of all codes there are; reused, for a column has few rows beside them. */
const counts = new Uint32Array(0x10000);

/**
 * Where bins 1, 2, … begin. A value is never split: a bin ends where the value does. A value that is common begins a
 * bin, however rare what lies below it is, and so does the least known value above those not known.
 */
function cutsOf(column: Uint16Array): Uint16Array {
  counts.fill(0);
  for (let i = 0; i < column.length; i++) counts[column[i]]++;
  const cuts: number[] = [];
  let left = column.length;
  let held = 0;
  let isUnknown = false;
  for (let code = 0; code < counts.length && cuts.length < BINS - 1; code++) {
    const here = counts[code];
    if (here === 0) continue;
    // What is left is shared evenly among the bins that are left.
    const share = (left + held) / (BINS - cuts.length);
    if (held > 0 && (held >= share || here >= share || isUnknown)) {
      cuts.push(code);
      held = 0;
    }
    isUnknown = code === UNKNOWN;
    held += here;
    left -= here;
  }
  return Uint16Array.from(cuts);
}

function lookUp(cuts: Uint16Array): Uint8Array {
  const binOf = new Uint8Array(0x10000);
  cuts.forEach((code, i) => {
    binOf.fill(i + 1, code);
  });
  return binOf;
}
