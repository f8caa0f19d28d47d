import { CASE_STATES } from '../../domain/case/case-file.ts';
import { CASE_TERMS } from '../../law/case-terms.ts';
import { termAt } from '../../law/terms.ts';
import { actOnCase } from '../../service/cases/act-on-case.ts';
import { caseChanges } from '../../service/cases/case-changes.ts';
import { listFeedback, ruleFigures } from '../../service/cases/case-feedback.ts';
import type { CaseThing } from '../../service/cases/case-items.ts';
import { searchCases } from '../../service/cases/case-search/search-cases.ts';
import type { CaseView } from '../../service/cases/case-view.ts';
import { editCase } from '../../service/cases/edit-case.ts';
import { addFile } from '../../service/cases/files/add-file.ts';
import { listFiles } from '../../service/cases/files/list-files.ts';
import { readFileOf } from '../../service/cases/files/read-file.ts';
import { listCases } from '../../service/cases/list-cases.ts';
import { openCase } from '../../service/cases/open-case.ts';
import { caseWorkers } from '../../service/cases/person.ts';
import { showCase, shownTo } from '../../service/cases/show-case.ts';
import { feedbackRows } from '../../service/cases/training-rows.ts';
import { caseDetailReply, termReply } from '../cases/case-reply.ts';
import {
  Case,
  CaseChanges,
  CaseChangesQuery,
  CaseDetail,
  CaseFileAdded,
  CaseFilePage,
  CaseFileParams,
  CaseFileQuery,
  CasePage,
  CaseParams,
  CasePeople,
  CaseQuery,
  CaseTerms,
} from '../contract/case.ts';
import { CaseAct, CaseActed, EditCase, OpenCase } from '../contract/case-act.ts';
import { FeedbackPage, FeedbackQuery, RuleFeedback } from '../contract/case-feedback.ts';
import { etagOf } from '../etag.ts';
import { route } from '../route.ts';
import { READERS, WORKERS } from './readers.ts';

const list = route({
  method: 'GET',
  path: '/v1/cases',
  tag: 'cases',
  summary: 'Cases: those with most money in reach first, by what is due, or newest first',
  access: { roles: READERS },
  query: CaseQuery,
  reply: { 200: CasePage },
  problems: ['QRG_HTTP_CURSOR'],
  handler: async ({ query, principal }, { cases }) => {
    const { state, assignee, has, q, ...rest } = query;
    const filter = {
      ...rest,
      // Whoever looks for a case finds it closed, too.
      states: state ?? (q === undefined ? undefined : CASE_STATES),
      ids: q === undefined ? undefined : await searchCases(cases, principal, q),
      assignee: assignee === 'me' ? principal.id : assignee,
      has: has === undefined ? undefined : thingOf(has),
    };
    return { status: 200, body: await listCases(cases, principal, filter) };
  },
});

function thingOf(text: string): CaseThing {
  const colon = text.indexOf(':');
  // The schema has read the kind.
  return { kind: text.slice(0, colon) as CaseThing['kind'], ref: text.slice(colon + 1) };
}

const open = route({
  method: 'POST',
  path: '/v1/cases',
  tag: 'cases',
  summary: 'Open a case of your institution',
  access: { roles: WORKERS },
  body: OpenCase,
  repeatable: 'answer',
  reply: { 201: Case },
  problems: [
    'QRG_CASE_ROLE',
    'QRG_CASE_ITEM_UNKNOWN',
    'QRG_CASE_TIME',
    'QRG_LAW_TERM_PERIOD',
    'QRG_LAW_CALENDAR_YEAR',
  ],
  handler: async ({ body, principal }, { cases }) => {
    const opened = await openCase(cases, principal, body);
    return {
      status: 201,
      body: opened,
      headers: { etag: etagOf(opened.version), location: `/v1/cases/${opened.caseId}` },
    };
  },
});

const one = route({
  method: 'GET',
  path: '/v1/cases/:caseId',
  tag: 'cases',
  summary: 'One case with all that belongs to it and what you may do; the look is written down',
  access: { roles: READERS },
  params: CaseParams,
  reply: { 200: CaseDetail },
  problems: ['QRG_CASE_UNKNOWN'],
  handler: async ({ params, principal, language }, { cases }) => {
    const detail = await showCase(cases, principal, params.caseId);
    return {
      status: 200,
      body: caseDetailReply(detail, { deps: cases, language }),
      headers: { etag: etagOf(detail.version) },
    };
  },
});

