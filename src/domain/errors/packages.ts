import type { ErrorEntry } from './entry.ts';

export const PACKAGE_ERRORS = {} as const satisfies Record<string, ErrorEntry>;
