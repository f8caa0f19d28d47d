import type { ErrorEntry } from './entry.ts';

/** Classes of a teacher, and lessons. */
export const CLASS_ERRORS = {} as const satisfies Readonly<Record<string, ErrorEntry>>;
