import type { CaseDeps } from '../cases/deps.ts';

/** What the use cases of packages stand on: a package is made of a case. */
export interface PackageDeps {
  readonly cases: CaseDeps;
}
