import type { ErrorEntry } from './entry.ts';

/** Reports of anybody: proof of work, talk, pictures. */
export const PUBLIC_REPORT_ERRORS = {} as const satisfies Readonly<Record<string, ErrorEntry>>;
