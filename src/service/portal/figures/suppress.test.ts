import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CELL_LEAST, type PublishedTable, suppress } from './suppress.ts';

/** Highest count that the search by brute force tries where no total bounds it: above all of the tables below. */
const MOST = 9;

test('small counts are hidden, and enough of the others', () => {
  expect(suppress([[7, 9, 30]])).toMatchObject({ cells: [[7, 9, 30]], total: 46 });
  // Three of 40 would be 40 less 37.
  expect(suppress([[3, 10, 27]]).cells).toEqual([[null, null, 27]]);
  // One cell: the total says the same.
  expect(suppress([[2]])).toEqual({
    cells: [[null]],
    rowTotals: [null],
    columnTotals: [null],
    total: null,
  });
  expect(suppress([[0, 0]]).total).toBeNull();
});

test('two ones are not given back by their sum', () => {
  const { cells, rowTotals } = suppress([[1, 1, 10]]);
  expect([cells, rowTotals]).toEqual([[[null, null, 10]], [12]]);
});

test('whoever tries every table cannot find out one small count', () => {
  const table = fc.integer({ min: 1, max: 3 }).chain((rows) =>
    fc.integer({ min: 1, max: rows === 1 ? 3 : 2 }).chain((columns) =>
      fc.array(
        fc.array(fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 7 })), {
          minLength: columns,
          maxLength: columns,
        }),
        { minLength: rows, maxLength: rows },
      ),
    ),
  );
  fc.assert(
    fc.property(table, (counts) => {
      const shown = suppress(counts);
      const seen = valuesThatFit(shown, counts);
      for (const [r, row] of counts.entries()) {
        for (const [c, count] of row.entries()) {
          if (count >= CELL_LEAST) continue;
          expect(shown.cells[r][c]).toBeNull();
          if (count > 0) expect(seen.cells[r][c].size).toBeGreaterThan(1);
        }
        const sum = row.reduce((all, one) => all + one, 0);
        if (sum > 0 && sum < CELL_LEAST) expect(seen.rows[r].size).toBeGreaterThan(1);
      }
    }),
    { numRuns: 60 },
  );
}, 30_000);

test('a table of a year is done at once, and most of it stays', () => {
  const counts = Array.from({ length: 12 }, (_, month) => [40 + month, 3, 12, month]);
  const { cells, total } = suppress(counts);
  expect(total).toBe(40 * 12 + 66 + 36 + 144 + 66);
  expect(cells.every((row) => row[0] !== null)).toBe(true);
  expect(cells.every((row) => row[1] === null)).toBe(true);
});

/** Every table of counts with the same published part: which values each place takes in them. */
function valuesThatFit(shown: PublishedTable, counts: readonly (readonly number[])[]) {
  const [rows, columns] = [counts.length, counts[0].length];
  const cells = counts.map((row) => row.map(() => new Set<number>()));
  const rowValues = counts.map(() => new Set<number>());
  const tried = counts.map((row) => [...row]);
  const fits = (told: number | null, sum: number) => told === null || told === sum;
  const columnSum = (c: number) => tried.reduce((sum, row) => sum + row[c], 0);
  const rowSum = (r: number) => tried[r].reduce((sum, one) => sum + one, 0);
  const isOver = () =>
    cells.flat().every((set, i) => set.size > 1 || shown.cells.flat()[i] !== null) &&
    rowValues.every((set, r) => set.size > 1 || shown.rowTotals[r] !== null);
  const walk = (place: number): void => {
    if (isOver()) return;
    if (place === rows * columns) {
      const total = tried.flat().reduce((sum, one) => sum + one, 0);
      if (!fits(shown.total, total)) return;
      if (!shown.columnTotals.every((told, c) => fits(told, columnSum(c)))) return;
      for (const [row, values] of tried.entries()) {
        rowValues[row].add(rowSum(row));
        for (const [column, value] of values.entries()) cells[row][column].add(value);
      }
      return;
    }
    const [r, c] = [Math.floor(place / columns), place % columns];
    const told = shown.cells[r][c];
    const room = shown.rowTotals[r] ?? MOST;
    const before = tried[r].slice(0, c).reduce((sum, one) => sum + one, 0);
    for (let value = told ?? 0; value <= (told ?? room - before); value++) {
      tried[r][c] = value;
      if (c === columns - 1 && !fits(shown.rowTotals[r], rowSum(r))) continue;
      walk(place + 1);
    }
  };
  // Near the true table first: another that fits is most often next to it.
  walk(0);
  return { cells, rows: rowValues };
}
