import type { Made } from './formats.ts';

export interface Prepared {
  readonly made: Made;
  readonly caseVersion: number | null;
  readonly sources: readonly number[];
}
