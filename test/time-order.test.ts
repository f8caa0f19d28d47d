import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AccountTable } from '../src/domain/account.ts';
import type { TransferBatch } from '../src/domain/transfer.ts';
import { decodeBatch, encodeBatch } from '../src/service/scan/batch-bytes.ts';
import { FirstSeen } from '../src/service/scan/first-seen.ts';
import { inTimeOrder, isOrdered } from '../src/service/scan/in-time-order.ts';
import { Journal } from '../src/service/scan/journal.ts';
import { scratchFolder } from './fixtures/scratch-folder.ts';

interface Row {
  readonly id: string;
  readonly at: number;
  readonly payer: number;
  readonly payee: number;
  readonly amountMinor: number;
  readonly channel: number;
  readonly purpose: number;
  readonly device: number;
  readonly file: number;
  readonly line: number;
}

const ACCOUNTS = 30;
const row: fc.Arbitrary<Row> = fc.record({
  id: fc.string({ maxLength: 12, unit: 'grapheme' }),
  // Few moments, so that many rows share one: the sort must keep their order.
  at: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: -1e15, max: 1e15 })),
  payer: fc.nat(ACCOUNTS - 1),
  payee: fc.nat(ACCOUNTS - 1),
  amountMinor: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  channel: fc.nat(255),
  purpose: fc.nat(255),
  device: fc.nat(2 ** 32 - 1),
  file: fc.nat(2 ** 16 - 1),
  line: fc.nat(Number.MAX_SAFE_INTEGER),
});
const batches = fc.array(fc.array(row, { maxLength: 40 }), { maxLength: 8 });

/** Columns longer than needed, as intake hands them over. */
function batchOf(rows: readonly Row[]): TransferBatch {
  const room = rows.length + 3;
  const column = <T extends { [i: number]: number }>(into: T, of: (row: Row) => number): T => {
    rows.forEach((r, i) => {
      into[i] = of(r);
    });
    return into;
  };
  const ids = rows.map(({ id }) => Buffer.from(id));
  let end = 0;
  const ends = ids.map((id) => {
    end += id.length;
    return end;
  });
  return {
    count: rows.length,
    at: column(new Float64Array(room), (r) => r.at),
    amountMinor: column(new Float64Array(room), (r) => r.amountMinor),
    line: column(new Float64Array(room), (r) => r.line),
    payer: column(new Uint32Array(room), (r) => r.payer),
    payee: column(new Uint32Array(room), (r) => r.payee),
    device: column(new Uint32Array(room), (r) => r.device),
    idEnd: Uint32Array.from([...ends, 0, 0, 0]),
    file: column(new Uint32Array(room), (r) => r.file),
    channel: column(new Uint8Array(room), (r) => r.channel),
    purpose: column(new Uint8Array(room), (r) => r.purpose),
    idBytes: new Uint8Array(Buffer.concat([...ids, Buffer.alloc(5)])),
  };
}

function rowsOf(batch: TransferBatch): Row[] {
  return Array.from({ length: batch.count }, (_, i) => ({
    id: Buffer.from(batch.idBytes.subarray(batch.idEnd[i - 1] ?? 0, batch.idEnd[i])).toString(),
    at: batch.at[i],
    payer: batch.payer[i],
    payee: batch.payee[i],
    amountMinor: batch.amountMinor[i],
    channel: batch.channel[i],
    purpose: batch.purpose[i],
    device: batch.device[i],
    file: batch.file[i],
    line: batch.line[i],
  }));
}

async function journalOf(path: string, told: readonly (readonly Row[])[]): Promise<Journal> {
  const journal = await Journal.create(path);
  for (const rows of told) await journal.append(batchOf(rows));
  return journal;
}

async function everyRow(journal: Journal): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const batch of journal.batches()) rows.push(...rowsOf(batch));
  return rows;
}

const scratch = scratchFolder();

