import type { Localized } from '../language.ts';

/**
 * One entry of the error catalogue. `message` and `hint` may name arguments in braces: 'no column {column}'.
 * Codes are for ever: other programs match on them.
 */
export interface ErrorEntry {
  /** HTTP status this error has in a reply; 422 for bad rows. */
  readonly status: number;
  readonly message: Localized;
  /** What to do about it. */
  readonly hint?: Localized;
}
