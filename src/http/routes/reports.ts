import { reportStatus } from '../../service/watch/reports/report-status.ts';
import { takeReport } from '../../service/watch/reports/take-report.ts';
import { NewReport, ReportParams, ReportReceived, ReportStatus } from '../contract/report.ts';
import { route } from '../route.ts';

/** A report is a few kilobytes. */
const BODY_MOST = 64 * 1024;

const tell = route({
  method: 'POST',
  path: '/v1/reports',
  tag: 'posts',
  summary: 'Tell of a recruiter, without a name; the answer has a code that asks how it goes on',
  description: 'A person reads it. Nothing happens to anybody by a report alone.',
  access: { public: true },
  body: NewReport,
  bodyMost: BODY_MOST,
  reply: { 201: ReportReceived },
  problems: ['QRG_WATCH_REPORT_EMPTY', 'QRG_WATCH_REPORT_OFTEN'],
  handler: async ({ body, address }, { watch }) => ({
    status: 201,
    body: await takeReport(watch, body, address),
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

export const REPORT_ROUTES = [tell, status];
