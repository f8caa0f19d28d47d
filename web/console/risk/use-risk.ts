import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type RiskChanges } from '../api.ts';
import { useSettings } from '../settings.ts';

/** By what customers are rated now, in the reader's words. */
export function useRiskParameters() {
  const { language } = useSettings();
  return useQuery({
    queryKey: ['risk', 'parameters', language],
    queryFn: () => api().risk.parameters(),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

/** Whom a change would move; nothing is saved by asking. */
export function useRiskPreview(changes: RiskChanges) {
  return useQuery({
    queryKey: ['risk', 'preview', changes],
    queryFn: () => api().risk.preview(changes),
    staleTime: 0,
    gcTime: 0,
  });
}

export function useSaveRisk() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Parameters<ReturnType<typeof api>['risk']['save']>[0]) =>
      api().risk.save(body),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['risk'] });
      void queries.invalidateQueries({ queryKey: ['customers'] });
    },
  });
}
