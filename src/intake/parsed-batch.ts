import type { AccountFacts } from '../domain/account.ts';
import type { ErrorCode, Problem } from '../domain/errors/catalogue.ts';
import type { TransferBatch } from '../domain/transfer.ts';

/** Most transfers in one batch; the bound that TransferSource promises. */
export const BATCH_ROWS = 65_536;

/** A batch is closed early when this many rows were refused, so that a file of garbage stays bounded too. */
export const BATCH_REJECTS = 4096;

/** A row not taken, before it is put into words. `line` 0 means the whole file. */
export interface RowReject {
  readonly line: number;
  readonly code: ErrorCode;
  readonly args: Problem['args'];
}

/** What the file tells about an account, by its index in the file's own order of accounts. */
export interface AccountFact extends AccountFacts {
  readonly account: number;
}

/**
 * A batch as a parser makes it, on whichever thread: accounts and devices are numbered in the order in which this
 * file first names them, and the names new in this batch come along. Plain data, ready to be posted.
 */
export interface ParsedBatch {
  batch: TransferBatch;
  accounts: string[];
  devices: string[];
  facts: AccountFact[];
  rejects: RowReject[];
  /** Amounts that had more than two decimals. */
  rounded: number;
  /** Bytes of the file consumed since the batch before. */
  bytes: number;
  /** One column of codes per side column asked for, and the words new in this batch (code = position in all words so far). */
  side: Uint32Array[];
  sideWords: string[][];
}

export function emptyTransfers(rows: number, idBytes: number): TransferBatch {
  return {
    count: 0,
    at: new Float64Array(rows),
    payer: new Uint32Array(rows),
    payee: new Uint32Array(rows),
    amountMinor: new Float64Array(rows),
    channel: new Uint8Array(rows),
    purpose: new Uint8Array(rows),
    device: new Uint32Array(rows),
    idBytes: new Uint8Array(idBytes),
    idEnd: new Uint32Array(rows),
    file: new Uint32Array(rows),
    line: new Float64Array(rows),
  };
}
