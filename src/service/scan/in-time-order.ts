import { join } from 'node:path';
import type { TransferBatch } from '../../domain/transfer.ts';
import { appendRow, emptyBatch, ROWS_MAX } from './batch-bytes.ts';
import type { FirstSeen } from './first-seen.ts';
import { Journal } from './journal.ts';

/** Rows sorted at once in memory, about 60 MB; and rows of a run kept while runs are merged. */
const RUN_ROWS = 1 << 20;
const CHUNK_ROWS = 4096;

/** True if times never go back inside `batch`, nor behind `latestAt`. */
export function isOrdered(batch: TransferBatch, latestAt: number): boolean {
  let latest = latestAt;
  for (let i = 0; i < batch.count; i++) {
    const at = batch.at[i];
    if (at < latest) return false;
    latest = at;
  }
  return true;
}

/**
 * A journal with the rows of `source` by time; rows of one time keep their order. Sorts runs of a
 * million rows and merges them, so memory does not grow with the file.
 * @param accounts gives the accounts of the sorted rows their new numbers
 * @param runRows how many rows are sorted at once
 * @returns the sorted journal and how many rows came after a later one
 */
export async function inTimeOrder(
  source: Journal,
  folder: string,
  accounts: FirstSeen,
  runRows = RUN_ROWS,
): Promise<{ sorted: Journal; late: number }> {
  const runs: Journal[] = [];
  let late = 0;
  let latest = Number.NEGATIVE_INFINITY;
  let run = emptyBatch(Math.min(runRows, source.rows), 1 << 20);
  for await (const batch of source.batches())
    for (let i = 0; i < batch.count; i++) {
      const at = batch.at[i];
      if (at < latest) late++;
      else latest = at;
      appendRow(run, batch, i);
      if (run.count < runRows) continue;
      runs.push(await writeRun(run, join(folder, `run-${runs.length}.tmp`)));
      run = emptyBatch(runRows, run.idBytes.length);
    }
  if (run.count > 0) runs.push(await writeRun(run, join(folder, `run-${runs.length}.tmp`)));
  const sorted = await merge(runs, join(folder, 'sorted.tmp'), accounts);
  for (const r of runs) await r.close();
  return { sorted, late };
}

async function writeRun(run: TransferBatch, path: string): Promise<Journal> {
  const { at } = run;
  const order = new Uint32Array(run.count).map((_, i) => i);
  order.sort((a, b) => at[a] - at[b] || a - b);
  const journal = await Journal.create(path);
  for (let from = 0; from < run.count; from += CHUNK_ROWS) {
    const chunk = emptyBatch(CHUNK_ROWS, CHUNK_ROWS * 16);
    for (let i = from; i < Math.min(run.count, from + CHUNK_ROWS); i++)
      appendRow(chunk, run, order[i]);
    await journal.append(chunk);
  }
  return journal;
}

interface Cursor {
  run: Journal;
  chunk: number;
  batch: TransferBatch;
  row: number;
}

async function merge(
  runs: readonly Journal[],
  path: string,
  accounts: FirstSeen,
): Promise<Journal> {
  const out = await Journal.create(path);
  const cursors: Cursor[] = [];
  for (const run of runs) cursors.push({ run, chunk: 0, batch: await run.read(0), row: 0 });
  let batch = emptyBatch(ROWS_MAX, ROWS_MAX * 16);
  while (cursors.length > 0) {
    const c = earliest(cursors);
    appendRow(batch, c.batch, c.row++);
    accounts.renumber(batch, batch.count - 1);
    if (batch.count === ROWS_MAX) {
      await out.append(batch);
      batch = emptyBatch(ROWS_MAX, batch.idBytes.length);
    }
    if (c.row < c.batch.count) continue;
    c.row = 0;
    c.chunk++;
    if (c.chunk === c.run.length) cursors.splice(cursors.indexOf(c), 1);
    else c.batch = await c.run.read(c.chunk);
  }
  await out.append(batch);
  return out;
}

/** The cursor with the earliest row; of equals the first, so that the sort is stable. */
function earliest(cursors: readonly Cursor[]): Cursor {
  let best = cursors[0];
  for (const c of cursors) if (c.batch.at[c.row] < best.batch.at[best.row]) best = c;
  return best;
}
