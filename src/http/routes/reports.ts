import { addPicture } from '../../service/watch/reports/pictures/add-picture.ts';
import { PICTURE_TYPES } from '../../service/watch/reports/pictures/picture-kind.ts';
import { receiveReport } from '../../service/watch/reports/receive-report.ts';
import { reportStatus } from '../../service/watch/reports/report-status.ts';
import { addAnswer, reporterTalk } from '../../service/watch/reports/talk/reporter-talk.ts';
import { NewReport, ReportParams, ReportReceived, ReportStatus } from '../contract/report.ts';
import { NewAnswer, PictureAdded, ReportTalk } from '../contract/report-talk.ts';
import { route } from '../route.ts';

/** A report is a few kilobytes. */
const BODY_MOST = 64 * 1024;
const ANSWER_MOST = 16 * 1024;

const tell = route({
  method: 'POST',
  path: '/v1/reports',
  tag: 'posts',
  summary: 'Tell of a recruiter, without a name; the answer has a code that asks how it goes on',
  description:
    'A person reads it. Nothing happens to anybody by a report alone. A few of an address pass as they come; past that wait, or prove work (GET /v1/proofs/report).',
  access: { public: true },
  body: NewReport,
  bodyMost: BODY_MOST,
  repeatable: 'answer',
  reply: { 201: ReportReceived },
  problems: [
    'QRG_WATCH_REPORT_EMPTY',
    'QRG_WATCH_REPORT_OFTEN',
    'QRG_REPORT_SOURCE_MUTED',
    'QRG_PROOF_NEEDED',
    'QRG_PROOF_WRONG',
    'QRG_PROOF_OLD',
    'QRG_PROOF_USED',
    'QRG_PROOF_OFTEN',
  ],
  handler: async ({ body: { proof, ...told }, address }, { portal }) => ({
    status: 201,
    body: await receiveReport(portal.reports, told, { address, proof }),
  }),
});

const status = route({
  method: 'GET',
  path: '/v1/reports/:receipt',
  tag: 'posts',
  summary: 'How a report goes on, for whoever has its code',
  access: { public: true },
  params: ReportParams,
  reply: { 200: ReportStatus },
  problems: ['QRG_WATCH_REPORT_UNKNOWN', 'QRG_WATCH_REPORT_OFTEN'],
  handler: async ({ params, address, language }, { watch }) => ({
    status: 200,
    body: await reportStatus(watch, params.receipt, address, language),
  }),
});

const talk = route({
  method: 'GET',
  path: '/v1/reports/:receipt/talk',
  tag: 'posts',
  summary: 'What was asked about a report and what was answered, for whoever has its code',
  access: { public: true },
  params: ReportParams,
  reply: { 200: ReportTalk },
  problems: ['QRG_WATCH_REPORT_UNKNOWN', 'QRG_WATCH_REPORT_OFTEN'],
  handler: async ({ params, address }, { portal }) => ({
    status: 200,
    body: await reporterTalk(portal.reports, params.receipt, address),
  }),
});

const answer = route({
  method: 'POST',
  path: '/v1/reports/:receipt/answers',
  tag: 'posts',
  summary: 'Answer a question about a report, or add something to it',
  access: { public: true },
  params: ReportParams,
  body: NewAnswer,
  bodyMost: ANSWER_MOST,
  repeatable: 'answer',
  reply: { 201: ReportTalk },
  problems: [
    'QRG_WATCH_REPORT_UNKNOWN',
    'QRG_WATCH_REPORT_OFTEN',
    'QRG_REPORT_MUTED',
    'QRG_REPORT_TALK_FULL',
  ],
  handler: async ({ params, body, address }, { portal }) => ({
    status: 201,
    body: await addAnswer(portal.reports, params.receipt, { text: body.text, address }),
  }),
});

const picture = route({
  method: 'POST',
  path: '/v1/reports/:receipt/pictures',
  tag: 'posts',
  summary: 'Add a screenshot to a report: it is made anew here, without place, device or author',
  access: { public: true },
  params: ReportParams,
  stream: { types: PICTURE_TYPES, isSoon: true },
  lane: 'pictures',
  reply: { 201: PictureAdded },
  problems: [
    'QRG_WATCH_REPORT_UNKNOWN',
    'QRG_WATCH_REPORT_OFTEN',
    'QRG_REPORT_MUTED',
    'QRG_REPORT_PICTURES_FULL',
    'QRG_REPORT_PICTURE_BIG',
    'QRG_REPORT_PICTURE_KIND',
    'QRG_REPORT_PICTURE_BROKEN',
    'QRG_REPORT_PICTURE_PIXELS',
    'QRG_REPORT_PICTURE_BUSY',
  ],
  handler: async ({ params, stream, address }, { portal }) => ({
    status: 201,
    body: {
      pictures: await addPicture(portal.reports, params.receipt, { chunks: stream, address }),
    },
  }),
});

export const REPORT_ROUTES = [tell, status, talk, answer, picture];
