import type { z } from 'zod';
import type * as customer from '../http/contract/customer.ts';
import type { Caller, QueryValue } from './caller.ts';
import type { StreamOptions } from './decisions.ts';
import { jsonLines, linesOf } from './json-lines.ts';

type Told = customer.CustomerTold;
type StreamLine = z.output<typeof customer.CustomerStreamLine>;

export const customerCalls = (caller: Caller) => ({
  /** Tells of a client; what was told before is replaced. */
  save: (told: Told) =>
    caller.json<z.output<typeof customer.CustomerSaved>>('POST', '/v1/customers', { body: told }),

  /** Tells of any number of clients: an outcome for each, in order, and a last line that counts them. */
  saveMany: async function* (
    told: Iterable<Told> | AsyncIterable<Told>,
    { from, signal }: StreamOptions = {},
  ): AsyncGenerator<StreamLine> {
    const response = await caller.send('POST', '/v1/customers/bulk', {
      query: { from },
      body: linesOf(told, signal),
      mediaType: 'application/x-ndjson',
      accept: 'application/x-ndjson',
      signal,
    });
    yield* jsonLines<StreamLine>(response);
  },

  list: (query: z.input<typeof customer.CustomerQuery> = {}) =>
    caller.json<z.output<typeof customer.CustomerPage>>('GET', '/v1/customers', {
      query: query as Record<string, QueryValue>,
    }),

  /** In full; the look is written down. */
  one: (customerId: number) =>
    caller.json<z.output<typeof customer.CustomerDetail>>('GET', `/v1/customers/${customerId}`),
});
