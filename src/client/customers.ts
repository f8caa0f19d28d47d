import type { z } from 'zod';
import type * as customer from '../http/contract/customer.ts';
import type * as records from '../http/contract/customer-records.ts';
import type { PageQuery } from '../http/contract/page.ts';
import type * as rating from '../http/contract/rating.ts';
import type { TimelineQuery } from './accounts.ts';
import type { Caller, QueryValue } from './caller.ts';
import type { StreamOptions } from './decisions.ts';
import { jsonLines, linesOf } from './json-lines.ts';

type Told = customer.CustomerTold;
export type CustomerQuery = z.input<typeof customer.CustomerQuery>;
export type CustomerDetail = z.output<typeof customer.CustomerDetail>;
export type CustomerApproval = z.output<typeof customer.CustomerApproval>;
export type CustomerLinks = z.output<typeof records.CustomerLinks>;
export type CustomerMoves = z.output<typeof records.CustomerMoves>;
export type Rating = z.output<typeof rating.Rating>;
export type RatingPage = z.output<typeof rating.RatingPage>;
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

  list: (query: CustomerQuery = {}) =>
    caller.json<z.output<typeof customer.CustomerPage>>('GET', '/v1/customers', {
      query: query as Record<string, QueryValue>,
    }),

  /** In full; the look is written down. */
  one: (customerId: number) => caller.json<CustomerDetail>('GET', `/v1/customers/${customerId}`),

  /** How it was rated, latest first. */
  ratings: (customerId: number, query: z.input<typeof PageQuery> = {}) =>
    caller.json<RatingPage>('GET', `/v1/customers/${customerId}/ratings`, {
      query: query as Record<string, QueryValue>,
    }),

  /** Who shares something with it. */
  links: (customerId: number) =>
    caller.json<CustomerLinks>('GET', `/v1/customers/${customerId}/links`),

  /** Transfers of all its accounts. */
  decisions: (customerId: number, query: TimelineQuery = {}) =>
    caller.json<CustomerMoves>('GET', `/v1/customers/${customerId}/decisions`, {
      query: query as Record<string, QueryValue>,
    }),

  /** Says that a person looked. */
  review: (customerId: number, body: z.input<typeof records.ReviewCustomer>) =>
    caller.json<Rating>('POST', `/v1/customers/${customerId}/review`, { body }),

  /** Says whether it may be served. */
  approve: (customerId: number, body: z.input<typeof records.ApproveCustomer>) =>
    caller.json<CustomerApproval>('POST', `/v1/customers/${customerId}/approval`, { body }),
});
