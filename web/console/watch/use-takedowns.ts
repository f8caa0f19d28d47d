import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { api, type Takedown, type TakedownAct } from '../api.ts';
import { useSettings } from '../settings.ts';

const PAGE = 50;

export interface TakedownsAsked {
  readonly state?: readonly Takedown['state'][];
  readonly channel?: string;
  readonly overdue?: true;
  readonly post?: number;
  readonly campaign?: number;
}

export function useTakedowns(asked: TakedownsAsked) {
  const { language } = useSettings();
  return useInfiniteQuery({
    queryKey: ['takedowns', 'list', asked, language],
    queryFn: ({ pageParam }) =>
      api().takedowns.list({
        ...asked,
        limit: PAGE,
        ...(pageParam !== null && { cursor: pageParam }),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
}

export function useTakedown(takedownId: number) {
  const { language } = useSettings();
  return useQuery({
    queryKey: ['takedowns', 'one', takedownId, language],
    queryFn: () => api().takedowns.one(takedownId),
    placeholderData: keepPreviousData,
  });
}

/** Every way to ask, by its title. Asked once a language. */
export function useChannels() {
  const { language } = useSettings();
  return useQuery({
    queryKey: ['takedowns', 'channels', language],
    queryFn: () => api().takedowns.channels(),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });
}

export function useMeasures(channel: string | undefined) {
  const { language } = useSettings();
  return useQuery({
    queryKey: ['takedowns', 'measures', channel, language],
    queryFn: () => api().takedowns.measures(channel === undefined ? {} : { channel }),
    placeholderData: keepPreviousData,
  });
}

/** What could be asked for a post. */
export function useTakedownOptions(postId: number) {
  const { language } = useSettings();
  return useQuery({
    queryKey: ['takedowns', 'options', postId, language],
    queryFn: () => api().takedowns.options(postId),
  });
}

export type TakedownDraft = Parameters<ReturnType<typeof api>['takedowns']['draft']>[0];
export type TakedownEdit = Parameters<ReturnType<typeof api>['takedowns']['edit']>[2];

/** Anything a person does with requests; what is shown of them is asked anew. */
function useChange<Told, Result>(change: (told: Told) => Promise<Result>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    // Not waited for: a dialog closes before the page under it changes.
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['takedowns'] });
      void queries.invalidateQueries({ queryKey: ['captures'] });
    },
  });
}

export const useDraft = () => useChange((draft: TakedownDraft) => api().takedowns.draft(draft));

export const useTakedownAct = ({ takedownId, version }: Takedown) =>
  useChange((act: TakedownAct) => api().takedowns.act(takedownId, version, act));

export const useEdit = ({ takedownId, version }: Takedown) =>
  useChange((edit: TakedownEdit) => api().takedowns.edit(takedownId, version, edit));

export const useAppeal = ({ takedownId }: Takedown) =>
  useChange((appeal: { from: string; text: string }) => api().takedowns.appeal(takedownId, appeal));

export const useDecideAppeal = ({ takedownId }: Takedown) =>
  useChange(
    ({
      appealId,
      version,
      ...decision
    }: {
      appealId: number;
      version: number;
      outcome: 'upheld' | 'reversed';
      capture: number;
      reason: string;
    }) => api().takedowns.decideAppeal(takedownId, appealId, version, decision),
  );

/** The letter: asked when somebody opens it, for the look is written down. */
export function useLetter(takedown: Takedown, kind: 'request' | 'withdrawal', isOpen: boolean) {
  const { language } = useSettings();
  const { takedownId, version } = takedown;
  return useQuery({
    queryKey: ['takedowns', 'letter', takedownId, version, kind, language],
    queryFn: () => api().takedowns.letter(takedownId, kind),
    enabled: isOpen,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Appeals with what they are about: asked when somebody opens them, for the look is written down. */
export function useAppeals({ takedownId, version }: Takedown, isOpen: boolean) {
  const { language } = useSettings();
  return useQuery({
    queryKey: ['takedowns', 'appeals', takedownId, version, language],
    queryFn: () => api().takedowns.appeals(takedownId),
    enabled: isOpen,
    staleTime: 60_000,
  });
}
