import type { ListField } from './list-columns.ts';

/** One value of a row whose field is known, as written. */
export interface ToldCell {
  readonly field: ListField;
  /** Title of the column, or path inside the object. */
  readonly column: string;
  readonly text: string;
}

/** One row of a table, or one object, before anything in it is understood. */
export interface ToldRow {
  /** 1-based line of the file where it begins. */
  readonly line: number;
  readonly cells: readonly ToldCell[];
}
