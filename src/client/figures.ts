import type { Caller } from './caller.ts';

/** Figures for everybody. */
export const figureCalls = (_caller: Caller) => ({});
