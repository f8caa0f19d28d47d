import type { AccountTable } from '../domain/account.ts';
import type { Language } from '../domain/language.ts';
import type { Reject } from '../domain/reject.ts';
import type { TransferBatch } from '../domain/transfer.ts';

/** What every reader of an input file shares in one scan. */
export interface IntakeContext {
  readonly accounts: AccountTable;
  /** Language of reject messages. */
  readonly language: Language;
  /** Takes one row (or whole file) that was not accepted. Called in file and line order. */
  reject(reject: Reject): void;
  /** Bytes of input consumed since the last call, for the progress bar. */
  advanced(bytes: number): void;
}

/** One input file opened: what it is, and its transfers in file order. */
export interface TransferSource {
  /** 'csv', 'ndjson', 'parquet', 'pacs.008', 'camt.053' */
  readonly format: string;
  /** ISO 4217 of the amounts, '' when the file does not say. */
  readonly currency: string;
  /** 'day' when the file has no time of day. */
  readonly clock: 'exact' | 'day';
  /** Yields batches of at most 65,536 transfers; memory is bounded by the batch and the account table. */
  read(context: IntakeContext): AsyncIterable<TransferBatch>;
}
