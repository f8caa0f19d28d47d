import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { fail, type Result } from '../../domain/errors/catalogue.ts';
import type { CheckTask, XmlCheck } from './check-worker.ts';

/** A report of five thousand transfers takes some four seconds; a pattern of a schema may be made to take for ever. */
const LONGEST_MS = 60_000;
const MEMORY_MB = 1_024;

/**
 * Holds a document to a schema in a thread of its own: neither a large report nor a bad schema stops decisions. Errors:
 * QRG_XSD_UNREADABLE, QRG_XSD_INVALID, QRG_XSD_SLOW when it took longer than a minute or more memory than a gigabyte.
 */
export async function checkInWorker(schema: string, bytes: Uint8Array): Promise<Result<XmlCheck>> {
  const task: CheckTask = { schema, bytes };
  const url = new URL(`./check-worker${extname(import.meta.url)}`, import.meta.url);
  const worker = new Worker(url, {
    workerData: task,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  const slow = Promise.withResolvers<Result<never>>();
  const timer = setTimeout(() => slow.resolve(tooSlow(schema)), LONGEST_MS);
  const answer = new Promise<Result<XmlCheck>>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', (error) =>
      'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? resolve(tooSlow(schema))
        : reject(error),
    );
    worker.once('exit', () => reject(new Error('the thread that checks XML ended by itself')));
  });
  try {
    return await Promise.race([answer, slow.promise]);
  } finally {
    clearTimeout(timer);
    answer.catch(() => undefined); // the exit that `terminate` brings
    await worker.terminate();
  }
}

const tooSlow = (path: string): Result<never> =>
  fail('QRG_XSD_SLOW', { path, seconds: LONGEST_MS / 1000 });
