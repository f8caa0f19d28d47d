import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { api } from '../api.ts';
import { type CampaignFilter, campaignQuery } from './campaign-filter.ts';

const PAGE = 100;

export function useCampaigns(filter: CampaignFilter) {
  return useInfiniteQuery({
    queryKey: ['campaigns', 'list', filter],
    queryFn: ({ pageParam }) =>
      api().campaigns.list({
        ...campaignQuery(filter),
        limit: PAGE,
        ...(pageParam !== null && { cursor: pageParam }),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
}

export function useCampaign(campaignId: number) {
  return useQuery({
    queryKey: ['campaigns', 'one', campaignId],
    queryFn: () => api().campaigns.one(campaignId),
  });
}

/** Campaigns that recruited people of a network. */
export function useCampaignsOfNetwork(networkId: string) {
  return useQuery({
    queryKey: ['campaigns', 'network', networkId],
    queryFn: () => api().campaigns.ofNetwork(networkId),
  });
}

export function useStopped() {
  return useQuery({
    queryKey: ['campaigns', 'stopped'],
    queryFn: () => api().campaigns.stopped(),
  });
}

/** Campaigns are put together anew when a contact stops or begins to join. */
export function useStop() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ contactId, reason }: { contactId: number; reason: string }) =>
      api().campaigns.stop(contactId, reason),
    onSettled: () => void queries.invalidateQueries({ queryKey: ['campaigns'] }),
  });
}

export function useLift() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ hash, reason }: { hash: string; reason: string }) =>
      api().campaigns.liftStop(hash, reason),
    onSettled: () => void queries.invalidateQueries({ queryKey: ['campaigns'] }),
  });
}
