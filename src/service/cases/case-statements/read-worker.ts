import { parentPort, workerData } from 'node:worker_threads';
import { type ReadWish, readFiles } from './read-files.ts';

// What it throws ends the thread, which its owner hears.
if (parentPort) {
  parentPort.postMessage(await readFiles(workerData as ReadWish));
  parentPort.close();
}
