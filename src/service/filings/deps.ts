import type { CaseDeps } from '../cases/deps.ts';

/** What the use cases of filings stand on: a filing is made of a case. */
export interface FilingDeps {
  readonly cases: CaseDeps;
}
