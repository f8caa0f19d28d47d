import {
  FILING_KINDS,
  FILING_STATES,
  type FilingKind,
  type FilingState,
} from '../../../src/domain/filing/filing-acts.ts';

/** Which notices somebody wants to see; stands in the address. */
export interface FilingFilter {
  readonly state?: FilingState;
  readonly kind?: FilingKind;
  readonly overdue?: true;
}

const among = <T extends string>(words: readonly T[], told: unknown): told is T =>
  (words as readonly unknown[]).includes(told);

/** The filter of an address; whatever it cannot mean is left out. */
export function parseFilingFilter({ state, kind, overdue }: Record<string, unknown>): FilingFilter {
  return {
    ...(among(FILING_STATES, state) && { state }),
    ...(among(FILING_KINDS, kind) && { kind }),
    ...(String(overdue) === 'true' && { overdue: true }),
  };
}

/** Of which case a new notice is to be. */
export interface NewFiling {
  readonly case?: number;
}

export function parseNewFiling(search: Record<string, unknown>): NewFiling {
  const caseId = Number(search.case);
  return Number.isSafeInteger(caseId) && caseId > 0 ? { case: caseId } : {};
}

/** The day of threshold operations; yesterday when not said. */
export interface ThresholdLook {
  /** 'YYYY-MM-DD' */
  readonly day?: string;
}

export function parseThresholdLook({ day }: Record<string, unknown>): ThresholdLook {
  return typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) ? { day } : {};
}
