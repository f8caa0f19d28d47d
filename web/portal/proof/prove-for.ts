import type { Challenge } from '../../../src/domain/proof-of-work.ts';
import type { ProofPurpose } from '../../../src/service/portal/proofs/proofs.ts';
import { api } from '../api.ts';
import type { SolverSays } from './solver.ts';

export interface ProveOptions {
  readonly signal?: AbortSignal;
  /** Hears how far it is, 0 to 1: a guess, luck may be late. */
  readonly progress?: (share: number) => void;
}

export interface SolvedProof {
  readonly text: string;
  readonly nonce: string;
}

/** Asks the service for a task and has a worker solve it. Throws QorganProblem, the signal's reason, or what `fetch` throws. */
export async function proveFor(
  purpose: ProofPurpose,
  { signal, progress }: ProveOptions = {},
): Promise<SolvedProof> {
  const challenge = await api().proofs.challenge(purpose, signal);
  const nonce = await solveAside(challenge, { signal, progress });
  return { text: challenge.text, nonce };
}

function solveAside(
  { text, bits }: Challenge,
  { signal, progress }: { signal: AbortSignal | undefined; progress: ProveOptions['progress'] },
): Promise<string> {
  const worker = new Worker(new URL('./solver.ts', import.meta.url), { type: 'module' });
  const solved = new Promise<string>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<SolverSays>) => {
      if ('nonce' in data) resolve(data.nonce);
      else progress?.(shareDone(data.tried, bits));
    };
    worker.onerror = () => reject(new Error('the worker failed'));
    if (signal?.aborted) reject(signal.reason);
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  worker.postMessage({ text, bits });
  return solved.finally(() => worker.terminate());
}

/** Chance that so many tries have found it. */
const shareDone = (tried: number, bits: number): number => 1 - Math.exp(-tried / 2 ** bits);