const changes = route({
  method: 'GET',
  path: '/v1/cases/:caseId/changes',
  tag: 'cases',
  summary: 'What happened to a case after the version that you saw',
  description:
    'For whoever met QRG_CASE_VERSION: shown beside the act that was refused, before it is done again.',
  access: { roles: READERS },
  params: CaseParams,
  query: CaseChangesQuery,
  reply: { 200: CaseChanges },
  problems: ['QRG_CASE_UNKNOWN'],
  handler: async ({ params, query, principal }, { cases }) => {
    const { caseId } = params;
    const found = await caseChanges(cases, principal, caseId, query.since, shownTo(principal));
    return { status: 200, body: found, headers: { etag: etagOf(found.version) } };
  },
});

/** A case as it is now, and its version for the next act. */
const answerOf = (view: CaseView) =>
  ({ status: 200, body: view, headers: { etag: etagOf(view.version) } }) as const;

const edit = route({
  method: 'PATCH',
  path: '/v1/cases/:caseId',
  tag: 'cases',
  summary: 'Another title, or another handling mark (TLP)',
  access: { roles: WORKERS },
  params: CaseParams,
  body: EditCase,
  ifMatch: true,
  reply: { 200: Case },
  problems: [
    'QRG_CASE_UNKNOWN',
    'QRG_CASE_VERSION',
    'QRG_CASE_ROLE',
    'QRG_CASE_STATE',
    'QRG_CASE_TLP',
  ],
  handler: async ({ params, version, body, principal }, { cases }) =>
    answerOf(await editCase(cases, principal, params.caseId, version, body)),
});

const act = route({
  method: 'POST',
  path: '/v1/cases/:caseId/acts',
  tag: 'cases',
  summary: 'One act of a person on a case',
  access: { roles: WORKERS },
  params: CaseParams,
  body: CaseAct,
  ifMatch: true,
  reply: { 200: CaseActed },
  problems: [
    'QRG_CASE_UNKNOWN',
    'QRG_CASE_VERSION',
    'QRG_CASE_ROLE',
    'QRG_CASE_STATE',
    'QRG_CASE_TAKEN',
    'QRG_CASE_SAME_PERSON',
    'QRG_CASE_FOUR_EYES',
    'QRG_CASE_USER',
    'QRG_CASE_TIME',
    'QRG_CASE_LIMIT',
    'QRG_CASE_ITEM_UNKNOWN',
    'QRG_CASE_ITEM_EXISTS',
    'QRG_CASE_TASK_UNKNOWN',
    'QRG_CASE_TASKS_OPEN',
    'QRG_CASE_FACT',
    'QRG_CASE_FACT_UNKNOWN',
    'QRG_CASE_PROPOSAL_OPEN',
    'QRG_CASE_PROPOSAL_UNKNOWN',
    'QRG_CASE_MERGE',
    'QRG_CASE_SPLIT',
    'QRG_HOLD_TRANSFER',
    'QRG_HOLD_EXISTS',
    'QRG_HOLD_GROUND',
    'QRG_HOLD_REASON',
    'QRG_HOLD_PROTECTED',
    'QRG_LAW_TERM_PERIOD',
    'QRG_LAW_CALENDAR_YEAR',
  ],
  handler: async ({ params, version, body, principal }, { cases }) => {
    const { view, other } = await actOnCase(cases, principal, params.caseId, version, body);
    return { status: 200, body: { ...view, other }, headers: { etag: etagOf(view.version) } };
  },
});

const files = route({
  method: 'GET',
  path: '/v1/cases/:caseId/files',
  tag: 'cases',
  summary: 'Files of a case, and whether the disk still holds what was taken in',
  access: { roles: READERS },
  params: CaseParams,
  reply: { 200: CaseFilePage },
  problems: ['QRG_CASE_UNKNOWN'],
  handler: async ({ params, principal }, { cases }) => ({
    status: 200,
    body: { items: await listFiles(cases, principal, params.caseId, shownTo(principal)) },
  }),
});

const FILE = 'application/octet-stream';

