import type { z } from 'zod';
import type * as cases from '../http/contract/case.ts';
import type * as acts from '../http/contract/case-act.ts';
import type * as feedback from '../http/contract/case-feedback.ts';
import type { Caller, QueryValue } from './caller.ts';

export type Case = z.output<typeof cases.Case>;
export type CasePage = z.output<typeof cases.CasePage>;
export type CaseDetail = z.output<typeof cases.CaseDetail>;
export type CaseActed = z.output<typeof acts.CaseActed>;
export type CaseChanges = z.output<typeof cases.CaseChanges>;
export type CaseItem = z.output<typeof cases.CaseItem>;
export type CaseTask = z.output<typeof cases.CaseTask>;
export type CaseProposal = z.output<typeof cases.CaseProposal>;
export type CaseFile = z.output<typeof cases.CaseFileReply>;
export type CaseEvent = z.output<typeof cases.CaseEvent>;
export type CaseFeedback = z.output<typeof cases.CaseFeedback>;
export type OpenCase = z.input<typeof acts.OpenCase>;
export type CaseAct = z.input<typeof acts.CaseAct>;

export interface CaseQuery {
  readonly state?: readonly Case['state'][];
  readonly assignee?: 'me' | 'nobody' | number;
  readonly due?: 'overdue' | 'today';
  readonly network?: string;
  /** 'alert:17' */
  readonly has?: string;
  readonly q?: string;
  readonly order?: 'priority' | 'due' | 'newest';
  readonly limit?: number;
  readonly cursor?: string;
}

export const caseCalls = (caller: Caller) => ({
  list: ({ state, ...query }: CaseQuery = {}) =>
    caller.json<CasePage>('GET', '/v1/cases', { query: { ...query, state: state?.join(',') } }),

  open: (body: OpenCase, idempotencyKey?: string) =>
    caller.json<Case>('POST', '/v1/cases', { body, idempotencyKey }),

  /** In full, with what you may do now; the look is written down. */
  one: (caseId: number) => caller.json<CaseDetail>('GET', `/v1/cases/${caseId}`),

  /** What happened after a version: for a person whose act met QRG_CASE_VERSION. */
  changes: (caseId: number, since: number) =>
    caller.json<CaseChanges>('GET', `/v1/cases/${caseId}/changes`, { query: { since } }),

  /** `version` is the one that was seen. */
  edit: (caseId: number, version: number, body: z.input<typeof acts.EditCase>) =>
    caller.json<Case>('PATCH', `/v1/cases/${caseId}`, { version, body }),

  act: (caseId: number, version: number, body: CaseAct) =>
    caller.json<CaseActed>('POST', `/v1/cases/${caseId}/acts`, { version, body }),

  files: (caseId: number) =>
    caller.json<z.output<typeof cases.CaseFilePage>>('GET', `/v1/cases/${caseId}/files`),

  async addFile(
    caseId: number,
    { name, media }: { readonly name: string; readonly media?: string },
    file: Blob | Uint8Array<ArrayBuffer> | string,
  ): Promise<z.output<typeof cases.CaseFileAdded>> {
    const response = await caller.send('POST', `/v1/cases/${caseId}/files`, {
      query: { name, media },
      body: file,
      mediaType: 'application/octet-stream',
    });
    return (await response.json()) as z.output<typeof cases.CaseFileAdded>;
  },

  /** The bytes as they were taken in; the look is written down. Refused when the disk holds something else. */
  async file(caseId: number, fileId: number): Promise<Blob> {
    const path = `/v1/cases/${caseId}/files/${fileId}`;
    const response = await caller.send('GET', path, { accept: 'application/octet-stream' });
    return response.blob();
  },

  /** Who works with cases in your institution. */
  people: () => caller.json<z.output<typeof cases.CasePeople>>('GET', '/v1/case-people'),

  /** Terms of law that a task may run by. */
  terms: () => caller.json<z.output<typeof cases.CaseTerms>>('GET', '/v1/case-terms'),

  feedback: (
    query: Omit<z.input<typeof feedback.FeedbackQuery>, 'limit'> & { limit?: number } = {},
  ) =>
    caller.json<z.output<typeof feedback.FeedbackPage>>('GET', '/v1/case-feedback', {
      query: query as Record<string, QueryValue>,
    }),

  /** By rule: what people said of what it signalled. */
  ruleFeedback: () =>
    caller.json<z.output<typeof feedback.RuleFeedback>>('GET', '/v1/case-feedback/rules'),

  /** Transfers with what people said of them, as `qorgan train` reads them. */
  async trainingRows(): Promise<Blob> {
    const response = await caller.send('GET', '/v1/case-feedback/training', { accept: 'text/csv' });
    return response.blob();
  },
});
