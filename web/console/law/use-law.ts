import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';
import { useSettings } from '../settings.ts';

/** Provisions in force on a day, in the reader's words. */
export function useOffences(query: { readonly on?: string; readonly country?: string }) {
  const { language } = useSettings();
  return useQuery({
    queryKey: ['law', 'offences', query, language],
    queryFn: () => api().law.offences(query),
    placeholderData: keepPreviousData,
    staleTime: 300_000,
  });
}

/** What differs between the law of two days. */
export function useComparison(query: {
  readonly from: string;
  readonly to: string;
  readonly country?: string;
}) {
  const { language } = useSettings();
  return useQuery({
    queryKey: ['law', 'compare', query, language],
    queryFn: () => api().law.compare(query),
    placeholderData: keepPreviousData,
    staleTime: 300_000,
  });
}
