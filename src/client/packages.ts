import type { Caller } from './caller.ts';

export const packageCalls = (_caller: Caller) => ({});
