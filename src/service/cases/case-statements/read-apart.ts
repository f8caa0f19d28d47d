import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ReadWish } from './read-files.ts';
import type { StatementLook } from './statement-look.ts';

/** A thread that takes longer is ended: its files are not what they seem. */
const READ_WITHIN_MS = 120_000;
/** Of the thread's own heap: a workbook that unpacks to more ends the thread and not the service. */
const HEAP_MB = 1_024;

/** Reads dropped files in a thread of their own: no decision waits for a workbook. Rejects when the thread dies. */
export function readApart(wish: ReadWish): Promise<StatementLook> {
  // The worker stands beside this file, as source or as built.
  const url = new URL(`./read-worker${extname(import.meta.url)}`, import.meta.url);
  const worker = new Worker(url, {
    execArgv: [],
    workerData: wish,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  const late = setTimeout(() => void worker.terminate(), READ_WITHIN_MS);
  return new Promise<StatementLook>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`reading of statements ended with ${code}`)));
  }).finally(() => clearTimeout(late));
}
