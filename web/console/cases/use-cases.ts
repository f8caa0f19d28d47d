import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { CaseTimelineQuery } from '../../../src/client/case-views.ts';
import type { Case, CaseAct, OpenCase } from '../../../src/client/cases.ts';
import { api } from '../api.ts';
import { useSettings } from '../settings.ts';
import { type CaseFilter, caseQuery } from './case-filter.ts';

const PAGE = 200;

export function useCases(filter: CaseFilter) {
  const { language } = useSettings();
  return useInfiniteQuery({
    queryKey: ['cases', 'list', filter, language],
    queryFn: ({ pageParam }) =>
      api().cases.list({
        ...caseQuery(filter),
        limit: PAGE,
        ...(pageParam !== null && { cursor: pageParam }),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
}

/** Cases that something belongs to. @param has 'alert:17' */
export function useCasesWith(has: string) {
  const { language } = useSettings();
  return useQuery({
    queryKey: ['cases', 'with', has, language],
    queryFn: () => api().cases.list({ has, state: ['open', 'in_work', 'waiting', 'closed'] }),
  });
}

export function useCase(caseId: number) {
  const { language } = useSettings();
  return useQuery({
    queryKey: ['cases', 'one', caseId, language],
    queryFn: () => api().cases.one(caseId),
    placeholderData: keepPreviousData,
  });
}

export function useOpenCase() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: OpenCase) => api().cases.open(body),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['cases'] }),
  });
}

/** An act from the list, where one look is as good as another. */
export function useQuickAct() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ one, act }: { one: Case; act: CaseAct }) =>
      api().cases.act(one.caseId, one.version, act),
    onSettled: () => void queries.invalidateQueries({ queryKey: ['cases'] }),
  });
}

export function useTimeline(caseId: number, asked: CaseTimelineQuery, limit = PAGE) {
  const { language } = useSettings();
  return useInfiniteQuery({
    queryKey: ['cases', 'timeline', caseId, asked, limit, language],
    queryFn: ({ pageParam }) =>
      api().caseViews.timeline(caseId, {
        ...asked,
        limit,
        ...(pageParam !== null && { cursor: pageParam }),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
}

export function useEntities(caseId: number, compare: readonly string[] = []) {
  const { language } = useSettings();
  return useQuery({
    queryKey: ['cases', 'entities', caseId, compare, language],
    queryFn: () => api().caseViews.entities(caseId, compare),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}

export function usePeople(isOpen = true) {
  return useQuery({
    queryKey: ['cases', 'people'],
    queryFn: () => api().cases.people(),
    enabled: isOpen,
    staleTime: 60_000,
  });
}

export function useTerms(isOpen = true) {
  const { language } = useSettings();
  return useQuery({
    queryKey: ['cases', 'terms', language],
    queryFn: () => api().cases.terms(),
    enabled: isOpen,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useQualification(caseId: number, on: string | undefined) {
  const { language } = useSettings();
  return useQuery({
    queryKey: ['cases', 'qualification', caseId, on, language],
    queryFn: () => api().law.qualification(caseId, on === undefined ? {} : { on }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}

export function useDraft(caseId: number, isOpen: boolean) {
  const { language } = useSettings();
  return useQuery({
    queryKey: ['cases', 'draft', caseId, language],
    queryFn: () => api().law.qualificationDraft(caseId),
    enabled: isOpen,
    staleTime: 30_000,
  });
}

export function useStatements(caseId: number) {
  const { language } = useSettings();
  return useQuery({
    queryKey: ['cases', 'statements', caseId, language],
    queryFn: () => api().caseViews.statements(caseId),
    placeholderData: keepPreviousData,
  });
}
