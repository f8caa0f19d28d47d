import { portalData } from '../data.ts';
import { type OfferLexicon, OfferReader } from './read-offer.ts';

/** Reads texts beside the page, so that a slow phone goes on answering its fingers. Asked { id, text }, answers { id, … }. */

let reader: Promise<OfferReader> | undefined;

async function read(text: string) {
  reader ??= portalData<OfferLexicon>('lexicon').then((lexicon) => new OfferReader(lexicon));
  try {
    return { reading: (await reader).read(text) };
  } catch {
    reader = undefined; // the lexicon could not be fetched; the next text tries again
    return { failed: true };
  }
}

addEventListener('message', async ({ data }: MessageEvent<{ id: number; text: string }>) => {
  postMessage({ id: data.id, ...(await read(data.text)) });
});
