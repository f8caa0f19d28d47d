import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FilingAct, FilingDetail, FilingQuery } from '../../../src/client/filings.ts';
import { api } from '../api.ts';
import { useSettings } from '../settings.ts';

/** Notices, latest first. */
export function useFilings(query: FilingQuery) {
  const { language } = useSettings();
  return useInfiniteQuery({
    queryKey: ['filings', 'list', query, language],
    queryFn: ({ pageParam }) =>
      api().filings.list({ ...query, limit: 50, ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

/** One notice in full; the look is written down, so it is not repeated when a window comes to the front. */
export function useFiling(filingId: number) {
  const { language } = useSettings();
  return useQuery({
    queryKey: ['filings', 'one', filingId, language],
    queryFn: () => api().filings.one(filingId),
    refetchOnWindowFocus: false,
  });
}

/** Requisites and tables of codes in force today. */
export function useFm1Form() {
  const { language } = useSettings();
  return useQuery({
    queryKey: ['filings', 'form', language],
    queryFn: () => api().filings.form(),
    staleTime: 300_000,
  });
}

/** Codes of signs that the institution loaded. */
export function useSigns() {
  const { language } = useSettings();
  return useQuery({
    queryKey: ['filings', 'signs', language],
    queryFn: () => api().filings.signs(),
    staleTime: 60_000,
  });
}

export function useFilingSettings(isWanted: boolean) {
  return useQuery({
    queryKey: ['filings', 'settings'],
    queryFn: () => api().filings.settings(),
    enabled: isWanted,
    refetchOnWindowFocus: false,
  });
}

/** Any change of a notice: what came of it is at once what is shown, and lists are asked anew. */
export function useFilingChange<Wish>(change: (wish: Wish) => Promise<FilingDetail>) {
  const queries = useQueryClient();
  const { language } = useSettings();
  return useMutation({
    mutationFn: change,
    onSuccess: (detail) =>
      queries.setQueryData(['filings', 'one', detail.filingId, language], detail),
    // Refused: the page shows what has become of it meanwhile.
    onError: () => queries.invalidateQueries({ queryKey: ['filings', 'one'] }),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['filings', 'list'] });
      void queries.invalidateQueries({ queryKey: ['cases'] });
    },
  });
}

export const useFilingAct = ({ filingId, version }: FilingDetail) =>
  useFilingChange((act: FilingAct) => api().filings.act(filingId, version, act));

/** Operations of a day; nothing is made by looking. */
export function useThresholds(day: string) {
  const { language } = useSettings();
  return useQuery({
    queryKey: ['filings', 'thresholds', day, language],
    queryFn: () => api().filings.thresholds(day),
  });
}

/** Transfers of a case, those that it is about first. */
export function useCaseTransfers(caseId: number) {
  const { language } = useSettings();
  return useQuery({
    queryKey: ['cases', 'transfers', caseId, language],
    queryFn: () =>
      api().caseViews.timeline(caseId, {
        kind: ['transfer'],
        suspicious: true,
        order: 'newest',
        limit: 100,
      }),
  });
}
