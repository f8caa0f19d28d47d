import type { ListFault } from '../../screening/lists/list-entry.ts';
import type { ToldRow } from './told-row.ts';

/** Where the reader of a form of files puts what it finds, in the order of the file. */
export interface RowSink {
  row(row: ToldRow): void;
  fault(fault: ListFault): void;
  /** A column, key or element that nothing is taken from; told as often as it comes. */
  ignored(name: string): void;
}

/** The reader of one form of files. Its faults are those of rows; a file that is broken as a whole throws QorganError. */
export interface RowReader {
  /** Some bytes of the file; they are the caller's again after the call. */
  write(bytes: Uint8Array): void;
  end(): void;
}
