import type { z } from 'zod';
import type * as law from '../http/contract/law.ts';
import type { Caller } from './caller.ts';

export type LawOffence = z.output<typeof law.LawOffence>;
export type LawOffences = z.output<typeof law.LawOffences>;
export type LawComparison = z.output<typeof law.LawComparison>;
export type LawSource = z.output<typeof law.LawSource>;
export type LawFinding = z.output<typeof law.LawFinding>;
export type Qualification = z.output<typeof law.Qualification>;
export type QualificationDraft = z.output<typeof law.QualificationDraft>;

export const lawCalls = (caller: Caller) => ({
  /** Provisions in force on a day ('YYYY-MM-DD'; today where it is left out). */
  offences: (query: { on?: string; country?: string } = {}) =>
    caller.json<LawOffences>('GET', '/v1/law/offences', { query }),

  offence: (offenceId: string, query: { on?: string } = {}) =>
    caller.json<LawOffence>('GET', `/v1/law/offences/${encodeURIComponent(offenceId)}`, { query }),

  /** What differs between the law of two days. */
  compare: (query: { from: string; to: string; country?: string }) =>
    caller.json<LawComparison>('GET', '/v1/law/compare', { query }),

  /** Which provisions the record of a case supports, and what is missing; the look is written down. */
  qualification: (caseId: number, query: { on?: string; party?: string } = {}) =>
    caller.json<Qualification>('GET', `/v1/cases/${caseId}/qualification`, { query }),

  /** The same as a text for a lawyer, in Markdown, in the caller's language. */
  qualificationDraft: (caseId: number, query: { on?: string; party?: string } = {}) =>
    caller.json<QualificationDraft>('GET', `/v1/cases/${caseId}/qualification/draft`, { query }),
});
