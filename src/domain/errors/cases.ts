import type { ErrorEntry } from './entry.ts';

export const CASE_ERRORS = {} as const satisfies Record<string, ErrorEntry>;
