import type { Fm1Book } from '../../exchange/fm1/code-book.ts';
import type { CaseDeps } from '../cases/deps.ts';

/** What the use cases of filings stand on: a filing is made of a case, or of an operation of a day. */
export interface FilingDeps {
  readonly cases: CaseDeps;
  /** Tables of codes of form FM-1. */
  readonly codes: Fm1Book;
}
