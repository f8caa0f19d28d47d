import type { z } from 'zod';
import type * as held from '../http/contract/held.ts';
import type * as hold from '../http/contract/hold.ts';
import type { Caller, QueryValue } from './caller.ts';

export type Hold = z.output<typeof hold.Hold>;
export type HoldDetail = z.output<typeof hold.HoldDetail>;
export type HoldClientCode = z.output<typeof held.HoldClientCode>;
export type HoldPage = z.output<typeof hold.HoldPage>;
export type HoldAct = z.input<typeof hold.HoldAct>;
export interface HoldQuery {
  readonly state?: readonly Hold['state'][];
  readonly overdue?: boolean;
  readonly account?: number;
  readonly limit?: number;
  readonly cursor?: string;
}

export const holdCalls = (caller: Caller) => ({
  list: ({ state, ...query }: HoldQuery = {}) =>
    caller.json<HoldPage>('GET', '/v1/holds', { query: { ...query, state: state?.join(',') } }),

  /** With what you may do now; the look is written down. */
  one: (holdId: number) => caller.json<HoldDetail>('GET', `/v1/holds/${holdId}`),

  open: (body: z.input<typeof hold.OpenHold>, idempotencyKey?: string) =>
    caller.json<Hold>('POST', '/v1/holds', { body, idempotencyKey }),

  /** One act of a person; `version` is the one they saw. */
  act: (holdId: number, version: number, body: HoldAct) =>
    caller.json<Hold>('POST', `/v1/holds/${holdId}/acts`, { version, body }),

  /** The code by which the client asks after the hold; made at the first call, written down at each. */
  code: (holdId: number) => caller.json<HoldClientCode>('POST', `/v1/holds/${holdId}/code`),

  tasks: (query: z.input<typeof hold.OutboxQuery> = {}) =>
    caller.json<z.output<typeof hold.OutboxPage>>('GET', '/v1/hold-tasks', {
      query: query as Record<string, QueryValue>,
    }),

  taskDone: (outboxId: number) => caller.json<void>('POST', `/v1/hold-tasks/${outboxId}/done`),
});
