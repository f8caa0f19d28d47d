import type { Fm1Book } from '../../exchange/fm1/code-book.ts';
import type { CaseDeps } from '../cases/deps.ts';

/** What notices are written with, beside whatever a case is read by: all that the command line has. */
export interface FilingBase {
  readonly cases: Pick<CaseDeps, 'store' | 'audit' | 'law' | 'now'>;
  /** Tables of codes of form FM-1. */
  readonly codes: Fm1Book;
}

/** What the use cases of filings stand on: a filing is made of a case, or of an operation of a day. */
export interface FilingDeps extends FilingBase {
  readonly cases: CaseDeps;
}
