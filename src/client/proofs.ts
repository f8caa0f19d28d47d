import type { Caller } from './caller.ts';

/** Work that strangers prove before they write. */
export const proofCalls = (_caller: Caller) => ({});
