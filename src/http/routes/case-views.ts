import { caseEntities } from '../../service/cases/case-entities/case-entities.ts';
import { caseGraph } from '../../service/cases/case-graph/case-graph.ts';
import { caseTimeline } from '../../service/cases/case-timeline/case-timeline.ts';
import {
  CaseEntities,
  CaseEntitiesQuery,
  CaseGraph,
  CaseGraphQuery,
  CaseTimeline,
  CaseTimelineQuery,
  CaseViewParams,
} from '../contract/case-view.ts';
import { route } from '../route.ts';
import { READERS } from './readers.ts';

const timeline = route({
  method: 'GET',
  path: '/v1/cases/:caseId/timeline',
  tag: 'cases',
  summary: 'All that happened in a case and to its money, in one order of time',
  description:
    'Transfers, posts, alerts, calls, decisions, notes, terms, holds, files. Names of accounts and contacts of posts are masked.',
  access: { roles: READERS },
  params: CaseViewParams,
  query: CaseTimelineQuery,
  reply: { 200: CaseTimeline },
  problems: ['QRG_CASE_UNKNOWN', 'QRG_HTTP_CURSOR'],
  handler: async ({ params, query, principal, language }, { cases }) => {
    const { kind: kinds, ...ask } = query;
    const page = await caseTimeline(cases, principal, params.caseId, { ...ask, kinds }, language);
    return { status: 200, body: page };
  },
});

const graph = route({
  method: 'GET',
  path: '/v1/cases/:caseId/graph',
  tag: 'cases',
  summary: 'Money between the accounts of a case, and of those beside them',
  description:
    'Grows hop by hop: `expand` adds the neighbours of accounts. No way leads through a hub.',
  access: { roles: READERS },
  params: CaseViewParams,
  query: CaseGraphQuery,
  reply: { 200: CaseGraph },
  problems: ['QRG_CASE_UNKNOWN'],
  handler: async ({ params, query, principal, language }, { cases }) => {
    const ask = { ...query, expand: query.expand ?? [] };
    return { status: 200, body: await caseGraph(cases, principal, params.caseId, ask, language) };
  },
});

const entities = route({
  method: 'GET',
  path: '/v1/cases/:caseId/entities',
  tag: 'cases',
  summary:
    'Parties, accounts and contacts of a case, and what parties share; the look is written down',
  access: { roles: READERS },
  params: CaseViewParams,
  query: CaseEntitiesQuery,
  reply: { 200: CaseEntities },
  problems: ['QRG_CASE_UNKNOWN'],
  handler: async ({ params, query, principal, language }, { cases }) => ({
    status: 200,
    body: await caseEntities(cases, principal, params.caseId, query.compare ?? [], language),
  }),
});

export const CASE_VIEW_ROUTES = [timeline, graph, entities];
