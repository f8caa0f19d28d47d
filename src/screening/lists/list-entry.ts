import type { Problem } from '../../domain/errors/catalogue.ts';
import type { ExactKey } from './exact-key.ts';

/** One person or organisation of a list, as one row or element of its file tells. */
export interface ListEntry {
  /** The number its source gives it, where there is one. */
  readonly sourceId?: string;
  readonly party: 'person' | 'organisation' | 'unknown';
  /** Each once. May be empty where names are told: then it is found by name alone. */
  readonly keys: readonly ExactKey[];
  /** The main one first; whole card numbers in them are hidden. */
  readonly names: readonly ListedName[];
  readonly births: readonly Birth[];
  /** Countries of nationality as written. */
  readonly countries: readonly string[];
  readonly reason?: string;
  /** What else its source says, for the person who decides on a hit. */
  readonly note?: string;
  /** Epoch ms: in force from, and no more from then on. */
  readonly since?: number;
  readonly until?: number;
}

export interface ListedName {
  readonly text: string;
  /** 'good' and 'low': how sure the source is of an alias. 'original': the name in its own script. */
  readonly quality: 'main' | 'original' | 'good' | 'low';
}

/** What is known of a birth: a day, or the years it lies between (both included). */
export type Birth =
  | { readonly day: string } // 'YYYY-MM-DD'
  | { readonly fromYear: number; readonly toYear: number };

/** What became of the row whose cell is at fault. */
export type FaultEffect = 'row_refused' | 'cell_left_out' | 'cell_restored';

/** One thing of a list's file that was not taken as it stands. Values in `args` are masked. */
export interface ListFault extends Problem {
  /** 1-based line of the file. */
  readonly line: number;
  /** Column of a table, path inside a JSON object or an XML element; '' for the whole row. */
  readonly column: string;
  readonly effect: FaultEffect;
}
