import { parentPort, workerData } from 'node:worker_threads';
import { parse } from './parse.ts';
import type { ParsedBatch } from './parsed-batch.ts';
import type { ReadPlan } from './read-plan.ts';

/** What the worker starts with; afterwards each message from the other side allows one more batch. */
export interface WorkerTask {
  readonly plan: ReadPlan;
  /** Batches that may be under way at once. */
  readonly credit: number;
}

/** A batch, or undefined at the end. */
export type WorkerAnswer = ParsedBatch | undefined;

async function work(port: NonNullable<typeof parentPort>, task: WorkerTask): Promise<void> {
  let { credit } = task;
  let more: (() => void) | undefined;
  port.on('message', () => {
    credit++;
    more?.();
  });
  for await (const parsed of parse(task.plan)) {
    while (credit === 0)
      await new Promise<void>((resolve) => {
        more = resolve;
      });
    credit--;
    port.postMessage(parsed satisfies WorkerAnswer, buffersOf(parsed));
  }
  port.postMessage(undefined satisfies WorkerAnswer);
  port.close();
}

/** The columns' memory goes over instead of being copied. */
function buffersOf({ batch, side }: ParsedBatch): ArrayBuffer[] {
  const columns = [...Object.values(batch), ...side].filter((column) => typeof column !== 'number');
  return columns.map((column: { buffer: ArrayBufferLike }) => column.buffer as ArrayBuffer);
}

if (parentPort) await work(parentPort, workerData as WorkerTask);
