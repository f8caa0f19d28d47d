import {
  type InfiniteData,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { type Alert, type AlertAct, type AlertPage, api } from '../api.ts';
import { useFetchMore } from '../pieces/use-fetch-more.ts';
import { SESSION_KEY, useMe } from '../session/me.ts';
import { type AlertFilter, queryOf } from './alert-filter.ts';
import { newcomers, withChanges } from './alert-merge.ts';
import { type StreamState, useAlertStream } from './use-alert-stream.ts';

const PAGE = 200;
const ALERTS_KEY = 'alerts';
/** A list seen longer ago is looked at again when somebody comes back to it. */
const FRESH_MS = 5_000;

type Listed = InfiniteData<AlertPage, string | null>;

export interface LiveAlerts {
  readonly items: readonly Alert[];
  readonly query: {
    readonly isPending: boolean;
    readonly error: unknown;
    readonly isWhole: boolean;
    readonly isFetching: boolean;
  };
  readonly fetchMore: () => void;
  /** Alerts that the list does not show yet. */
  readonly fresh: number;
  /** The line was down for a while: more may have changed than was heard. */
  readonly mayBeOld: boolean;
  /** Asks the list again from its beginning. */
  readonly refresh: () => void;
  readonly state: StreamState;
}

/** Alerts of a filter: pages that are fetched as one goes down, and changes as they come. */
export function useAlerts(filter: AlertFilter): LiveAlerts {
  const queries = useQueryClient();
  const me = useMe();
  const key = useMemo(() => [ALERTS_KEY, 'list', filter], [filter]);
  const [fresh, setFresh] = useState<ReadonlySet<number>>(new Set());
  const [mayBeOld, setOld] = useState(false);
  const list = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) =>
      api().alerts.list({
        ...queryOf(filter),
        limit: PAGE,
        ...(pageParam !== null && { cursor: pageParam }),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    staleTime: Number.POSITIVE_INFINITY,
    // What is listed is compared by version here; comparing 100,000 rows field by field at every page would be felt.
    structuralSharing: false,
  });
  const onAlerts = useCallback(
    (changed: readonly Alert[]) => {
      const data = queries.getQueryData<Listed>(key);
      if (data === undefined) return;
      queries.setQueryData<Listed>(key, withChanges(data, changed));
      const added = newcomers(data, changed, filter, me.userId);
      if (added.length > 0)
        setFresh((known) => new Set([...known, ...added.map(({ alertId }) => alertId)]));
    },
    [queries, key, filter, me.userId],
  );
  const refresh = useCallback(() => {
    setFresh(new Set());
    setOld(false);
    void queries.resetQueries({ queryKey: key });
  }, [queries, key]);
  const catchUp = useCallback(() => {
    const latest = api().alerts.list({ ...queryOf(filter), limit: PAGE });
    latest.then(
      (page) => onAlerts(page.items),
      () => setOld(true),
    );
  }, [filter, onAlerts]);
  useEffect(() => {
    const seenAt = queries.getQueryState(key)?.dataUpdatedAt ?? 0;
    if (seenAt > 0 && Date.now() - seenAt > FRESH_MS) catchUp();
  }, [queries, key, catchUp]);
  const state = useAlertStream({
    onAlerts,
    onMissed: catchUp,
    onRefused: () => void queries.invalidateQueries({ queryKey: SESSION_KEY }),
  });
  const items = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const fetchMore = useFetchMore(list);
  return {
    items,
    query: {
      isPending: list.isPending,
      error: list.error,
      isWhole: !list.hasNextPage,
      isFetching: list.isFetching,
    },
    fetchMore,
    fresh: fresh.size,
    mayBeOld,
    refresh,
    state,
  };
}

/** Does something with an alert, and shows what came of it wherever it is listed. */
export function useAlertAct() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ alert, act }: { alert: Alert; act: AlertAct }) =>
      api().alerts.act(alert.alertId, alert.version, act),
    onSuccess: (changed) => {
      queries.setQueriesData<Listed>({ queryKey: [ALERTS_KEY, 'list'] }, (data) =>
        data === undefined ? data : withChanges(data, [changed]),
      );
      void queries.invalidateQueries({ queryKey: [ALERTS_KEY, 'one', changed.alertId] });
    },
  });
}
