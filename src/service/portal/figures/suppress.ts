/** Fewer than this are not told. */
export const CELL_LEAST = 5;

/** A table with its totals as it is published: null is hidden. */
export interface PublishedTable {
  readonly cells: readonly (readonly (number | null)[])[];
  readonly rowTotals: readonly (number | null)[];
  readonly columnTotals: readonly (number | null)[];
  readonly total: number | null;
}

/**
 * Hides counts below five, and as many others as it takes that none of those from one to four can be worked out from what stays
 * (complementary suppression). Nothing that is hidden says whether it was small. Exact: a hidden count is safe when another table
 * of counts has the same published part and differs there, which is a walk in the residual graph of a transportation problem.
 */
export function suppress(counts: readonly (readonly number[])[]): PublishedTable {
  const table = withTotals(counts);
  const places = table.flatMap((row, r) => row.map((count, c) => ({ r, c, count })));
  const hidden = new Set(places.filter(({ count }) => count < CELL_LEAST).map(keyOf));
  const small = places.filter(({ count }) => count > 0 && count < CELL_LEAST);
  // The smallest first: least is lost.
  const shown = places
    .filter(({ count }) => count >= CELL_LEAST)
    .sort((a, b) => a.count - b.count || a.r - b.r || a.c - b.c);
  for (const place of small) {
    while (!isSafe(table, hidden, place)) {
      const open = shown.filter((one) => !hidden.has(keyOf(one)));
      if (open.length === 0) break;
      for (const one of neededFor(table, hidden, place, open)) hidden.add(keyOf(one));
    }
  }
  return published(table, hidden);
}

interface Place {
  readonly r: number;
  readonly c: number;
}

const keyOf = ({ r, c }: Place): string => `${r} ${c}`;

/** One place that makes another safe; where none does, one in its row and one in its column. */
function neededFor(
  table: readonly (readonly number[])[],
  hidden: ReadonlySet<string>,
  place: Place,
  open: readonly Place[],
): readonly Place[] {
  const one = open.find((also) => isSafe(table, new Set([...hidden, keyOf(also)]), place));
  if (one !== undefined) return [one];
  const beside = [open.find(({ r }) => r === place.r), open.find(({ c }) => c === place.c)];
  const found = beside.filter((also) => also !== undefined);
  return found.length > 0 ? found : [open[0]];
}

/**
 * Whether the count there may be another one with the same published part: by one less, or by one more. A change runs from row to
 * column where a count grows and back where one shrinks, which needs something to shrink; totals stand for their sums with the
 * other sign.
 */
function isSafe(
  table: readonly (readonly number[])[],
  hidden: ReadonlySet<string>,
  { r, c }: Place,
): boolean {
  const [rows, columns] = [table.length, table[0].length];
  const isTotal = (row: number, column: number) => (row === rows - 1) !== (column === columns - 1);
  const mayGrow = (row: number, column: number) =>
    isTotal(row, column) ? table[row][column] > 0 : true;
  const mayShrink = (row: number, column: number) =>
    isTotal(row, column) ? true : table[row][column] > 0;
  const isFree = (row: number, column: number) =>
    hidden.has(`${row} ${column}`) && !(row === r && column === c);
  /** Nodes: rows, then columns. */
  const steps = (node: number): number[] => {
    const all = [...Array(node < rows ? columns : rows).keys()];
    return node < rows
      ? all.filter((column) => isFree(node, column) && mayGrow(node, column)).map((n) => rows + n)
      : all.filter((row) => isFree(row, node - rows) && mayShrink(row, node - rows));
  };
  const [row, column] = [r, rows + c];
  return (
    (mayShrink(r, c) && leads(steps, row, column)) || (mayGrow(r, c) && leads(steps, column, row))
  );
}

function leads(steps: (node: number) => readonly number[], from: number, to: number): boolean {
  const seen = new Set([from]);
  for (const node of seen) for (const next of steps(node)) seen.add(next);
  return seen.has(to);
}

function withTotals(counts: readonly (readonly number[])[]): number[][] {
  const rows = counts.map((row) => [...row, sum(row)]);
  const columns = rows[0].map((_, c) => sum(rows.map((row) => row[c])));
  return [...rows, columns];
}

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);

function published(
  table: readonly (readonly number[])[],
  hidden: ReadonlySet<string>,
): PublishedTable {
  const shown = table.map((row, r) =>
    row.map((count, c) => (hidden.has(`${r} ${c}`) ? null : count)),
  );
  const totals = shown[shown.length - 1];
  const body = shown.slice(0, -1);
  return {
    cells: body.map((row) => row.slice(0, -1)),
    rowTotals: body.map((row) => row[row.length - 1]),
    columnTotals: totals.slice(0, -1),
    total: totals[totals.length - 1],
  };
}
