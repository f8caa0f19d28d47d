import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type WatchSource } from '../api.ts';
import { useSettings } from '../settings.ts';

const MINUTE_MS = 60_000;

/** All sources; again every minute, for they are read meanwhile. */
export function useSources() {
  const { language } = useSettings();
  return useQuery({
    queryKey: ['watch-sources', language],
    queryFn: () => api().watchSources.all(),
    refetchInterval: MINUTE_MS,
  });
}

type Sources = ReturnType<typeof api>['watchSources'];
export type NewSource = Parameters<Sources['create']>[0];
export type SourceChange = Parameters<Sources['change']>[2];

/** Anything a person does with sources; posts may have come of it. */
function useAct<Told, Result>(act: (told: Told) => Promise<Result>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['watch-sources'] });
      void queries.invalidateQueries({ queryKey: ['posts', 'list'] });
      void queries.invalidateQueries({ queryKey: ['campaigns'] });
    },
  });
}

export const useAddSource = () => useAct((source: NewSource) => api().watchSources.create(source));

export const useChangeSource = ({ sourceId, version }: WatchSource) =>
  useAct((change: SourceChange) => api().watchSources.change(sourceId, version, change));

export const useRunSource = ({ sourceId }: WatchSource) =>
  useAct(() => api().watchSources.run(sourceId));

export const useImport = ({ sourceId }: WatchSource) =>
  useAct((file: File) => api().watchSources.upload(sourceId, file.name, file));
