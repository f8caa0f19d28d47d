import type { Caller } from './caller.ts';

export const filingCalls = (_caller: Caller) => ({});
