import type { OfferReading } from './read-offer.ts';

type Answer = { readonly id: number; readonly reading?: OfferReading };

let worker: Worker | undefined;
let asked = 0;
const waiting = new Map<number, (reading: OfferReading | undefined) => void>();

/** Starts the worker, once; its lexicon comes with the first text. */
function start(): Worker {
  if (worker !== undefined) return worker;
  worker = new Worker(new URL('./reading-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    waiting.get(data.id)?.(data.reading);
    waiting.delete(data.id);
  });
  worker.addEventListener('error', () => {
    worker = undefined;
    for (const done of waiting.values()) done(undefined);
    waiting.clear();
  });
  return worker;
}

/** Fetches what reading takes, so that the first answer does not wait for it and checking itself asks the network for nothing. */
export function prepareReader(): void {
  readOffer('');
}

/** Reads a text on this device; nothing of it leaves the page. undefined: the words to compare with are not here yet. */
export function readOffer(text: string): Promise<OfferReading | undefined> {
  const id = ++asked;
  return new Promise((done) => {
    waiting.set(id, done);
    start().postMessage({ id, text });
  });
}
