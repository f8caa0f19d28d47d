import type { ErrorEntry } from './entry.ts';

/** Look-up of a held payment by its code. */
export const HELD_ERRORS = {} as const satisfies Readonly<Record<string, ErrorEntry>>;
