import type { z } from 'zod';
import type * as audit from '../http/contract/audit.ts';
import type { Caller, QueryValue } from './caller.ts';

export const auditCalls = (caller: Caller) => ({
  list: (query: z.input<typeof audit.AuditQuery> = {}) =>
    caller.json<z.output<typeof audit.AuditPage>>('GET', '/v1/audit', {
      query: query as Record<string, QueryValue>,
    }),
  /** Whether the record is whole; `anchor` is an end of it that was noted down earlier. */
  verify: (anchor?: string) =>
    caller.json<z.output<typeof audit.AuditVerdict>>('GET', '/v1/audit/verify', {
      query: { anchor },
    }),
});
