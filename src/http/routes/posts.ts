import { scopeOf } from '../../service/access/principal.ts';
import {
  campaignsOfNetwork,
  postsOfNetwork,
} from '../../service/watch/campaigns/network-campaigns.ts';
import { decidePostHit, findPostHits, postsOfAccount } from '../../service/watch/join/hits.ts';
import { listPosts } from '../../service/watch/posts/list-posts.ts';
import { revealPost } from '../../service/watch/posts/reveal-post.ts';
import { showPost } from '../../service/watch/posts/show-post.ts';
import { listReviews } from '../../service/watch/review/list-reviews.ts';
import { reviewPost } from '../../service/watch/review/review-post.ts';
import { trainingRows } from '../../service/watch/review/training-rows.ts';
import { AccountParams } from '../contract/account.ts';
import { NetworkCampaigns } from '../contract/campaign.ts';
import { NetworkParams } from '../contract/network.ts';
import { PageQuery } from '../contract/page.ts';
import {
  DecidePostHit,
  Post,
  PostDetail,
  PostHit,
  PostHitPage,
  PostHitParams,
  PostHitQuery,
  PostPage,
  PostParams,
  PostQuery,
  PostRevealed,
  PostReviewPage,
  RevealPost,
  ReviewPost,
  TrainingRow,
} from '../contract/post.ts';
import { etagOf } from '../etag.ts';
import { NDJSON } from '../media.ts';
import { route } from '../route.ts';
import { WORKERS } from './readers.ts';

const list = route({
  method: 'GET',
  path: '/v1/posts',
  tag: 'posts',
  summary: 'Posts that were found, contacts hidden: the queue, and what was labelled',
  access: { roles: WORKERS },
  query: PostQuery,
  reply: { 200: PostPage },
  problems: ['QRG_HTTP_CURSOR'],
  handler: async ({ query, principal }, { store }) => ({
    status: 200,
    body: await listPosts(store, scopeOf(principal), query),
  }),
});

const one = route({
  method: 'GET',
  path: '/v1/posts/:postId',
  tag: 'posts',
  summary: 'One post, contacts hidden, with what the machine thinks and why',
  access: { roles: WORKERS },
  params: PostParams,
  reply: { 200: PostDetail },
  problems: ['QRG_WATCH_POST_UNKNOWN'],
  handler: async ({ params, principal, language }, { watch }) => {
    const post = await showPost(watch, principal, params.postId, language);
    return { status: 200, body: post, headers: { etag: etagOf(post.version) } };
  },
});

const reveal = route({
  method: 'POST',
  path: '/v1/posts/:postId/reveal',
  tag: 'posts',
  summary: 'One post with its contacts; the look is written down with its reason',
  access: { roles: WORKERS },
  params: PostParams,
  body: RevealPost,
  reply: { 200: PostRevealed },
  problems: ['QRG_WATCH_POST_UNKNOWN', 'QRG_AUDIT_BUSY'],
  handler: async ({ params, body, principal }, { watch }) => ({
    status: 200,
    body: await revealPost(watch, principal, params.postId, body.reason),
  }),
});

const review = route({
  method: 'POST',
  path: '/v1/posts/:postId/review',
  tag: 'posts',
  summary: 'Say what a post is: it counts before what the machine thinks',
  access: { roles: ['analyst', 'supervisor', 'investigator'] },
  params: PostParams,
  body: ReviewPost,
  ifMatch: true,
  reply: { 200: Post },
  problems: ['QRG_WATCH_POST_UNKNOWN', 'QRG_WATCH_POST_CHANGED'],
  handler: async ({ params, version, body, principal }, { watch }) => {
    const post = await reviewPost(watch, principal, params.postId, version, body);
    return { status: 200, body: post, headers: { etag: etagOf(post.version) } };
  },
});

