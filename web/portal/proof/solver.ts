import { type Challenge, solve } from '../../../src/domain/proof-of-work.ts';

/** What the solver says while it works: how many it has tried, then the nonce. */
export type SolverSays = { readonly tried: number } | { readonly nonce: string };

const say = (words: SolverSays): void => globalThis.postMessage(words);

/** Runs as a worker of its own, so that the page stays quick; whoever started it ends it by `terminate`. */
globalThis.onmessage = async ({ data }: MessageEvent<Challenge>) => {
  const nonce = await solve(data, { tick: (tried) => say({ tried }) });
  say({ nonce });
};
