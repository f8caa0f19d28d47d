import type { Caller } from './caller.ts';

export const caseCalls = (_caller: Caller) => ({});
