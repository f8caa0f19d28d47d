import type { Caller } from './caller.ts';

/** A held payment by its code. */
export const heldCalls = (_caller: Caller) => ({});
