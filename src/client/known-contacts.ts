import type { Caller } from './caller.ts';

/** Contacts known from judged posts, asked by a prefix. */
export const knownContactCalls = (_caller: Caller) => ({});
