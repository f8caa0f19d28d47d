import type { ErrorEntry } from './entry.ts';

/** Contacts that anybody may ask for by a prefix. */
export const KNOWN_CONTACT_ERRORS = {} as const satisfies Readonly<Record<string, ErrorEntry>>;
