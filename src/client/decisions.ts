import type { z } from 'zod';
import type * as decision from '../http/contract/decision.ts';
import type * as rule from '../http/contract/rule.ts';
import type { TransferTold } from '../http/contract/transfer.ts';
import type { Caller } from './caller.ts';
import { jsonLines, linesOf } from './json-lines.ts';

export interface SendOptions {
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

export interface StreamOptions {
  /** Last line that was answered before: lines up to it are passed over. */
  readonly from?: number;
  readonly signal?: AbortSignal;
}

export const decisionCalls = (caller: Caller) => ({
  /** Decides one transfer. A refusal is thrown. */
  decide: (transfer: TransferTold, options: SendOptions = {}) =>
    caller.json<decision.Decision>('POST', '/v1/decisions', { ...options, body: transfer }),

  /** Decides up to 8,192 transfers; a refused one is `{ id, problem }` in its place. */
  decideMany: (transfers: readonly TransferTold[], options: SendOptions = {}) =>
    caller.json<decision.DecisionBatch>('POST', '/v1/decisions', { ...options, body: transfers }),

  /** Decides the transfers of a pacs.008 or pain.001 message; answers a status report in the form of pacs.002. */
  decideMessage: async (xml: string, { signal }: Pick<SendOptions, 'signal'> = {}) => {
    const response = await caller.send('POST', '/v1/decisions', {
      body: xml,
      mediaType: 'application/xml',
      accept: 'application/xml',
      signal,
    });
    return response.text();
  },

  /** Decides any number of transfers: an outcome for each, in order, and a last line that counts them. */
  stream: async function* (
    transfers: Iterable<TransferTold> | AsyncIterable<TransferTold>,
    { from, signal }: StreamOptions = {},
  ): AsyncGenerator<decision.RowOutcome | decision.StreamEnd> {
    const response = await caller.send('POST', '/v1/transfers', {
      query: { from },
      body: linesOf(transfers, signal),
      mediaType: 'application/x-ndjson',
      accept: 'application/x-ndjson',
      signal,
    });
    yield* jsonLines<decision.RowOutcome | decision.StreamEnd>(response);
  },

  /** Rules and typologies in words. */
  rules: () => caller.json<z.output<typeof rule.RuleBook>>('GET', '/v1/rules'),
});