/** A folder for one run of a property, gone after it. */
async function inFolder(run: (dir: string) => Promise<void>): Promise<void> {
  const dir = mkdtempSync(scratch('run-'));
  try {
    await run(dir);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

test('a batch comes back from its bytes as it was, any part of it', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 60 }), fc.nat(60), fc.nat(60), (rows, a, b) => {
      const [from, to] = [Math.min(a, b, rows.length), Math.min(Math.max(a, b), rows.length)];
      const bytes = new Uint8Array(encodeBatch(batchOf(rows), from, to));
      expect(rowsOf(decodeBatch(bytes))).toEqual(rows.slice(from, to));
    }),
  );
});

test('a journal gives back every batch, in order, as often as it is read', async () => {
  await fc.assert(
    fc.asyncProperty(batches, (told) =>
      inFolder(async (dir) => {
        const journal = await journalOf(join(dir, 'journal'), told);
        const rows = told.flat();
        expect(journal.rows).toBe(rows.length);
        expect(await everyRow(journal)).toEqual(rows);
        expect(await everyRow(journal)).toEqual(rows);
        await journal.close();
      }),
    ),
    { numRuns: 40 },
  );
});

test('a journal in time order is what a stable sort of its rows is, in runs of any length', async () => {
  await fc.assert(
    fc.asyncProperty(batches, fc.integer({ min: 1, max: 50 }), (told, runRows) =>
      inFolder(async (dir) => {
        const rows = told.flat();
        const source = await journalOf(join(dir, 'journal'), told);
        const seen = new FirstSeen(ACCOUNTS, ACCOUNTS);
        const { sorted, late } = await inTimeOrder(source, dir, seen, runRows);
        const expected = rows.toSorted((a, b) => a.at - b.at);
        expect(sorted.rows).toBe(rows.length);
        expect(await everyRow(sorted)).toEqual(expected);
        const behind = rows.filter((r, i) => rows.slice(0, i).some(({ at }) => at > r.at));
        expect(late).toBe(behind.length);
        await source.close();
        await sorted.close();
      }),
    ),
    { numRuns: 60 },
  );
});

test('accounts are numbered by their first transfer in time; those known before keep their numbers', async () => {
  await fc.assert(
    fc.asyncProperty(batches, fc.nat(ACCOUNTS), (told, known) =>
      inFolder(async (dir) => {
        const table = new AccountTable();
        for (let a = 0; a < ACCOUNTS; a++)
          table.learn(table.intern(`account ${a}`), { bank: `${a}` });
        const source = await journalOf(join(dir, 'journal'), told);
        const seen = new FirstSeen(table.size, known);
        const { sorted } = await inTimeOrder(source, dir, seen, 7);
        const renumbered = await everyRow(sorted);
        seen.settle(table);

        const inTime = told.flat().toSorted((a, b) => a.at - b.at);
        const names = Array.from({ length: ACCOUNTS }, (_, a) => `account ${a}`);
        const order = new Set(names.slice(0, known));
        for (const { payer, payee } of inTime) order.add(names[payer]).add(names[payee]);
        for (const name of names) order.add(name);
        expect(table.names).toEqual([...order]);
        expect(
          renumbered.map(({ payer, payee }) => [table.names[payer], table.names[payee]]),
        ).toEqual(inTime.map(({ payer, payee }) => [names[payer], names[payee]]));
        for (const [number, name] of table.names.entries()) {
          expect(table.indexOf(name)).toBe(number);
          expect(`account ${table.facts.get(number)?.bank}`).toBe(name);
        }
        expect([...table.facts.keys()]).toEqual([...table.names.keys()]);
        await source.close();
        await sorted.close();
      }),
    ),
    { numRuns: 40 },
  );
});

test('a batch is in order where no time is before another, nor before what came earlier', () => {
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 12 }),
      fc.integer({ min: -5, max: 25 }),
      (rows, latest) => {
        const times = [latest, ...rows.map(({ at }) => at)];
        const inOrder = times.every((at, i) => i === 0 || at >= times[i - 1]);
        expect(isOrdered(batchOf(rows), latest)).toBe(inOrder);
      },
    ),
  );
});
