import type { ErrorEntry } from './entry.ts';

/** Lessons: scenes, forms, plans as files. */
export const LESSON_ERRORS = {} as const satisfies Readonly<Record<string, ErrorEntry>>;
