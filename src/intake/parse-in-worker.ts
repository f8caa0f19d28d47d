import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { WorkerAnswer, WorkerTask } from './parse-worker.ts';
import type { ParsedBatch } from './parsed-batch.ts';
import type { ReadPlan } from './read-plan.ts';

/** Batches under way at once, about 3 MB each: enough to keep both threads busy, and the bound on what waits. */
const CREDIT = 4;

/**
 * The same batches as `parse`, made by a thread of its own. The worker runs at most CREDIT batches ahead of the one
 * who reads here. Throws only when the thread itself dies. Leaving the loop early ends the thread.
 */
export async function* parseInWorker(plan: ReadPlan): AsyncGenerator<ParsedBatch, void> {
  const task: WorkerTask = { plan, credit: CREDIT };
  // The worker stands beside this file, as source or as built.
  const url = new URL(`./parse-worker${extname(import.meta.url)}`, import.meta.url);
  const worker = new Worker(url, { workerData: task, execArgv: [] });
  const arrived: WorkerAnswer[] = [];
  let failure: Error | undefined;
  let wake: (() => void) | undefined;
  worker.on('message', (answer: WorkerAnswer) => {
    arrived.push(answer);
    wake?.();
  });
  worker.on('error', (error: Error) => {
    failure = error;
    wake?.();
  });
  worker.on('exit', () => {
    failure ??= new Error('the parsing thread ended by itself');
    wake?.();
  });
  try {
    for (;;) {
      while (arrived.length === 0) {
        if (failure) throw failure;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const parsed = arrived.shift();
      if (parsed === undefined) return;
      yield parsed;
      worker.postMessage(1);
    }
  } finally {
    await worker.terminate();
  }
}
