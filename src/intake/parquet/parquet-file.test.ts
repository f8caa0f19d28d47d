import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readAll } from '../read-for-test.ts';

const dir = mkdtempSync(join(tmpdir(), 'qorgan-parquet-'));
const at = (name: string) => join(dir, name);

const ROWS = `select 't' || i as id, make_timestamptz(2026, 1, 1, 0, 0, (i % 60)::double, 'UTC') as at,
  'acc' || (i % 97) as payer, (1000000000000000000 + i)::bigint as payee,
  ((i * 7919) % 1000000 + 1) / 100 as amount, 'KZT' as currency, [i] as list, 'TRANSFER' as tx_type from range(20000) r(i)`;

beforeAll(async () => {
  const db = await (await DuckDBInstance.create(':memory:')).connect();
  const write = (select: string, name: string, how: string) =>
    db.run(`copy (${select}) to '${at(name)}' (format parquet, ${how})`);
  for (const codec of ['snappy', 'gzip', 'zstd', 'uncompressed'])
    await write(ROWS, `${codec}.parquet`, `compression ${codec}, row_group_size 4096`);
  await write(
    `select i as id, date '2026-01-02' + i::int as date, 'A' as src, 'B' || i as dst, (i * 11.07 + 0.07)::decimal(18,2) as amount from range(50) r(i)
     union all select 50, null, 'A', 'B', 1 union all select 51, date '2026-01-02', null, 'B', 1 union all select 52, date '2026-01-02', 'A', 'B', null`,
    'dates.parquet',
    'compression snappy',
  );
  await write(
    `select timestamp '2026-02-03 04:05:06.789' as timestamp, 'A' as src, 'B' as dst, 12345678901234.56::decimal(20,2) as amount`,
    'local.parquet',
    'compression snappy',
  );
  db.closeSync();
});
afterAll(() => rmSync(dir, { recursive: true }));

test.each(['snappy', 'gzip', 'zstd', 'uncompressed'])(
  'a table of several row groups comes back, %s',
  async (codec) => {
    const { source, transfers, rejects } = await readAll(at(`${codec}.parquet`));
    expect([source.format, source.clock, source.currency]).toEqual(['parquet', 'exact', 'KZT']);
    expect(rejects).toEqual([]);
    expect(transfers.length).toBe(20_000);
    for (const i of [0, 4095, 4096, 19_999])
      expect(transfers[i]).toMatchObject({
        id: `t${i}`,
        at: Date.UTC(2026, 0, 1, 0, 0, i % 60),
        payer: `acc${i % 97}`,
        payee: `${1_000_000_000_000_000_000n + BigInt(i)}`,
        amountMinor: ((i * 7919) % 1_000_000) + 1,
        channel: 'transfer',
        line: i + 1,
      });
  },
);

test('reads the same in a thread of its own, and tells how far it is', async () => {
  const here = await readAll(at('snappy.parquet'));
  const there = await readAll(at('snappy.parquet'), { thread: 'worker' });
  expect(there.transfers).toEqual(here.transfers);
  expect(there.bytes).toBe(here.bytes);
});

test('dates are days, decimals are exact, nulls are missing values', async () => {
  const { source, transfers, rejects } = await readAll(at('dates.parquet'));
  expect(source.clock).toBe('day');
  expect(transfers.length).toBe(50);
  transfers.forEach(({ amountMinor, at: when }, i) => {
    expect(amountMinor).toBe(i * 1107 + 7);
    expect(when).toBe(Date.UTC(2026, 0, 2 + i) - 5 * 3_600_000);
  });
  expect(rejects.map(({ line, code }) => [line, code])).toEqual([
    [51, 'QRG_ROW_TIME'],
    [52, 'QRG_ROW_PAYER'],
    [53, 'QRG_ROW_AMOUNT'],
  ]);
});

test('a timestamp without a zone is a wall clock', async () => {
  const { transfers } = await readAll(at('local.parquet'));
  expect(transfers).toMatchObject([
    { at: Date.UTC(2026, 1, 2, 23, 5, 6, 789), amountMinor: 1_234_567_890_123_456 },
  ]);
});