const upload = route({
  method: 'POST',
  path: '/v1/cases/:caseId/files',
  tag: 'cases',
  summary: 'Bring a file to a case: at most 50 MB, sealed on the disk of the service',
  access: { roles: WORKERS },
  params: CaseParams,
  query: CaseFileQuery,
  stream: { types: [FILE] },
  lane: 'streams',
  reply: { 201: CaseFileAdded },
  problems: [
    'QRG_CASE_UNKNOWN',
    'QRG_CASE_ROLE',
    'QRG_CASE_STATE',
    'QRG_CASE_FILES',
    'QRG_CASE_FILE_LARGE',
    'QRG_CASE_FILE_EMPTY',
  ],
  handler: async ({ params, query, principal, stream }, { cases }) => {
    const added = await addFile(cases, principal, params.caseId, { ...query, chunks: stream });
    return { status: 201, body: added, headers: { etag: etagOf(added.version) } };
  },
});

const download = route({
  method: 'GET',
  path: '/v1/cases/:caseId/files/:fileId',
  tag: 'cases',
  summary: 'A file as it was taken in; the look is written down',
  access: { roles: WORKERS },
  params: CaseFileParams,
  lane: 'streams',
  reply: { 200: { media: FILE, description: 'The bytes that were brought' } },
  problems: ['QRG_CASE_FILE_UNKNOWN', 'QRG_CASE_FILE_CHANGED'],
  handler: async ({ params, principal }, { cases }) => {
    const { file, chunks } = await readFileOf(cases, principal, params);
    // Saved, never shown: what people bring may hold scripts.
    const name = encodeURIComponent(file.name);
    return {
      status: 200,
      stream: chunks,
      headers: { 'content-disposition': `attachment; filename*=UTF-8''${name}` },
    };
  },
});

const people = route({
  method: 'GET',
  path: '/v1/case-people',
  tag: 'cases',
  summary: 'People of your institution to whom cases and tasks may be given',
  access: { roles: WORKERS },
  reply: { 200: CasePeople },
  handler: async ({ principal }, { cases }) => ({
    status: 200,
    body: { items: await caseWorkers(cases.store, principal) },
  }),
});

const terms = route({
  method: 'GET',
  path: '/v1/case-terms',
  tag: 'cases',
  summary: 'Terms of law that a task may run by, in the edition of today',
  access: { roles: READERS },
  reply: { 200: CaseTerms },
  handler: ({ language }, { cases }) => {
    const { law, now } = cases;
    const items = CASE_TERMS.flatMap((id) => {
      const term = termAt(law.terms, law.calendar, id, now());
      if (!term.ok) return [];
      const { text, value, unit } = term.value;
      const words = { deps: cases, language };
      return [{ ...termReply(term.value, words), id, text: text[language], value, unit }];
    });
    return { status: 200, body: { items } };
  },
});

const feedback = route({
  method: 'GET',
  path: '/v1/case-feedback',
  tag: 'cases',
  summary: 'What people found out of alerts, transfers, accounts, posts and rules, latest first',
  access: { roles: READERS },
  query: FeedbackQuery,
  reply: { 200: FeedbackPage },
  problems: ['QRG_HTTP_CURSOR'],
  handler: async ({ query, principal }, { cases }) => {
    const { limit, cursor, ...filter } = query;
    return { status: 200, body: await listFeedback(cases, principal, filter, { limit, cursor }) };
  },
});

const rules = route({
  method: 'GET',
  path: '/v1/case-feedback/rules',
  tag: 'cases',
  summary: 'By rule: what people said of what it signalled',
  access: { roles: [...READERS, 'admin'] },
  reply: { 200: RuleFeedback },
  handler: async ({ principal }, { cases }) => ({
    status: 200,
    body: { items: await ruleFigures(cases, principal) },
  }),
});

const training = route({
  method: 'GET',
  path: '/v1/case-feedback/training',
  tag: 'cases',
  summary: 'Transfers with what people said of them, as `qorgan train` reads them; written down',
  access: { roles: ['investigator', 'supervisor', 'admin'] },
  lane: 'streams',
  reply: {
    200: { media: 'text/csv', description: 'A transfer a line; accounts by number, label 1 or 0' },
  },
  handler: ({ principal }, { cases }) => ({ status: 200, stream: feedbackRows(cases, principal) }),
});

export const CASE_ROUTES = [
  list,
  open,
  one,
  changes,
  edit,
  act,
  files,
  upload,
  download,
  people,
  terms,
  feedback,
  rules,
  training,
];
