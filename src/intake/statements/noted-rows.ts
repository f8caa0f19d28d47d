import { ROW_NOTES, type RowNote } from '../../domain/row-note.ts';
import type { Statement } from './statement.ts';

/** Rows that were taken and carry a note, with some of them to look at. */
export interface NotedRows {
  readonly note: RowNote;
  readonly count: number;
  /** Row of the sheet, from 1. */
  readonly examples: readonly { readonly file: string; readonly line: number }[];
}

const EXAMPLES = 20;

/** The notes of all statements, in the order of `ROW_NOTES`; those that no row carries are left out. */
export function notedRows(
  statements: readonly Statement[],
  nameOf: (file: number) => string,
): NotedRows[] {
  return ROW_NOTES.map((note) => {
    const examples: { file: string; line: number }[] = [];
    let count = 0;
    for (const { file, rows } of statements)
      for (const row of rows) {
        if (!row.notes.includes(note)) continue;
        count++;
        if (examples.length < EXAMPLES) examples.push({ file: nameOf(file), line: row.line });
      }
    return { note, count, examples };
  }).filter(({ count }) => count > 0);
}
