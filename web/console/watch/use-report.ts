import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../api.ts';

const keyOf = (postId: number) => ['posts', 'report', postId] as const;

/** The report that a post came by. */
export function useReport(postId: number) {
  return useQuery({ queryKey: keyOf(postId), queryFn: () => api().reportTalk.ofPost(postId) });
}

export type ShownReport = NonNullable<ReturnType<typeof useReport>['data']>;

/** Acts on a report; each answers with the report as it is then. */
export function useReportActs(postId: number) {
  const queries = useQueryClient();
  const onSuccess = (report: ShownReport): void => {
    queries.setQueryData(keyOf(postId), report);
  };
  const ask = useMutation({
    mutationFn: ({ text, key }: { text: string; key: string }) =>
      api().reportTalk.ask(postId, { text }, key),
    onSuccess,
  });
  const mute = useMutation({
    mutationFn: (wish: { kind: 'receipt' | 'address'; reason: string }) =>
      api().reportTalk.mute(postId, wish),
    onSuccess,
  });
  const lift = useMutation({
    mutationFn: ({ muteId, reason }: { muteId: number; reason: string }) =>
      api().reportTalk.liftMute(muteId, { reason }),
    onSuccess,
  });
  const reveal = useMutation({
    mutationFn: (reason: string) => api().reportTalk.reveal(postId, { reason }),
  });
  return { ask, mute, lift, reveal };
}

export type ReportActs = ReturnType<typeof useReportActs>;
