import type { ErrorEntry } from './entry.ts';

export const FILING_ERRORS = {} as const satisfies Record<string, ErrorEntry>;
