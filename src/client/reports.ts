import type { z } from 'zod';
import type * as report from '../http/contract/report.ts';
import type { Caller } from './caller.ts';

/** What anybody may tell, without a name. */
export const reportCalls = (caller: Caller) => ({
  tell: (body: z.input<typeof report.NewReport>) =>
    caller.json<z.output<typeof report.ReportReceived>>('POST', '/v1/reports', { body }),

  /** How a report goes on. */
  status: (receipt: string) =>
    caller.json<z.output<typeof report.ReportStatus>>('GET', `/v1/reports/${receipt}`),
});
