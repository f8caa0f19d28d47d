import type { z } from 'zod';
import type * as network from '../http/contract/network.ts';
import type { Caller, QueryValue } from './caller.ts';

export type NetworkPage = z.output<typeof network.NetworkPage>;
export type NetworkDetail = z.output<typeof network.NetworkDetail>;
export type NetworkQuery = z.input<typeof network.NetworkQuery>;

export const networkCalls = (caller: Caller) => ({
  list: (query: NetworkQuery = {}) =>
    caller.json<NetworkPage>('GET', '/v1/networks', { query: query as Record<string, QueryValue> }),

  one: (networkId: string, query: z.input<typeof network.NetworkTime> = {}) =>
    caller.json<NetworkDetail>('GET', `/v1/networks/${encodeURIComponent(networkId)}`, {
      query: query as Record<string, QueryValue>,
    }),
});
