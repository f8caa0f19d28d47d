import type { Localized } from '../../domain/language.ts';
import type { Founded } from '../../law/terms.ts';

/** One code of a table; days 'YYYY-MM-DD', both inclusive. */
export interface Fm1Code {
  readonly code: string;
  readonly title: Localized;
  readonly from: string;
  readonly to: string | null;
  /** By its footnote for operations that were recognised as suspicious. */
  readonly suspicious: boolean;
}

/** A table of codes in one edition. */
export interface Fm1Table extends Omit<Founded, 'text'> {
  readonly table: string;
  readonly title: Localized;
  /** Date of the edition read. */
  readonly edition: string;
  /** What is not known of it. */
  readonly note: Localized;
  readonly codes: readonly Fm1Code[];
}

/** Tables by name, as data/law/<country>/fm1 has them. */
export type Fm1Book = ReadonlyMap<string, Fm1Table>;

/** Codes of a table in force on a day; none of a table that is not there. */
export const codesOn = (book: Fm1Book, table: string, day: string): readonly Fm1Code[] =>
  book.get(table)?.codes.filter(({ from, to }) => from <= day && (to === null || day <= to)) ?? [];

/** The code in force on a day; undefined: there is none. */
export const codeOn = (
  book: Fm1Book,
  table: string,
  code: string,
  day: string,
): Fm1Code | undefined => codesOn(book, table, day).find((one) => one.code === code);