const reviews = route({
  method: 'GET',
  path: '/v1/posts/:postId/reviews',
  tag: 'posts',
  summary: 'What people said of a post, latest first',
  access: { roles: WORKERS },
  params: PostParams,
  query: PageQuery,
  reply: { 200: PostReviewPage },
  problems: ['QRG_WATCH_POST_UNKNOWN', 'QRG_HTTP_CURSOR'],
  handler: async ({ params, query, principal }, { watch }) => ({
    status: 200,
    body: await listReviews(watch, principal, params.postId, query),
  }),
});

const rows = route({
  method: 'GET',
  path: '/v1/post-reviews',
  tag: 'posts',
  summary:
    'Every labelled post as a row to learn from, contacts hidden; written down before its first byte',
  access: { roles: ['investigator', 'admin'] },
  lane: 'streams',
  reply: {
    200: {
      media: NDJSON[0],
      item: TrainingRow,
      description: 'A row a line, by number of the post',
    },
  },
  handler: ({ principal }, { watch }) => ({ status: 200, stream: trainingRows(watch, principal) }),
});

const hits = route({
  method: 'GET',
  path: '/v1/post-hits',
  tag: 'posts',
  summary: 'Accounts and customers that posts name, latest first',
  access: { roles: WORKERS },
  query: PostHitQuery,
  reply: { 200: PostHitPage },
  problems: ['QRG_HTTP_CURSOR'],
  handler: async ({ query, principal }, { watch }) => {
    const { limit, cursor, ...filter } = query;
    return { status: 200, body: await findPostHits(watch, principal, filter, { limit, cursor }) };
  },
});

const decide = route({
  method: 'POST',
  path: '/v1/post-hits/:hitId/decision',
  tag: 'posts',
  summary: 'Say whether a post means that account or customer, with a reason',
  access: { roles: ['analyst', 'supervisor'] },
  params: PostHitParams,
  body: DecidePostHit,
  ifMatch: true,
  reply: { 200: PostHit },
  problems: ['QRG_WATCH_HIT_UNKNOWN', 'QRG_WATCH_HIT_CHANGED'],
  handler: async ({ params, version, body, principal }, { watch }) => {
    const hit = await decidePostHit(watch, principal, params.hitId, version, body);
    return { status: 200, body: hit, headers: { etag: etagOf(hit.version) } };
  },
});

const ofAccount = route({
  method: 'GET',
  path: '/v1/accounts/:ref/posts',
  tag: 'posts',
  summary: 'Posts that name an account or its owner',
  access: { roles: WORKERS },
  params: AccountParams,
  query: PageQuery,
  reply: { 200: PostHitPage },
  problems: ['QRG_ACCOUNT_UNKNOWN', 'QRG_HTTP_CURSOR'],
  handler: async ({ params, query, principal }, { watch }) => ({
    status: 200,
    body: await postsOfAccount(watch, principal, params.ref, query),
  }),
});

const ofNetwork = route({
  method: 'GET',
  path: '/v1/networks/:networkId/posts',
  tag: 'posts',
  summary: 'Posts that carry identifiers of a network’s members',
  access: { roles: WORKERS },
  params: NetworkParams,
  query: PageQuery,
  reply: { 200: PostHitPage },
  problems: ['QRG_NETWORK_UNKNOWN', 'QRG_HTTP_CURSOR'],
  handler: async ({ params, query, principal }, { watch }) => ({
    status: 200,
    body: await postsOfNetwork(watch, principal, params.networkId, query),
  }),
});

const recruiters = route({
  method: 'GET',
  path: '/v1/networks/:networkId/campaigns',
  tag: 'posts',
  summary: 'Campaigns whose posts name members of a network: who recruited them',
  access: { roles: WORKERS },
  params: NetworkParams,
  reply: { 200: NetworkCampaigns },
  problems: ['QRG_NETWORK_UNKNOWN'],
  handler: async ({ params, principal }, { watch }) => ({
    status: 200,
    body: { items: await campaignsOfNetwork(watch, principal, params.networkId) },
  }),
});

export const POST_ROUTES = [
  list,
  one,
  reveal,
  review,
  reviews,
  rows,
  hits,
  decide,
  ofAccount,
  ofNetwork,
  recruiters,
];
