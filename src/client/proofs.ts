import type { z } from 'zod';
import type * as proof from '../http/contract/proof.ts';
import type { Caller } from './caller.ts';

/** Work that strangers prove before they write. */
export const proofCalls = (caller: Caller) => ({
  challenge: (purpose: z.input<typeof proof.ProofParams>['purpose'], signal?: AbortSignal) =>
    caller.json<z.output<typeof proof.ProofChallenge>>('GET', `/v1/proofs/${purpose}`, { signal }),
});
