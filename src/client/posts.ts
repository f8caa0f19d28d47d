import type { z } from 'zod';
import type { PageQuery } from '../http/contract/page.ts';
import type * as post from '../http/contract/post.ts';
import type { Caller, QueryValue } from './caller.ts';
import { jsonLines } from './json-lines.ts';

/** Yes and no are words in an address; here they are what they are. */
type Flags<T, K extends keyof T> = Omit<T, K> & { readonly [F in K]?: boolean };

export type PostQuery = Flags<z.input<typeof post.PostQuery>, 'hits' | 'gone' | 'reports'>;
export type Post = z.output<typeof post.Post>;
export type PostPage = z.output<typeof post.PostPage>;
export type PostDetail = z.output<typeof post.PostDetail>;
export type PostRevealed = z.output<typeof post.PostRevealed>;
export type PostReviewPage = z.output<typeof post.PostReviewPage>;
export type TrainingRow = z.output<typeof post.TrainingRow>;
export type PostHitQuery = z.input<typeof post.PostHitQuery>;
export type PostHit = z.output<typeof post.PostHit>;
export type PostHitPage = z.output<typeof post.PostHitPage>;

export const postCalls = (caller: Caller) => ({
  list: (query: PostQuery = {}) =>
    caller.json<PostPage>('GET', '/v1/posts', { query: query as Record<string, QueryValue> }),

  one: (postId: number) => caller.json<PostDetail>('GET', `/v1/posts/${postId}`),

  /** As its source said it; the look is written down with its reason. */
  reveal: (postId: number, reason: string) =>
    caller.json<PostRevealed>('POST', `/v1/posts/${postId}/reveal`, { body: { reason } }),

  /** Says what a post is; `seen` is the version that was read. */
  review: (postId: number, seen: number, body: z.input<typeof post.ReviewPost>) =>
    caller.json<Post>('POST', `/v1/posts/${postId}/review`, { version: seen, body }),

  /** What people said of it, latest first. */
  reviews: (postId: number, query: z.input<typeof PageQuery> = {}) =>
    caller.json<PostReviewPage>('GET', `/v1/posts/${postId}/reviews`, {
      query: query as Record<string, QueryValue>,
    }),

  /** Every labelled post as a row to learn from, contacts hidden. */
  trainingRows: async function* (): AsyncGenerator<TrainingRow> {
    const response = await caller.send('GET', '/v1/post-reviews', {
      accept: 'application/x-ndjson',
    });
    yield* jsonLines<TrainingRow>(response);
  },

  hits: (query: PostHitQuery = {}) =>
    caller.json<PostHitPage>('GET', '/v1/post-hits', {
      query: query as Record<string, QueryValue>,
    }),

  /** Says whether the post means that account or customer; `seen` is the version that was read. */
  decideHit: (hitId: number, seen: number, body: z.input<typeof post.DecidePostHit>) =>
    caller.json<PostHit>('POST', `/v1/post-hits/${hitId}/decision`, { version: seen, body }),

  /** Posts that name an account or its owner. */
  ofAccount: (ref: number, query: z.input<typeof PageQuery> = {}) =>
    caller.json<PostHitPage>('GET', `/v1/accounts/${ref}/posts`, {
      query: query as Record<string, QueryValue>,
    }),

  /** Posts that carry identifiers of a network's members. */
  ofNetwork: (networkId: string, query: z.input<typeof PageQuery> = {}) =>
    caller.json<PostHitPage>('GET', `/v1/networks/${networkId}/posts`, {
      query: query as Record<string, QueryValue>,
    }),
});
