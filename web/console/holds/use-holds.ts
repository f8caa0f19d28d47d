import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { api, type Hold, type HoldAct, type HoldDetail, type OpenHold } from '../api.ts';
import { useSettings } from '../settings.ts';

/** States of holds that have not ended. */
export const OPEN_STATES: readonly Hold['state'][] = [
  'proposed',
  'placed',
  'explanations_asked',
  'answered',
  'blocked_until_explanations',
  'centre_notified',
  'le_decided',
  'expired',
];
export const ENDED_STATES: readonly Hold['state'][] = ['released', 'refused', 'returned'];

export interface HoldsAsked {
  readonly state?: readonly Hold['state'][];
  readonly overdue?: true;
  readonly account?: number;
}

export function useHolds(asked: HoldsAsked) {
  const { language } = useSettings();
  return useInfiniteQuery({
    queryKey: ['holds', 'list', asked, language],
    queryFn: ({ pageParam }) =>
      api().holds.list({
        ...asked,
        limit: 100,
        ...(pageParam !== null && { cursor: pageParam }),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
}

/** A hold with what people wrote about it: the look is written down. */
export function useHold(holdId: number) {
  const { language } = useSettings();
  return useQuery({
    queryKey: ['holds', 'one', holdId, language],
    queryFn: () => api().holds.one(holdId),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}

export function useHoldAct() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ hold, act }: { hold: HoldDetail; act: HoldAct }) =>
      api().holds.act(hold.holdId, hold.version, act),
    onSettled: () => queries.invalidateQueries({ queryKey: ['holds'] }),
  });
}

export function useOpenHold() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (hold: OpenHold) => api().holds.open(hold),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['holds'] }),
  });
}
