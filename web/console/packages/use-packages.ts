import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PackageAct, PackageDetail, PackageQuery } from '../../../src/client/packages.ts';
import { api } from '../api.ts';
import { useSettings } from '../settings.ts';

/** Packages, newest first. */
export function usePackages(query: PackageQuery) {
  const { language } = useSettings();
  return useInfiniteQuery({
    queryKey: ['packages', 'list', query, language],
    queryFn: ({ pageParam }) =>
      api().packages.list({ ...query, limit: 50, ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

/** One package with what would leave; the look is written down. */
export function usePackage(packageId: number) {
  const { language } = useSettings();
  return useQuery({
    queryKey: ['packages', 'one', packageId, language],
    queryFn: () => api().packages.one(packageId),
    refetchOnWindowFocus: false,
  });
}

/** What a package of others brought. */
export function useImported(packageId: number, isWanted: boolean) {
  const { language } = useSettings();
  return useQuery({
    queryKey: ['packages', 'imported', packageId, language],
    queryFn: () => api().packages.imported(packageId),
    enabled: isWanted,
  });
}

/** Formats, fields in words, grounds. */
export function usePackageOptions() {
  const { language } = useSettings();
  return useQuery({
    queryKey: ['packages', 'options', language],
    queryFn: () => api().packages.options(),
    staleTime: 300_000,
  });
}

export function usePartners() {
  return useQuery({
    queryKey: ['partners'],
    queryFn: () => api().partners.list({ limit: 100 }),
    staleTime: 30_000,
  });
}

export function usePackageAct({ packageId, version }: PackageDetail) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (act: PackageAct) => api().packages.act(packageId, version, act),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['packages'] });
      void queries.invalidateQueries({ queryKey: ['cases'] });
    },
  });
}

/** What would leave of a draft that is not drawn up yet. */
export function usePreview(
  wish: Parameters<ReturnType<typeof api>['packages']['preview']>[0] | undefined,
) {
  const { language } = useSettings();
  return useQuery({
    queryKey: ['packages', 'preview', wish, language],
    queryFn: () => api().packages.preview(wish!),
    enabled: wish !== undefined,
    placeholderData: (before) => before,
    refetchOnWindowFocus: false,
    gcTime: 0,
  });
}
