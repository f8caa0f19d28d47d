import {
  PACKAGE_FORMATS,
  type PackageFormat,
} from '../../../src/exchange/package/package-format.ts';
import { PACKAGE_STATES, type PackageState } from '../../../src/exchange/package/package-state.ts';

/** What of the packages somebody wants to see; stands in the address. */
export interface PackageFilter {
  readonly direction?: 'out' | 'in';
  readonly state?: PackageState;
  readonly format?: PackageFormat;
}

const among = <T extends string>(words: readonly T[], told: unknown): told is T =>
  (words as readonly unknown[]).includes(told);

/** The filter of an address; whatever it cannot mean is left out. */
export function parsePackageFilter(search: Record<string, unknown>): PackageFilter {
  const { direction, state, format } = search;
  return {
    ...(among(['out', 'in'] as const, direction) && { direction }),
    ...(among(PACKAGE_STATES, state) && { state }),
    ...(among(PACKAGE_FORMATS, format) && { format }),
  };
}

/** Of which case a new package is to be, and in which format. */
export interface NewPackage {
  readonly case?: number;
  readonly format?: PackageFormat;
}

export function parseNewPackage(search: Record<string, unknown>): NewPackage {
  const caseId = Number(search.case);
  return {
    ...(Number.isSafeInteger(caseId) && caseId > 0 && { case: caseId }),
    ...(among(PACKAGE_FORMATS, search.format) && { format: search.format }),
  };
}
