import type { z } from 'zod';
import type * as view from '../http/contract/case-view.ts';
import type { Caller, QueryValue } from './caller.ts';

export type CaseTimeline = z.output<typeof view.CaseTimeline>;
export type CaseTimelineEntry = z.output<typeof view.CaseTimelineEntry>;
export type CaseGraph = z.output<typeof view.CaseGraph>;
export type CaseGraphNode = z.output<typeof view.CaseGraphNode>;
export type CaseGraphEdge = z.output<typeof view.CaseGraphEdge>;
export type CaseEntities = z.output<typeof view.CaseEntities>;
export type CaseStatements = z.output<typeof view.CaseStatements>;
export type StatementTaken = z.output<typeof view.StatementTaken>;
export type CaseGap = z.output<typeof view.CaseGap>;

export interface CaseTimelineQuery {
  readonly kind?: readonly CaseTimelineEntry['kind'][];
  readonly order?: 'oldest' | 'newest';
  readonly from?: number;
  readonly to?: number;
  readonly suspicious?: true;
  readonly limit?: number;
  readonly cursor?: string;
}

export interface CaseGraphQuery {
  readonly from?: number;
  readonly to?: number;
  readonly amountLeast?: number;
  /** Ids of accounts whose neighbours are added. */
  readonly expand?: readonly string[];
}

/** A file as it is sent: its bytes and its name. */
export interface StatementSent {
  readonly name: string;
  readonly body: Blob | Uint8Array<ArrayBuffer>;
}

const BYTES = 'application/octet-stream';

export const caseViewCalls = (caller: Caller) => ({
  /** All that happened, in one order of time. */
  timeline: (caseId: number, { kind, ...query }: CaseTimelineQuery = {}) =>
    caller.json<CaseTimeline>('GET', `/v1/cases/${caseId}/timeline`, {
      query: { ...query, kind: kind?.join(',') } as Record<string, QueryValue>,
    }),

  /** Money between the accounts of the case, and of those that are expanded. */
  graph: (caseId: number, { expand = [], ...query }: CaseGraphQuery = {}) =>
    caller.json<CaseGraph>('GET', `/v1/cases/${caseId}/graph`, {
      query: { ...query, expand: expand.length === 0 ? undefined : expand.join(',') },
    }),

  /** Parties, accounts and contacts; the look is written down. */
  entities: (caseId: number, compare: readonly string[] = []) =>
    caller.json<CaseEntities>('GET', `/v1/cases/${caseId}/entities`, {
      query: { compare: compare.length === 0 ? undefined : compare.join(',') },
    }),

  /** Files of statements dropped on the case, what of them was refused, what is missing. */
  statements: (caseId: number) =>
    caller.json<CaseStatements>('GET', `/v1/cases/${caseId}/statements`),

  /** One file. The same file again changes nothing. */
  async addStatement(caseId: number, { name, body }: StatementSent): Promise<StatementTaken> {
    const query = { name };
    const sent = { query, body, mediaType: BYTES };
    const answer = await caller.send('POST', `/v1/cases/${caseId}/statements`, sent);
    return (await answer.json()) as StatementTaken;
  },

  /** Opens a case from the first file of a folder; the others are added to it one by one. */
  async openFromStatement(
    { name, body }: StatementSent,
    title?: string,
    idempotencyKey?: string,
  ): Promise<StatementTaken> {
    const sent = { query: { name, title }, body, mediaType: BYTES, idempotencyKey };
    const answer = await caller.send('POST', '/v1/cases/statements', sent);
    return (await answer.json()) as StatementTaken;
  },
});
