import type { z } from 'zod';
import type * as account from '../http/contract/account.ts';
import type * as trace from '../http/contract/trace.ts';
import type { Caller, QueryValue } from './caller.ts';

export type Account = z.output<typeof account.AccountReply>;
export type Timeline = z.output<typeof account.Timeline>;
export type TimelineQuery = z.input<typeof account.TimelineQuery>;
export type Lots = z.output<typeof account.Lots>;
export type LotsQuery = z.input<typeof account.LotsQuery>;
export type TraceQuery = z.input<typeof trace.TraceQuery>;
export type Trace = z.output<typeof trace.TraceReply>;

export const accountCalls = (caller: Caller) => ({
  find: (what: z.input<typeof account.AccountFind>) =>
    caller.json<z.output<typeof account.AccountsFound>>('POST', '/v1/accounts/find', {
      body: what,
    }),

  /** With its whole name; the look is written down. */
  one: (ref: number) => caller.json<Account>('GET', `/v1/accounts/${ref}`),

  timeline: (ref: number, query: TimelineQuery = {}) =>
    caller.json<Timeline>('GET', `/v1/accounts/${ref}/timeline`, {
      query: query as Record<string, QueryValue>,
    }),

  /** Where every incoming sum went on to. */
  lots: (ref: number, query: LotsQuery = {}) =>
    caller.json<Lots>('GET', `/v1/accounts/${ref}/lots`, {
      query: query as Record<string, QueryValue>,
    }),

  trace: (query: TraceQuery) =>
    caller.json<Trace>('GET', '/v1/trace', { query: query as Record<string, QueryValue> }),
});
