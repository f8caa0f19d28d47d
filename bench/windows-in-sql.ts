import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { TransferBatch } from '../src/domain/transfer.ts';
import { WINDOW_MS, WINDOWS } from '../src/engine/features.ts';
import { type Run, timed } from './measure.ts';

/**
 * The peer: DuckDB on one thread computes, for both accounts of every transfer, what the engine's windows
 * hold: count, sum and distinct counterparties of 1 h, 24 h, 7 d and 28 d, received and paid apart: 48
 * numbers a transfer. It does nothing else: no lots, no provenance, no searches, no rules, no verdict.
 *
 * In its favour: the rows are in its columns before the clock starts, it sees the whole file at once and
 * sorts it as it likes, one sort serves all windows, and the result is summed and not written. Against it:
 * its windows slide by the millisecond (ours by eighths) and its distinct counts are exact beyond 64.
 */
export class WindowsInSql {
  readonly #connection: DuckDBConnection;

  private constructor(connection: DuckDBConnection) {
    this.#connection = connection;
  }

  static async over(batches: readonly TransferBatch[]): Promise<WindowsInSql> {
    const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
    const connection = await instance.connect();
    await connection.run(
      'CREATE TABLE transfers (moment BIGINT, payer INTEGER, payee INTEGER, amount BIGINT)',
    );
    const appender = await connection.createAppender('transfers');
    for (const b of batches)
      for (let i = 0; i < b.count; i++) {
        appender.appendBigInt(BigInt(b.at[i]));
        appender.appendInteger(b.payer[i]);
        appender.appendInteger(b.payee[i]);
        appender.appendBigInt(BigInt(b.amountMinor[i]));
        appender.endRow();
      }
    appender.closeSync();
    return new WindowsInSql(connection);
  }

  run(): Promise<Run> {
    return timed(async () => {
      const reader = await this.#connection.runAndReadAll(QUERY);
      if (reader.currentRowCount !== 1) throw new Error('DuckDB gave no row');
    });
  }

  close(): void {
    this.#connection.closeSync();
  }
}

const columns = WINDOWS.flatMap((w) =>
  ['in', 'out'].map((direction) => {
    const mine = direction === 'in' ? 'received' : 'NOT received';
    return [
      `count(*) FILTER (${mine}) OVER w${w} AS ${direction}_count_${w}`,
      `sum(amount) FILTER (${mine}) OVER w${w} AS ${direction}_sum_${w}`,
      `count(DISTINCT other) FILTER (${mine}) OVER w${w} AS ${direction}_parties_${w}`,
    ].join(', ');
  }),
);
const frames = WINDOWS.map(
  (w, i) =>
    `w${w} AS (PARTITION BY account ORDER BY moment RANGE BETWEEN ${WINDOW_MS[i] - 1} PRECEDING AND CURRENT ROW)`,
);
const names = WINDOWS.flatMap((w) =>
  ['in', 'out'].flatMap((d) => ['count', 'sum', 'parties'].map((kind) => `${d}_${kind}_${w}`)),
);

/** The two ends of a transfer as two rows; all windows over one partition and order. */
const QUERY = `
  WITH legs AS (
    SELECT payee AS account, payer AS other, moment, amount, true AS received FROM transfers
    UNION ALL
    SELECT payer, payee, moment, amount, false FROM transfers
  ), features AS (
    SELECT ${columns.join(', ')} FROM legs WINDOW ${frames.join(', ')}
  )
  SELECT ${names.map((name) => `sum(${name})`).join(', ')} FROM features`;
