import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';
import { hasRole, useMe } from '../session/me.ts';
import { useSettings } from '../settings.ts';
import { NAME_SEERS } from '../shell/sections.ts';

/** Transfers of a page; two pages are what the picture is drawn from at first. */
const MOVES_PAGE = 200;

/** The account in full, for a role that may see it. Every look is written down, so it is not asked again on its own. */
export function useAccount(ref: number) {
  const me = useMe();
  return useQuery({
    queryKey: ['account', ref],
    queryFn: () => api().accounts.one(ref),
    enabled: hasRole(me, NAME_SEERS),
    staleTime: 60_000,
  });
}

export interface MovesAsked {
  /** Epoch ms, inclusive and exclusive. */
  readonly from?: number;
  readonly to?: number;
  readonly verdict?: 'review';
}

/** Transfers of an account, latest first, page by page. */
export function useMoves(ref: number, asked: MovesAsked = {}) {
  const { language } = useSettings();
  return useInfiniteQuery({
    queryKey: ['moves', ref, asked, language],
    queryFn: ({ pageParam }) =>
      api().accounts.timeline(ref, {
        ...asked,
        limit: MOVES_PAGE,
        ...(pageParam !== null && { cursor: pageParam }),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
}

const LOTS_PAGE = 50;

/** Sums that came to the account and where each went on to, latest first, page by page. */
export function useLots(ref: number, to: number | undefined) {
  return useInfiniteQuery({
    queryKey: ['lots', ref, to],
    queryFn: ({ pageParam }) =>
      api().accounts.lots(ref, {
        limit: LOTS_PAGE,
        ...(to !== undefined && { to }),
        ...(pageParam !== null && { cursor: pageParam }),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
}
