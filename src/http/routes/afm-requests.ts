import {
  answerMessage,
  answerRequest,
  requestsOfCase,
  takeRequest,
} from '../../service/filings/afm-requests.ts';
import {
  AfmRequest,
  AfmRequestParams,
  AfmRequests,
  AnswerRequest,
  CaseOfRequests,
  TakeRequestQuery,
} from '../contract/filing.ts';
import { etagOf } from '../etag.ts';
import { messageBody } from '../filings/message-body.ts';
import { route } from '../route.ts';

const FILERS = ['analyst', 'supervisor', 'investigator'] as const;

const take = route({
  method: 'POST',
  path: '/v1/afm-requests',
  tag: 'filings',
  summary: 'Bring a request of the Agency (DocInfo): it opens a case with the deadline of the law',
  description: 'A request that is there already is shown again.',
  access: { roles: FILERS },
  query: TakeRequestQuery,
  stream: { types: ['application/octet-stream'] },
  lane: 'streams',
  reply: { 200: AfmRequest },
  problems: [
    'QRG_FILING_ROLE',
    'QRG_FILING_REQUEST_FORM',
    'QRG_FILING_LARGE',
    'QRG_FILE_XML',
    'QRG_FILE_XML_DTD',
    'QRG_LAW_TERM_PERIOD',
    'QRG_LAW_CALENDAR_YEAR',
  ],
  handler: async ({ query, stream, principal }, { filings }) => {
    const taken = await takeRequest(filings, principal, await messageBody(stream), query);
    return { status: 200, body: taken, headers: { etag: etagOf(taken.version) } };
  },
});

const ofCase = route({
  method: 'GET',
  path: '/v1/cases/:caseId/afm-requests',
  tag: 'filings',
  summary: 'Requests of the Agency that a case came of',
  access: { roles: FILERS },
  params: CaseOfRequests,
  reply: { 200: AfmRequests },
  handler: async ({ params, principal }, { filings }) => ({
    status: 200,
    body: { items: await requestsOfCase(filings, principal, params.caseId) },
  }),
});

const answer = route({
  method: 'POST',
  path: '/v1/afm-requests/:requestId/answer',
  tag: 'filings',
  summary: 'Write down what is answered, with files of the case; once',
  access: { roles: FILERS },
  params: AfmRequestParams,
  body: AnswerRequest,
  ifMatch: true,
  reply: { 200: AfmRequest },
  problems: [
    'QRG_FILING_REQUEST_UNKNOWN',
    'QRG_FILING_VERSION',
    'QRG_FILING_ANSWERED',
    'QRG_FILING_ROLE',
    'QRG_FILING_SETTINGS',
    'QRG_FILING_LIMIT',
    'QRG_CASE_FILE_UNKNOWN',
    'QRG_CASE_FILE_CHANGED',
  ],
  handler: async ({ params, version, body, principal }, { filings }) => {
    const done = await answerRequest(filings, principal, params.requestId, version, body);
    return { status: 200, body: done, headers: { etag: etagOf(done.version) } };
  },
});

const message = route({
  method: 'GET',
  path: '/v1/afm-requests/:requestId/answer',
  tag: 'filings',
  summary: 'The message of an answer (UponDocInfo) with its files, to be signed and sent',
  access: { roles: FILERS },
  params: AfmRequestParams,
  lane: 'streams',
  reply: { 200: { media: 'application/xml', description: 'UTF-16 with a byte order mark' } },
  problems: [
    'QRG_FILING_REQUEST_UNKNOWN',
    'QRG_FILING_UNMADE',
    'QRG_FILING_LIMIT',
    'QRG_CASE_FILE_UNKNOWN',
    'QRG_CASE_FILE_CHANGED',
  ],
  handler: async ({ params, principal }, { filings }) => {
    const bytes = await answerMessage(filings, principal, params.requestId);
    const name = `upon-doc-info-${params.requestId}.xml`;
    return {
      status: 200,
      stream: once(bytes),
      headers: { 'content-disposition': `attachment; filename="${name}"` },
    };
  },
});

async function* once(bytes: Uint8Array) {
  yield bytes;
}

export const AFM_REQUEST_ROUTES = [take, ofCase, answer, message];
