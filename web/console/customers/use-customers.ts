import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { api, type ListHit } from '../api.ts';
import { useSettings } from '../settings.ts';
import { type CustomerFilter, customerQuery } from './customer-filter.ts';

const PAGE = 200;
const SHORT_PAGE = 50;

const cursorOf = (pageParam: string | null) => pageParam !== null && { cursor: pageParam };
const paged = {
  initialPageParam: null as string | null,
  getNextPageParam: (last: { readonly next: string | null }) => last.next,
};

/** Customers of a filter, masked, page by page. */
export function useCustomers(filter: CustomerFilter) {
  return useInfiniteQuery({
    queryKey: ['customers', 'list', filter],
    queryFn: ({ pageParam }) =>
      api().customers.list({ ...customerQuery(filter), limit: PAGE, ...cursorOf(pageParam) }),
    ...paged,
    placeholderData: keepPreviousData,
  });
}

/** One customer in full. Every look is written down, so it is not asked again on its own. */
export function useCustomer(customerId: number) {
  const { language } = useSettings();
  return useQuery({
    queryKey: ['customers', 'one', customerId, language],
    queryFn: () => api().customers.one(customerId),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

/** How the customer was rated, latest first. */
export function useRatings(customerId: number) {
  const { language } = useSettings();
  return useInfiniteQuery({
    queryKey: ['customers', 'ratings', customerId, language],
    queryFn: ({ pageParam }) =>
      api().customers.ratings(customerId, { limit: SHORT_PAGE, ...cursorOf(pageParam) }),
    ...paged,
    placeholderData: keepPreviousData,
  });
}

export function useLinks(customerId: number) {
  return useQuery({
    queryKey: ['customers', 'links', customerId],
    queryFn: () => api().customers.links(customerId),
  });
}

/** Transfers of all its accounts, latest first. */
export function useCustomerMoves(customerId: number, asked: { readonly verdict?: 'review' }) {
  const { language } = useSettings();
  return useInfiniteQuery({
    queryKey: ['customers', 'moves', customerId, asked, language],
    queryFn: ({ pageParam }) =>
      api().customers.decisions(customerId, {
        ...asked,
        limit: SHORT_PAGE,
        ...cursorOf(pageParam),
      }),
    ...paged,
    placeholderData: keepPreviousData,
  });
}

/** Entries of lists that the customer meets, or has met. */
export function useHits(customerId: number, gone: boolean) {
  return useInfiniteQuery({
    queryKey: ['customers', 'hits', customerId, gone],
    queryFn: ({ pageParam }) =>
      api().lists.hits({
        customer: customerId,
        limit: SHORT_PAGE,
        ...(gone && { gone }),
        ...cursorOf(pageParam),
      }),
    ...paged,
    placeholderData: keepPreviousData,
  });
}

export type CustomerActKind = 'review' | 'approved' | 'refused';

/** A person's word on a customer: that they looked, that it is served, that it is not. */
export function useCustomerAct(customerId: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ kind, reason }: { kind: CustomerActKind; reason: string }) => {
      if (kind === 'review') await api().customers.review(customerId, { reason });
      else await api().customers.approve(customerId, { decision: kind, reason });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['customers'] }),
  });
}

export function useDecideHit() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({
      hit,
      state,
      reason,
    }: {
      hit: ListHit;
      state: 'confirmed' | 'dismissed';
      reason: string;
    }) => api().lists.decideHit(hit.hitId, hit.version, { state, reason }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['customers'] }),
  });
}
