const ROWS = 3;
const CELLS = 4;
const CHARACTERS = 16;

/** The first filled rows of a table in a few words, so that a person sees what the file looks like. */
export function firstRows(
  rows: readonly (readonly (string | number | null)[] | undefined)[],
): string {
  return rows
    .map((row) =>
      (row ?? []).map((cell) => String(cell ?? '').trim()).filter((cell) => cell !== ''),
    )
    .filter((row) => row.length > 0)
    .slice(0, ROWS)
    .map((row) =>
      row
        .slice(0, CELLS)
        .map((cell) => cell.slice(0, CHARACTERS))
        .join(' | '),
    )
    .join(' ⏎ ');
}
