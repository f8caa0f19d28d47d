import { useSearch } from '@tanstack/react-router';
import { type JSX, useCallback, useEffect, useRef, useState } from 'react';
import type { Alert } from '../api.ts';
import { useFormat } from '../format.ts';
import { Announcements, announce } from '../pieces/announce.tsx';
import { Heading } from '../pieces/heading.tsx';
import { KeysButton } from '../pieces/keys-button.tsx';
import { KeysDialog } from '../pieces/keys-dialog.tsx';
import { useNarrow } from '../pieces/media.ts';
import { Problem } from '../pieces/problem.tsx';
import { Empty, Loading } from '../pieces/states.tsx';
import { useKeys } from '../pieces/use-keys.ts';
import { type RowsHandle, WindowedRows } from '../pieces/windowed-rows.tsx';
import { useWords } from '../pieces/words.ts';
import { hasRole, useMe } from '../session/me.ts';
import { ALERT_WORKERS } from '../shell/sections.ts';
import { AlertFilters } from './alert-filters.tsx';
import { ALERT_COLUMNS, AlertHead, AlertRow } from './alert-row.tsx';
import { CloseDialog } from './close-dialog.tsx';
import { FreshBar } from './fresh-bar.tsx';
import { useAlertTexts } from './texts.ts';
import { type LiveAlerts, useAlertAct, useAlerts } from './use-alerts.ts';

const ROW_HEIGHT = 46;
const CARD_HEIGHT = 148;

/** The alert that was opened last: who comes back finds it under the keyboard. */
let opened: number | null = null;

function rememberOpened({ alertId }: Alert): void {
  opened = alertId;
}

/** Alerts as they come: the page a working day is spent on. */
export function AlertsPage(): JSX.Element {
  const t = useAlertTexts();
  const words = useWords();
  const filter = useSearch({ from: '/alerts' });
  const live = useAlerts(filter);
  const [help, setHelp] = useState(false);
  const { items, query } = live;
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <main id="content" className="alerts-page">
      <Heading title={t('title')}>
        <LineState state={live.state} />
        <KeysButton onOpen={() => setHelp(true)} />
      </Heading>
      <AlertFilters filter={filter} />
      <FreshBar count={live.fresh} mayBeOld={live.mayBeOld} onShow={live.refresh} />
      {query.isPending && <Loading rows={12} />}
      {query.error !== null && <Problem error={query.error} retry={live.refresh} />}
      {!query.isPending && query.error === null && items.length === 0 && (
        <Empty title={t(isFiltered ? 'nothingFits' : 'emptyTitle')}>
          {!isFiltered && <p>{t('emptyAbout')}</p>}
        </Empty>
      )}
      <AlertTable live={live} onHelp={() => setHelp(true)} />
      {help && (
        <KeysDialog
          keys={[
            ['j', words('keysDown')],
            ['k', words('keysUp')],
            ['Enter', t('keysOpen')],
            ['t', t('keysTake')],
            ['c', t('keysClose')],
            ['r', t('keysFresh')],
          ]}
          onDone={() => setHelp(false)}
        />
      )}
      <Announcements />
    </main>
  );
}

function LineState({ state }: { state: LiveAlerts['state'] }): JSX.Element {
  const t = useAlertTexts();
  return (
    <span className={`line-state line-${state}`} role="status">
      {t(state === 'open' ? 'live' : state)}
    </span>
  );
}

function AlertTable({
  live,
  onHelp,
}: {
  live: LiveAlerts;
  onHelp: () => void;
}): JSX.Element | null {
  const t = useAlertTexts();
  const format = useFormat();
  const isNarrow = useNarrow();
  const me = useMe();
  const rows = useRef<RowsHandle>(null);
  const [closing, setClosing] = useState<Alert | null>(null);
  const act = useAlertAct();
  const { items, query, refresh, fetchMore } = live;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only as the page opens
  useEffect(() => {
    const index = items.findIndex(({ alertId }) => alertId === opened);
    if (index >= 0) rows.current?.focus(index);
    opened = null;
  }, []);
  const mayWork = hasRole(me, ALERT_WORKERS);
  const isOwn = (alert: Alert): boolean => mayWork && alert.assignee?.userId === me.userId;
  const take = useCallback(
    (alert: Alert) => {
      act.mutate(
        { alert, act: { act: 'take' } },
        { onSuccess: () => announce(t('takenNow', { account: alert.account.name })) },
      );
    },
    [act.mutate, t],
  );
  const focused = (): Alert | undefined => items[rows.current?.focused() ?? -1];
  const move = (step: number): void => {
    const here = rows.current?.focused();
    rows.current?.focus(here === null || here === undefined ? 0 : here + step);
  };
  useKeys({
    KeyJ: () => move(1),
    KeyK: () => move(-1),
    KeyR: () => {
      refresh();
      scrollTo({ top: 0 });
    },
    KeyT: () => {
      const alert = focused();
      if (alert !== undefined && mayWork && alert.status === 'open') take(alert);
    },
    KeyC: () => {
      const alert = focused();
      if (alert !== undefined && isOwn(alert) && alert.status === 'in_work') setClosing(alert);
    },
    '?': onHelp,
  });
  if (items.length === 0) return null;
  return (
    <>
      <p className="shown">
        {t(query.isWhole ? 'shownAll' : 'shown', { n: format.number(items.length) })}
      </p>
      {act.isError && <Problem error={act.error} retry={refresh} />}
      <WindowedRows
        ref={rows}
        label={t('title')}
        items={items}
        keyOf={(alert) => alert.alertId}
        rowHeight={isNarrow ? CARD_HEIGHT : ROW_HEIGHT}
        isWhole={query.isWhole}
        onNearEnd={fetchMore}
        head={<AlertHead />}
        columns={ALERT_COLUMNS}
        draw={(alert) => (
          <AlertRow
            alert={alert}
            mayTake={mayWork}
            isOwn={isOwn(alert)}
            onTake={take}
            onClose={setClosing}
            onOpen={rememberOpened}
            now={Date.now()}
          />
        )}
      />
      {!query.isWhole && query.isFetching && <Loading rows={2} />}
      {closing !== null && <CloseDialog alert={closing} onDone={() => setClosing(null)} />}
    </>
  );
}
