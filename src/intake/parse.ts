import { readIso20022 } from './iso20022/iso-file.ts';
import { readParquet } from './parquet/parquet-file.ts';
import type { ParsedBatch } from './parsed-batch.ts';
import type { ReadPlan, TextFormat } from './read-plan.ts';
import { RowTaker } from './row-taker.ts';
import { readCsv } from './text/csv-file.ts';
import { readNdjson } from './text/ndjson-file.ts';
import { rejectOfError } from './unreadable.ts';

/** Reads a file into the taker step by step; each step yields the bytes of the file it consumed. */
type Reader = (plan: ReadPlan, taker: RowTaker) => AsyncIterable<number>;

const READERS: Readonly<Record<TextFormat, Reader>> = {
  csv: readCsv,
  ndjson: readNdjson,
  parquet: readParquet,
  'pacs.008': readIso20022,
  'camt.053': readIso20022,
};

/**
 * Parses a whole file on this thread. Never throws: a file that breaks off gives what was read up to there, and then
 * one reject of line 0. The last batch may be empty.
 */
export async function* parse(plan: ReadPlan): AsyncGenerator<ParsedBatch, void> {
  const taker = new RowTaker(plan.row);
  let bytes = 0;
  function* done(): Generator<ParsedBatch, void> {
    for (let parsed = taker.ready.shift(); parsed; parsed = taker.ready.shift()) {
      parsed.bytes = bytes;
      bytes = 0;
      yield parsed;
    }
  }
  try {
    for await (const consumed of READERS[plan.format](plan, taker)) {
      bytes += consumed;
      yield* done();
    }
  } catch (error) {
    const { code, args } = rejectOfError(error, plan.row.fileName);
    taker.reject(0, code, args);
  }
  taker.end();
  yield* done();
}
