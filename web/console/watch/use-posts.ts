import {
  type InfiniteData,
  keepPreviousData,
  type QueryClient,
  useInfiniteQuery,
  useIsMutating,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { api, type Post, type PostDetail, type PostHit, type PostPage } from '../api.ts';
import { announce } from '../pieces/announce.tsx';
import { useSettings } from '../settings.ts';
import { addFailed } from './failed-store.ts';
import { type PostFilter, postQuery } from './post-filter.ts';
import { usePostTexts } from './texts.ts';
import { type Choice, reviewOf, withReview } from './triage-choice.ts';

const PAGE = 200;
const SHORT_PAGE = 50;
/** Texts of posts change when their source is read again: a look from a minute ago is good enough to work with. */
const FRESH_MS = 60_000;

const cursorOf = (pageParam: string | null) => pageParam !== null && { cursor: pageParam };
const paged = {
  initialPageParam: null as string | null,
  getNextPageParam: (last: { readonly next: string | null }) => last.next,
};

/** Posts of a filter, page by page. What was labelled stays where it stands until somebody asks the list anew. */
export function usePosts(filter: PostFilter) {
  return useInfiniteQuery({
    queryKey: ['posts', 'list', filter],
    queryFn: ({ pageParam }) =>
      api().posts.list({ ...postQuery(filter), limit: PAGE, ...cursorOf(pageParam) }),
    ...paged,
    staleTime: Number.POSITIVE_INFINITY,
    // Labels are compared by version here; comparing 100,000 posts field by field at every page would be felt.
    structuralSharing: false,
  });
}

export type PostsQuery = ReturnType<typeof usePosts>;

/** Posts of one campaign, latest first. */
export function usePostsOf(campaign: number) {
  return useInfiniteQuery({
    queryKey: ['posts', 'list', { campaign, order: 'found' }],
    queryFn: ({ pageParam }) =>
      api().posts.list({ campaign, order: 'found', limit: PAGE, ...cursorOf(pageParam) }),
    ...paged,
  });
}

const postKey = (postId: number, language: string) => ['posts', 'one', postId, language] as const;

const onePost = (postId: number, language: string) => ({
  queryKey: postKey(postId, language),
  queryFn: () => api().posts.one(postId),
  staleTime: FRESH_MS,
});

export function usePost(postId: number) {
  const { language } = useSettings();
  return useQuery(onePost(postId, language));
}

/** Asks for posts that will be wanted next, so that they stand there at once. */
export function useComing(): (postIds: readonly number[]) => void {
  const queries = useQueryClient();
  const { language } = useSettings();
  return useCallback(
    (postIds) => {
      for (const postId of postIds) void queries.prefetchQuery(onePost(postId, language));
    },
    [queries, language],
  );
}

type Listed = InfiniteData<PostPage, string | null>;

/** Puts a post in the place of what was known of it, in every list and on its own page. */
function showPost(queries: QueryClient, post: Post): void {
  queries.setQueriesData<Listed>({ queryKey: ['posts', 'list'] }, (data) => {
    if (data === undefined) return data;
    const isIt = (known: Post): boolean => known.postId === post.postId;
    const place = data.pages.findIndex(({ items }) => items.some(isIt));
    if (place < 0) return data;
    const page = data.pages[place];
    // A list knows the first words of a text only.
    const items = page.items.map((known) => (isIt(known) ? { ...post, text: known.text } : known));
    return { ...data, pages: data.pages.with(place, { ...page, items }) };
  });
  queries.setQueriesData<PostDetail>({ queryKey: ['posts', 'one', post.postId] }, (known) =>
    known === undefined ? known : { ...known, ...post, text: known.text },
  );
}

export interface Review {
  readonly post: PostDetail;
  readonly choice: Choice;
}

/** Saves of this page that are on their way or done: who changes their mind at once conflicts with nobody but themselves. */
const ownSaves = new Map<number, Promise<Post>>();

async function saveReview({ post, choice }: Review): Promise<Post> {
  const review = reviewOf(choice);
  if (review === null) throw new Error('no label');
  const own = await ownSaves.get(post.postId)?.catch(() => undefined);
  const saving = api().posts.review(post.postId, Math.max(post.version, own?.version ?? 0), review);
  ownSaves.set(post.postId, saving);
  return saving;
}

const REVIEWING = ['posts', 'review'];

/** A browser asks before it closes a page whose last words are still on their way. */
function useLeaveGuard(isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isOn]);
}

/** Says what a post is. It shows at once; when it is refused, what was known before shows again. */
export function useReview() {
  const t = usePostTexts();
  const queries = useQueryClient();
  useLeaveGuard(useIsMutating({ mutationKey: REVIEWING }) > 0);
  return useMutation({
    mutationKey: REVIEWING,
    mutationFn: saveReview,
    onMutate: ({ post, choice }) => showPost(queries, withReview(post, choice, Date.now())),
    onError: (error, { post, choice }) => {
      addFailed({ post, choice, error });
      announce(t('failedTitle', { id: post.postId }));
      showPost(queries, post);
      // Somebody else was quicker, or the post was edited: what it says now is asked anew.
      void queries.invalidateQueries({ queryKey: ['posts', 'one', post.postId] });
    },
    onSuccess: (saved) => {
      showPost(queries, saved);
      void queries.invalidateQueries({ queryKey: ['posts', 'reviews', saved.postId] });
      void queries.invalidateQueries({ queryKey: ['posts', 'hits'] });
    },
  });
}

export function useReviews(postId: number, count: number) {
  return useInfiniteQuery({
    queryKey: ['posts', 'reviews', postId, count],
    queryFn: ({ pageParam }) =>
      api().posts.reviews(postId, { limit: SHORT_PAGE, ...cursorOf(pageParam) }),
    ...paged,
    placeholderData: keepPreviousData,
  });
}

/** Whose contacts are asked for; the look is written down. */
export function useReveal(postId: number) {
  return useMutation({ mutationFn: (reason: string) => api().posts.reveal(postId, reason) });
}

export type HitsOf =
  | { readonly post: number }
  | { readonly customer: number }
  | { readonly account: number };

/** Posts that name an account or a customer. */
export function usePostHits(of: HitsOf) {
  return useInfiniteQuery({
    queryKey: ['posts', 'hits', of],
    queryFn: ({ pageParam }) =>
      'account' in of
        ? api().posts.ofAccount(of.account, { limit: SHORT_PAGE, ...cursorOf(pageParam) })
        : api().posts.hits({ ...of, limit: SHORT_PAGE, ...cursorOf(pageParam) }),
    ...paged,
  });
}

export function useDecidePostHit() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({
      hit,
      state,
      reason,
    }: {
      hit: PostHit;
      state: 'confirmed' | 'dismissed';
      reason: string;
    }) => api().posts.decideHit(hit.hitId, hit.version, { state, reason }),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['posts', 'hits'] });
      void queries.invalidateQueries({ queryKey: ['campaigns', 'one'] });
    },
  });
}

/** Sealed copies of a post, latest first. */
export function useCaptures(postId: number) {
  return useInfiniteQuery({
    queryKey: ['captures', postId],
    queryFn: ({ pageParam }) =>
      api().captures.ofPost(postId, { limit: SHORT_PAGE, ...cursorOf(pageParam) }),
    ...paged,
  });
}

export function useSeal(postId: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api().captures.seal(postId),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['captures', postId] }),
  });
}
