import { QorganError } from '../../domain/errors/catalogue.ts';
import { caseEntities } from '../../service/cases/case-entities/case-entities.ts';
import { caseGraph } from '../../service/cases/case-graph/case-graph.ts';
import {
  addStatement,
  openFromStatement,
} from '../../service/cases/case-statements/add-statement.ts';
import { showStatements } from '../../service/cases/case-statements/show-statements.ts';
import { caseTimeline } from '../../service/cases/case-timeline/case-timeline.ts';
import {
  CaseEntities,
  CaseEntitiesQuery,
  CaseGraph,
  CaseGraphQuery,
  CaseStatements,
  CaseTimeline,
  CaseTimelineQuery,
  CaseViewParams,
  STATEMENT_BYTES_MOST,
  StatementOpenQuery,
  StatementQuery,
  StatementTaken,
} from '../contract/case-view.ts';
import { route } from '../route.ts';
import { READERS, WORKERS } from './readers.ts';

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

const FILES = ['application/octet-stream'];
const TAKES = ['analyst', 'supervisor', 'investigator'] as const;

const statements = route({
  method: 'GET',
  path: '/v1/cases/:caseId/statements',
  tag: 'cases',
  summary:
    'Statements dropped on a case, rows that were refused, and what is missing with a ready request',
  access: { roles: WORKERS },
  params: CaseViewParams,
  reply: { 200: CaseStatements },
  problems: ['QRG_CASE_UNKNOWN'],
  handler: async ({ params, principal, language }, { cases }) => ({
    status: 200,
    body: await showStatements(cases, principal, params.caseId, language),
  }),
});

const addOne = route({
  method: 'POST',
  path: '/v1/cases/:caseId/statements',
  tag: 'cases',
  summary: 'Add a statement of a bank to a case; all its files are read together again',
  description:
    'The same file again changes nothing. What cannot be read is listed with its line and reason.',
  access: { roles: TAKES },
  params: CaseViewParams,
  query: StatementQuery,
  stream: { types: FILES },
  lane: 'walks',
  reply: { 200: StatementTaken, 201: StatementTaken },
  problems: [
    'QRG_CASE_UNKNOWN',
    'QRG_CASE_PERSON',
    'QRG_CASE_ROLE',
    'QRG_CASE_STATE',
    'QRG_CASE_LIMIT',
    'QRG_CASE_FILE_EMPTY',
    'QRG_CASE_FILE_LARGE',
  ],
  handler: async ({ params, query, principal, language, stream }, { cases }) => {
    const file = { name: query.name, bytes: await droppedBytes(stream) };
    const taken = await addStatement(cases, principal, params.caseId, file, language);
    return { status: taken.repeated ? 200 : 201, body: taken };
  },
});

const openOne = route({
  method: 'POST',
  path: '/v1/cases/statements',
  tag: 'cases',
  summary: 'Open a case from the first file of a folder of statements',
  description:
    'The others are added to it one by one. The first file again answers with the case it opened.',
  access: { roles: TAKES },
  query: StatementOpenQuery,
  stream: { types: FILES },
  lane: 'walks',
  reply: { 200: StatementTaken, 201: StatementTaken },
  problems: ['QRG_CASE_PERSON', 'QRG_CASE_ROLE', 'QRG_CASE_FILE_EMPTY', 'QRG_CASE_FILE_LARGE'],
  handler: async ({ query, principal, language, stream }, { cases }) => {
    const file = { name: query.name, bytes: await droppedBytes(stream) };
    const title = query.title ?? query.name;
    const taken = await openFromStatement(cases, principal, title, file, language);
    return {
      status: taken.repeated ? 200 : 201,
      body: taken,
      headers: { location: `/v1/cases/${taken.caseId}` },
    };
  },
});

/** Throws QRG_CASE_FILE_LARGE. */
async function droppedBytes(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of stream) {
    length += part.length;
    if (length > STATEMENT_BYTES_MOST)
      throw new QorganError('QRG_CASE_FILE_LARGE', { mb: STATEMENT_BYTES_MOST / 2 ** 20 });
    parts.push(part);
  }
  return Buffer.concat(parts, length);
}

export const CASE_VIEW_ROUTES = [timeline, graph, entities, statements, addOne, openOne];
