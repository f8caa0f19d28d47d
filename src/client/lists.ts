import type { z } from 'zod';
import type * as list from '../http/contract/list.ts';
import type { Caller, QueryValue } from './caller.ts';

type Query<S extends z.ZodType> = z.input<S>;
type Reply<S extends z.ZodType> = z.output<S>;

/** Pages of lists go by number: `next` of the page before, as it came. */
export interface PageWish {
  readonly limit?: number;
  readonly cursor?: string | null;
}

const pageQuery = ({ limit, cursor }: PageWish): Record<string, QueryValue> => ({
  limit,
  cursor: cursor ?? undefined,
});

export const listCalls = (caller: Caller) => ({
  all: (page: PageWish = {}) =>
    caller.json<Reply<typeof list.PartyListPage>>('GET', '/v1/lists', { query: pageQuery(page) }),

  create: (body: Query<typeof list.NewList>, idempotencyKey?: string) =>
    caller.json<Reply<typeof list.ListAdded>>('POST', '/v1/lists', { body, idempotencyKey }),

  versions: (listId: number, page: PageWish = {}) =>
    caller.json<Reply<typeof list.ListVersionPage>>('GET', `/v1/lists/${listId}/versions`, {
      query: pageQuery(page),
    }),

  /** Imports a file as the next version; it is not in force yet. */
  upload: async (
    listId: number,
    name: string,
    file: Blob | Uint8Array<ArrayBuffer> | string,
  ): Promise<Reply<typeof list.ListImported>> => {
    const response = await caller.send('POST', `/v1/lists/${listId}/versions`, {
      query: { name },
      body: file,
      mediaType: 'application/octet-stream',
    });
    return (await response.json()) as Reply<typeof list.ListImported>;
  },

  preview: (listId: number, number: number) =>
    caller.json<Reply<typeof list.ListPreview>>('GET', `${version(listId, number)}/preview`),

  faults: (listId: number, number: number, page: PageWish = {}) =>
    caller.json<Reply<typeof list.FaultPage>>('GET', `${version(listId, number)}/faults`, {
      query: pageQuery(page),
    }),

  entries: (listId: number, number: number, page: PageWish = {}) =>
    caller.json<Reply<typeof list.ListEntryPage>>('GET', `${version(listId, number)}/entries`, {
      query: pageQuery(page),
    }),

  /** In full; the look is written down. */
  entry: (entryId: number) =>
    caller.json<Reply<typeof list.ListEntryDetail>>('GET', `/v1/list-entries/${entryId}`),

  activate: (listId: number, number: number, reason: string) =>
    caller.json<Reply<typeof list.Activated>>('POST', `${version(listId, number)}/activate`, {
      body: { reason },
    }),

  withdraw: (listId: number, reason: string) =>
    caller.json<Reply<typeof list.Withdrawn>>('POST', `/v1/lists/${listId}/withdraw`, {
      body: { reason },
    }),

  hits: (
    query: Omit<Query<typeof list.ListHitQuery>, 'cursor' | 'gone'> &
      PageWish & { readonly gone?: boolean } = {},
  ) =>
    caller.json<Reply<typeof list.ListHitPage>>('GET', '/v1/list-hits', {
      query: { ...(query as Record<string, QueryValue>), ...pageQuery(query) },
    }),

  /** Says whether it is that party; `version` is the one the person saw. */
  decideHit: (hitId: number, seen: number, body: Query<typeof list.DecideHit>) =>
    caller.json<Reply<typeof list.ListHit>>('POST', `/v1/list-hits/${hitId}/decision`, {
      version: seen,
      body,
    }),

  past: (query: Query<typeof list.PastQuery>) =>
    caller.json<Reply<typeof list.PastListings>>('GET', '/v1/listed', {
      query: query as Record<string, QueryValue>,
    }),
});

const version = (listId: number, number: number): string =>
  `/v1/lists/${listId}/versions/${number}`;
