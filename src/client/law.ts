import type { Caller } from './caller.ts';

export const lawCalls = (_caller: Caller) => ({});
