import type { Caller } from './caller.ts';

export const caseViewCalls = (_caller: Caller) => ({});
